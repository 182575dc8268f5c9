// What a screen reader is told: politely, and only after the keys have rested.
const REST = 900;

export class Announcer {
  constructor(region) {
    this.region = region;
  }

  /** Say `sentence` after a rest; a later one within it takes its place. */
  say(sentence) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(sentence), REST);
  }

  /** Say `sentence` at once, in the polite region. */
  now(sentence) {
    clearTimeout(this.timer);
    this.region.textContent = sentence;
  }
}

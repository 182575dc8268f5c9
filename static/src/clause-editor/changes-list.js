// The list "Your changes": each change in words, with a button that takes it back.
import { button, make } from './elements.js';
import { NONE, WAITING, parts, sentence } from './sentences.js';

export class ChangesList {
  /** Draw into `list`; `none` is shown when it is empty; `takeBack(act)` is called by the buttons. */
  constructor(list, none, takeBack) {
    Object.assign(this, { list, none, takeBack, acts: [], drawn: '' });
  }

  /** Show `acts`, or that they wait for the server; lines that say the same are left alone, so that the focus stays where it is. */
  update(acts, waits) {
    this.acts = acts;
    Object.assign(this.none, { hidden: acts.length > 0, textContent: WAITING[waits] ?? NONE });
    const saying = JSON.stringify(acts.map(sentence));
    if (saying === this.drawn) return;
    this.drawn = saying;
    this.list.replaceChildren(...acts.map((act, at) => this.line(act, at)));
  }

  line(act, at) {
    const undo = button('Undo', () => this.press(at), 'quiet-button');
    undo.setAttribute('aria-label', `Undo this change: ${sentence(act)}`);
    const words = parts(act).map((part) => (part.quoted === undefined ? part : make('q', {}, make('bdi', {}, part.quoted))));
    return make('li', {}, make('span', {}, ...words), ' ', undo);
  }

  press(at) {
    this.takeBack(this.acts[at]);
    const left = this.list.querySelectorAll('button');
    left[Math.min(at, left.length - 1)]?.focus();
    return left.length > 0;
  }
}

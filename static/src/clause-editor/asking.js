// Asks the server where a long text changed: to find it here would keep the next key waiting. The words never wait for it.
const REST = 400;
const AGAIN = 10_000;

/** Asks at `url`; `question()` gives what is sent. `answered(hunks)` or `failed()` is called about the last question only. */
export class Asking {
  constructor({ url, question, answered, failed }) {
    Object.assign(this, { url, question, answered, failed, down: false });
    addEventListener('online', () => this.down && this.after(0));
  }

  /** The text changed: an answer on its way is of no use, and a new one is asked for after a rest, if it is `needed`. */
  touch(needed) {
    this.forget();
    if (needed) this.after(REST);
  }

  forget() {
    clearTimeout(this.timer);
    this.onWay?.abort();
    this.down = false;
  }

  after(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), milliseconds);
  }

  async send() {
    const mine = new AbortController();
    this.onWay = mine;
    const hunks = await this.fetched(AbortSignal.any([mine.signal, AbortSignal.timeout(20_000)]));
    if (mine.signal.aborted) return;
    this.down = !hunks;
    if (hunks) this.answered(hunks);
    else this.failed();
    if (this.down) this.after(AGAIN);
  }

  async fetched(signal) {
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    try {
      const answer = await fetch(this.url, { method: 'POST', headers, signal, body: JSON.stringify(this.question()) });
      return answer.ok ? (await answer.json()).hunks : null;
    } catch {
      return null;
    }
  }
}

// Autosave: what is in the editor goes to the server, and the page says "saved" only when the server answered with the same.
const REST = 800;
const RETRY = [1000, 2000, 4000, 8000, 15000, 30000];
const IN_THIS_TAB = 'Until then your text is only in this tab.';

/**
 * Keeps one draft. `read()` gives what is written now ({runs, reason, …}), `same(stored, written)` compares,
 * `show(state, sentence)` draws the badge, `clash(answer)` is told when the draft was changed elsewhere.
 */
export class Saving {
  constructor({ url, token, baseVersion, draftVersion, read, same, show, clash }) {
    Object.assign(this, { url, token, baseVersion, draftVersion, read, same, show, clash });
    Object.assign(this, { failures: 0, settled: true, held: false, asleep: false, onWay: null });
    addEventListener('online', () => this.again());
    addEventListener('focus', () => this.failures && this.again());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.now());
    addEventListener('pagehide', () => this.leave());
    addEventListener('beforeunload', (event) => { if (!this.settled && !this.asleep) event.preventDefault(); });
  }

  /** Something was written: save it after a rest. */
  touch() {
    this.settled = false;
    if (this.held === 'refused') this.held = false;
    if (!this.held && !this.failures) this.show('waiting', 'Not saved yet');
    this.after(this.failures ? this.delay() : REST);
  }

  /** Save at once what is not saved yet. */
  now() {
    if (!this.settled && !this.failures) this.after(0);
  }

  again() {
    if (!this.settled) this.after(0);
  }

  after(milliseconds) {
    clearTimeout(this.timer);
    if (!this.held && !this.asleep) this.timer = setTimeout(() => this.send(), milliseconds);
  }

  /** Stop for good, because the form itself is being sent; resolves when nothing is on its way. */
  async rest() {
    this.asleep = true;
    clearTimeout(this.timer);
    await this.onWay;
  }

  /** Take the draft as it is on the server now: the next save replaces it. */
  resume(draftVersion) {
    Object.assign(this, { draftVersion, held: false, failures: 0 });
    this.touch();
    this.now();
  }

  delay() {
    return RETRY[Math.min(this.failures, RETRY.length) - 1];
  }

  body(written) {
    const { baseVersion, draftVersion, token } = this;
    const content = { ...written, base_version: baseVersion, draft_version: draftVersion };
    const asBefore = JSON.stringify(this.last?.content) === JSON.stringify(content);
    this.last = { content, key: asBefore ? this.last.key : freshKey() }; // a lost answer is asked for again by its key
    return JSON.stringify({ ...content, key: this.last.key, token });
  }

  async send() {
    if (this.onWay) return;
    this.onWay = this.deliver(this.read());
    await this.onWay;
    this.onWay = null;
    if (!this.settled) this.after(this.failures ? this.delay() : REST);
  }

  async deliver(written) {
    if (!this.failures) this.show('saving', 'Saving …');
    try {
      const answer = await fetch(this.url, { ...posted(this.body(written)), signal: AbortSignal.timeout(20000) });
      await this.heard(answer, written);
    } catch {
      this.failed(navigator.onLine ? 'the server does not answer' : 'there is no connection');
    }
  }

  async heard(answer, written) {
    const said = await answer.json().catch(() => ({}));
    if (answer.ok && said.stored) this.stored(said, written);
    else if (said.theirs) this.clashed(said);
    else if ([401, 403].includes(answer.status) || answer.redirected) await this.signedOut(said);
    else if (answer.status < 500 && ![408, 429].includes(answer.status)) this.refused(said.message ?? 'the server refused this text. Copy it and reload the page.');
    else this.failed('the server could not keep it');
  }

  stored(said, written) {
    Object.assign(this, { draftVersion: said.draft_version, failures: 0 });
    const onThisText = this.last.content.base_version === this.baseVersion; // the clause may have changed meanwhile
    this.settled = onThisText && this.same(said.stored, this.read());
    if (this.settled) this.show('saved', `Saved ${clock(said.saved_at)}`);
    else if (this.same(said.stored, written)) this.show('waiting', 'Not saved yet');
    else this.refused('the server keeps other words than yours. Copy your text and reload the page.');
  }

  clashed(said) {
    Object.assign(this, { held: 'clash', failures: 0 });
    this.show('failed', 'Not saved: this draft was changed elsewhere. Choose below which text to keep.');
    this.clash(said);
  }

  failed(why) {
    this.failures += 1;
    this.show('failed', `Not saved: ${why}. We keep trying. ${IN_THIS_TAB}`);
  }

  // A refusal is about the words: sending the same again is of no use, so we wait for the next key.
  refused(why) {
    Object.assign(this, { held: 'refused', failures: 0 });
    this.show('failed', `Not saved: ${why} ${IN_THIS_TAB}`);
  }

  // After a sign-in in another tab this page's token is of an older session: the page itself, asked again, has the new one.
  async signedOut(said) {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const token = page.querySelector('clause-editor')?.dataset.token;
    if (token === this.token) return this.refused(said.message ?? 'your seat may not write this draft.');
    if (token) this.token = token;
    this.failures += 1;
    return this.show('failed', 'You are signed out. Sign in in another tab, your text stays here.');
  }

  leave() {
    if (this.settled || this.held || this.asleep || this.onWay) return;
    fetch(this.url, { ...posted(this.body(this.read())), keepalive: true }).catch(() => {});
  }
}

const posted = (body) => ({ method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body });

function clock(iso) {
  const timeZone = document.body.dataset.zone || undefined; // the conference's clock, as everywhere on the pages
  return new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
}


// crypto.randomUUID is missing on a plain http address of a local network.
const freshKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

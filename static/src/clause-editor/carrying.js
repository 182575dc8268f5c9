// A clause that changes while somebody writes to it: the new text is shown beside, and the writer says when to go on with it.
import { button, make } from './elements.js';
import { redlineOf } from './redline-view.js';
import { sameText } from './wire.js';

// What others do with their amendments leaves the clause as it is: no need for every open editor to ask.
const HARMLESS = new Set(['amendment-submitted', 'amendment-revised', 'amendment-withdrawn', 'amendment-rejected']);
const HEADING = 'The clause changed while you were writing';

/**
 * Asks how the draft stands to the clause as it is now, and shows the answer in `panel`. `read()` gives the runs written,
 * `base()` the text they were written against, `version()` and `token()` what the server wants; `goOn(answer, runs)` rebases
 * the editor on the new text with `runs` in it.
 */
export class Carrying {
  constructor({ url, clause, numbers, panel, read, base, version, token, goOn, announcer }) {
    Object.assign(this, { url, clause, numbers, panel, read, base, version, token, goOn, announcer });
    document.addEventListener('drafting:changed', ({ detail }) => this.heard(detail));
  }

  heard({ clauses, type }) {
    if (clauses.includes(this.clause) && !HARMLESS.has(type)) this.look();
  }

  /** Ask, and show the panel if the clause is another than the one written against. */
  async look() {
    const answer = await this.ask();
    if (!answer) this.unheard();
    else if (answer.version === this.version()) this.close();
    else this.show(answer);
  }

  async ask() {
    this.asked = this.read();
    const body = JSON.stringify({ runs: this.asked, base_version: this.version(), token: this.token() });
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    const response = await fetch(this.url, { method: 'POST', headers, body }).catch(() => null);
    return response?.ok ? response.json().catch(() => null) : null;
  }

  show(answer) {
    const conflict = answer.outcome === 'conflict';
    const first = conflict
      ? button('Keep my wording against the new text', () => this.finish(answer, this.read()))
      : button('Continue on the new text', () => this.carryOver(answer));
    const heading = make('h2', { id: 'carried-heading', textContent: HEADING });
    const now = make('blockquote', { className: 'clause-text' }, redlineOf(this.base(), answer.current, this.numbers));
    const body = [make('p', {}, `${answer.clause_label} now reads, by ${answer.by}:`), now, this.verdict(answer, conflict)];
    this.panel.replaceChildren(heading, ...body, make('p', { className: 'actions' }, first));
    this.panel.hidden = false;
    this.announcer.now(`${HEADING}, by ${answer.by}. The new text is shown below the editor; your words stay as they are.`);
  }

  verdict(answer, conflict) {
    if (!conflict) return make('p', {}, 'Your changes fit the new text.');
    const reasons = answer.conflicts.map((why) => make('li', {}, make('bdi', { textContent: why })));
    return make('div', {}, make('p', {}, 'Your changes touch the same words:'), make('ul', {}, ...reasons));
  }

  // What was written since the question is carried over too: if there is any, we ask again before going on.
  async carryOver(answer) {
    if (sameText(this.asked, this.read())) return this.finish(answer, answer.proposed);
    const later = await this.ask();
    if (!later) return this.unheard();
    return later.outcome === 'carried' && sameText(this.asked, this.read()) ? this.finish(later, later.proposed) : this.show(later);
  }

  finish(answer, runs) {
    this.goOn(answer, runs);
    this.close();
    this.announcer.now('You are writing against the new text now.');
  }

  unheard() {
    const again = button('Show the new text', () => this.look());
    const words = 'The clause changed while you were writing, but its new text could not be fetched.';
    this.panel.replaceChildren(make('h2', { id: 'carried-heading', textContent: HEADING }), make('p', {}, words), make('p', { className: 'actions' }, again));
    this.panel.hidden = false;
    this.announcer.now(words);
  }

  close() {
    this.panel.hidden = true;
    this.panel.replaceChildren();
  }
}

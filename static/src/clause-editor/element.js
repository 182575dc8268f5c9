// <clause-editor>: the proposed text of one clause, shown as a redline while it is written, and kept on the server.
import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { Announcer } from './announcer.js';
import { Asking } from './asking.js';
import { Carrying } from './carrying.js';
import { ChangesList } from './changes-list.js';
import { showClash } from './clash.js';
import { runsOfNotation } from './notation.js';
import { pasting } from './paste.js';
import { actsIn, baseOf, redlining, told, waitsIn } from './redline-plugin.js';
import { hunksBetween } from './redline.js';
import { rewrite } from './rewriting.js';
import { Saving } from './saving.js';
import { schema, serializer } from './schema.js';
import { summary } from './sentences.js';
import { tokensOf } from './tokens.js';
import { Toolbar } from './toolbar.js';
import { documentOf, runsOf, sameText } from './wire.js';

const KEYS = {
  'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo, 'Mod-b': toggleMark(schema.marks.strong), 'Mod-i': toggleMark(schema.marks.em),
  Enter: blank, 'Shift-Enter': blank, 'Mod-Enter': blank,
};

// One clause is one paragraph: where a line would end stands a blank, unless one stands there already.
function blank(state, dispatch) {
  const { nodeBefore } = state.selection.$from;
  if (dispatch && nodeBefore && !/\s$/u.test(nodeBefore.text ?? '')) dispatch(state.tr.insertText(' ').scrollIntoView());
  return true;
}

class ClauseEditor extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.form = this.querySelector('form');
    this.numbers = new Map(JSON.parse(this.dataset.notes).map(({ id, number }) => [id, number]));
    this.base = JSON.parse(this.dataset.base);
    this.announcer = new Announcer(this.part('status'));
    if (this.part('mount')) this.open();
    this.keep();
    this.watch();
    if (this.view && !sameText(this.runs, JSON.parse(this.dataset.proposed))) this.saving.touch();
    this.toggleAttribute('ready', true);
  }

  disconnectedCallback() {
    this.view?.destroy();
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /** The runs as they are written now; a deletion proposes none. */
  get runs() {
    return this.view ? runsOf(this.view.state.doc) : [];
  }

  open() {
    const proposed = documentOf(this.begun(), this.numbers);
    const plugins = [history(), keymap(KEYS), keymap(baseKeymap), redlining(documentOf(this.base, this.numbers)), pasting(this.numbers)];
    const editor = this;
    const caret = this.caret();
    this.part('plain').remove();
    this.view = new EditorView(this.part('mount'), {
      state: EditorState.create({ doc: proposed, plugins }),
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Proposed text', spellcheck: 'true', lang: this.dataset.language, class: 'clause-text' },
      dispatchTransaction(transaction) {
        if (this.composing && transaction.docChanged) told(transaction, { composing: true });
        const before = this.state;
        this.updateState(before.apply(transaction));
        editor.changed(before, transaction.docChanged);
      },
    });
    this.list = new ChangesList(this.part('changes'), this.part('no-changes'), (act) => this.takeBack(act));
    this.toolbar = new Toolbar(this.part('toolbar'), this.view, (showing) => this.view.dispatch(told(this.view.state.tr, { showing })));
    this.asking = this.asker();
    this.asking.touch(waitsIn(this.view.state) === 'answer');
    this.draw();
    if (caret !== null) this.place(caret);
  }

  // Who was quick has written into the plain field before this script came: that is not lost.
  begun() {
    const plain = this.querySelector('textarea[name="proposed"]');
    const written = plain.value !== plain.defaultValue;
    return written ? runsOfNotation(plain.value, this.numbers) : JSON.parse(this.dataset.proposed);
  }

  /** Where somebody already writes in the plain field, or null. */
  caret() {
    const plain = this.querySelector('textarea[name="proposed"]');
    return document.activeElement === plain ? plain.selectionStart : null;
  }

  place(caret) {
    const { doc, selection, tr } = this.view.state;
    this.view.dispatch(tr.setSelection(selection.constructor.near(doc.resolve(Math.min(caret + 1, doc.content.size - 1)))));
    this.view.focus();
  }

  changed(before, wrote) {
    const { state } = this.view;
    const [waits, waited] = [waitsIn(state), waitsIn(before)];
    const otherActs = actsIn(state) !== actsIn(before);
    if (otherActs || waits !== waited) this.draw();
    if (wrote) this.saving.touch();
    if (wrote || (waits === 'answer' && (otherActs || !waited))) this.asking.touch(waits === 'answer');
    if (wrote || waits !== waited) this.announcer.say(summary(actsIn(state), waits));
    this.toolbar.update();
  }

  draw() {
    const { state } = this.view;
    this.list.update(actsIn(state), waitsIn(state));
    this.part('preview').replaceChildren(serializer.serializeFragment(state.doc.firstChild.content));
    this.toolbar.update();
  }

  takeBack({ changes }) {
    const { state } = this.view;
    this.view.dispatch(rewrite(state.tr, baseOf(state), changes));
    if (!actsIn(this.view.state).length) this.view.focus();
  }

  // An answer that comes into an open composition would move the page around it: it is asked for again.
  asker() {
    const tell = (news) => this.view.dispatch(told(this.view.state.tr, news));
    return new Asking({
      url: this.dataset.redline, question: () => ({ runs: this.runs, base_version: this.saving.baseVersion, token: this.saving.token }),
      answered: (found) => (this.view.composing ? this.asking.touch(true) : tell({ found })), failed: () => tell({ failed: true }),
    });
  }

  /** Put `runs` into the editor, stretch by stretch, so that the caret stays; `undoable` says whether undo takes it back. */
  write(runs, { news = {}, undoable = false } = {}) {
    if (!this.view) return;
    const { state } = this.view;
    const model = documentOf(runs, this.numbers);
    const stretches = hunksBetween(tokensOf(state.doc), tokensOf(model)).map(([i, j, k, l]) => ({ ours: [i, j], theirs: [k, l] }));
    this.view.dispatch(told(rewrite(state.tr, model, stretches), { ...news, written: true }).setMeta('addToHistory', undoable));
  }

  keep() {
    const { dataset, form } = this;
    this.saving = new Saving({
      url: dataset.save, token: dataset.token, baseVersion: Number(dataset.baseVersion), draftVersion: Number(dataset.draftVersion),
      read: () => ({ runs: this.runs, reason: form.elements.reason.value, ...this.kind() }),
      same: (ours, theirs) => sameText(ours.runs, theirs.runs) && sameLines(ours.reason, theirs.reason),
      show: (state, sentence) => this.badge(state, sentence),
      clash: ({ theirs }) => this.clash(theirs),
    });
    // The other text is not written over before the writer goes on, and the page is not left without a warning.
    if ('unsaved' in dataset) Object.assign(this.saving, { settled: false, held: 'refused' });
    if ('unsaved' in dataset) this.badge('waiting', 'Not saved yet');
    form.addEventListener('input', (event) => event.target.name && this.saving.touch());
    form.addEventListener('focusout', () => this.saving.now());
    form.addEventListener('submit', (event) => this.send(event));
    form.addEventListener('formdata', ({ formData }) => this.fill(formData));
    addEventListener('pageshow', () => Object.assign(this.saving, { asleep: false }));
  }

  kind() {
    const chosen = this.form.elements.clause_kind;
    return chosen ? { clause_kind: chosen.value } : {};
  }

  badge(state, sentence) {
    const badge = this.part('badge');
    if (state === 'failed' && badge.textContent !== sentence) this.announcer.now(sentence);
    Object.assign(badge, { textContent: sentence }).dataset.state = state;
  }

  clash(theirs) {
    const resume = () => {
      // Two tabs that began on one clause go on in one draft: the one that was saved first.
      if (theirs.urls) Object.assign(this.saving, { url: theirs.urls.save });
      if (theirs.urls) this.form.action = theirs.urls.submit;
      this.saving.resume(theirs.draft_version);
    };
    const take = () => {
      this.write(theirs.runs, { undoable: true });
      this.form.elements.reason.value = theirs.reason;
      resume();
    };
    showClash({ panel: this.part('clash'), base: this.base, theirs, numbers: this.numbers, keep: resume, take });
    this.announcer.now('This draft was changed elsewhere. Both texts are shown; choose which to keep.');
  }

  watch() {
    const { saving } = this;
    this.carrying = new Carrying({
      url: this.dataset.carry, clause: this.dataset.clause, numbers: this.numbers, panel: this.part('carried'), announcer: this.announcer,
      read: () => this.runs, base: () => this.base, version: () => saving.baseVersion, token: () => saving.token,
      goOn: (answer, runs) => this.goOn(answer, runs),
    });
  }

  goOn({ current, version }, runs) {
    this.base = current;
    this.write(runs, { news: { base: documentOf(current, this.numbers) } });
    this.part('current').replaceChildren(serializer.serializeFragment(documentOf(current, this.numbers).firstChild.content));
    this.saving.baseVersion = version;
    this.saving.touch();
  }

  // A save on its way would make the form's draft version old before it arrives, so the form waits for it.
  async send(event) {
    const idle = !this.saving.onWay;
    if (!idle && this.saving.asleep) return event.preventDefault(); // pressed again while waiting
    const quiet = this.saving.rest();
    if (idle) return undefined;
    event.preventDefault();
    await quiet;
    return this.form.requestSubmit(event.submitter);
  }

  fill(formData) {
    const { baseVersion, draftVersion, token } = this.saving;
    const fields = { runs: JSON.stringify(this.runs), base_version: baseVersion, draft_version: draftVersion, token };
    for (const [name, value] of Object.entries(fields)) formData.set(name, value);
  }
}

const sameLines = (ours, theirs) => settled(ours) === settled(theirs);
const settled = (text) => text.replace(/\u00ad/g, '').normalize('NFC').replace(/\r\n?/g, '\n').replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();

customElements.define('clause-editor', ClauseEditor);

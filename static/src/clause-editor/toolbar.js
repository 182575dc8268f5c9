// The toolbar: one stop of the Tab key, arrow keys between its buttons.
import { toggleMark } from 'prosemirror-commands';
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import { schema } from './schema.js';

const BUTTONS = [
  { name: 'Bold', mark: 'strong' },
  { name: 'Italic', mark: 'em' },
  { name: 'Undo', command: undo, depth: undoDepth },
  { name: 'Redo', command: redo, depth: redoDepth },
  { name: 'Show changes', shows: true },
];

export class Toolbar {
  /** Draw the buttons into `bar`; `show(on)` is called when changes are to be shown or hidden. */
  constructor(bar, view, show) {
    Object.assign(this, { bar, view, show, buttons: BUTTONS.map(drawn) });
    bar.replaceChildren(...this.buttons);
    bar.addEventListener('mousedown', (event) => event.preventDefault()); // the caret stays in the text
    bar.addEventListener('click', (event) => this.press(event.target.closest('button')));
    bar.addEventListener('keydown', (event) => this.move(event));
    this.rest(0);
  }

  press(button) {
    const which = BUTTONS[this.buttons.indexOf(button)];
    if (!which || button.getAttribute('aria-disabled') === 'true') return;
    if (which.mark) toggleMark(schema.marks[which.mark])(this.view.state, this.view.dispatch, this.view);
    if (which.command) which.command(this.view.state, this.view.dispatch);
    if (which.shows) this.toggle(button);
    else this.view.focus();
  }

  toggle(button) {
    const on = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(on));
    this.show(on);
  }

  move(event) {
    const now = this.buttons.indexOf(document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] * (getComputedStyle(this.bar).direction === 'rtl' ? -1 : 1);
    const next = { Home: 0, End: this.buttons.length - 1 }[event.key] ?? (now + step + this.buttons.length) % this.buttons.length;
    if (now < 0 || Number.isNaN(next)) return;
    event.preventDefault();
    this.rest(next);
    this.buttons[next].focus();
  }

  rest(index) {
    this.buttons.forEach((button, at) => { button.tabIndex = at === index ? 0 : -1; });
  }

  /** Say anew which marks stand at the caret and whether there is something to undo. */
  update() {
    const { state } = this.view;
    BUTTONS.forEach(({ mark, depth }, at) => {
      if (mark) this.buttons[at].setAttribute('aria-pressed', String(stands(state, schema.marks[mark])));
      if (depth) this.buttons[at].setAttribute('aria-disabled', String(!depth(state)));
    });
  }
}

function drawn({ name, mark, shows }) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: name });
  button.className = `tool ${mark ?? ''}`.trim();
  if (mark || shows) button.setAttribute('aria-pressed', String(Boolean(shows)));
  return button;
}

function stands(state, mark) {
  const { empty, from, to, $from } = state.selection;
  return empty ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, mark);
}

// The list "Your changes": each change in words, with a button that takes it back.
import { button, make } from './elements.js';
import { parts, sentence } from './sentences.js';

export class ChangesList {
  /** Draw into `list`; `none` is shown when it is empty; `takeBack(change)` is called by the buttons. */
  constructor(list, none, takeBack) {
    Object.assign(this, { list, none, takeBack, changes: [], drawn: '' });
  }

  /** Show `changes`; lines that say the same are left alone, so that the focus stays where it is. */
  update(changes) {
    this.changes = changes;
    this.none.hidden = changes.length > 0;
    const saying = JSON.stringify(changes.map(sentence));
    if (saying === this.drawn) return;
    this.drawn = saying;
    this.list.replaceChildren(...changes.map((change, at) => this.line(change, at)));
  }

  line(change, at) {
    const undo = button('Undo', () => this.press(at), 'quiet-button');
    undo.setAttribute('aria-label', `Undo this change: ${sentence(change)}`);
    const words = parts(change).map((part) => (part.quoted === undefined ? part : make('q', {}, make('bdi', {}, part.quoted))));
    return make('li', {}, make('span', {}, ...words), ' ', undo);
  }

  press(at) {
    this.takeBack(this.changes[at]);
    const left = this.list.querySelectorAll('button');
    left[Math.min(at, left.length - 1)]?.focus();
    return left.length > 0;
  }
}

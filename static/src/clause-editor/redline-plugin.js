// The redline while writing: insertions underlined in the text, deletions struck through beside it, neither part of the text.
import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { actsOf, changesBetween } from './changes.js';
import { changed, movedAttributes } from './redline-view.js';
import { serializer } from './schema.js';

const key = new PluginKey('redline');
const AFTER_COMPOSITION = 30; // ProseMirror itself waits 20 ms before it reads a finished composition

/** Return the plugin that compares the text with `base` (a document) and shows the difference. */
export function redlining(base) {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => compared({ base, showing: true, backward: false }, state),
      apply: (transaction, before, old, state) => next(transaction, before, old, state),
    },
    props: {
      decorations: (state) => key.getState(state).drawn,
      handleDOMEvents: { mousedown: besideDeletion, compositionend: afterComposition },
    },
  });
}

/** Return the acts in which the text in `state` differs from its base: changes, those tied by a move together. */
export const actsIn = (state) => key.getState(state).acts;

/** Say what the redline waits for: "answer" or "connection" of the server that finds it, "" when it is shown. */
export const waitsIn = (state) => key.getState(state).waits;

/** Return the document that the text is compared with. */
export const baseOf = (state) => key.getState(state).base;

/** Return `transaction` with something new for the redline: `{base}`, `{showing}`, `{composing}`, `{found}` or `{failed}`. */
export const told = (transaction, news) => transaction.setMeta(key, news);

function next(transaction, before, old, state) {
  const news = transaction.getMeta(key) ?? {};
  // The page around an open composition must not move, or the input method loses its place.
  if (news.composing) return { ...before, found: undefined, drawn: before.drawn.map(transaction.mapping, transaction.doc) };
  if (!transaction.docChanged && !Object.keys(news).length) return before;
  if (news.failed) return { ...before, waits: 'connection', drawn: DecorationSet.empty };
  const wentBack = transaction.docChanged && state.selection.head < old.selection.head;
  const backward = transaction.docChanged ? wentBack : before.backward;
  const found = news.found ?? (transaction.docChanged || news.base ? undefined : before.found);
  const now = compared({ base: news.base ?? before.base, showing: news.showing ?? before.showing, backward, found }, state);
  // Until the server has found the changes, the marks stay with the words they were on.
  return now.waits && now.showing ? { ...now, drawn: before.drawn.map(transaction.mapping, transaction.doc) } : now;
}

function compared({ base, showing, backward, found }, state) {
  const changes = changesBetween(base, state.doc, found);
  if (!changes) return { base, showing, backward, acts: [], waits: 'answer', drawn: DecorationSet.empty };
  const drawn = showing ? changes.flatMap((change) => decorations(change, base, state.selection, backward)) : [];
  return { base, showing, backward, found, acts: actsOf(changes), waits: '', drawn: DecorationSet.create(state.doc, drawn) };
}

function decorations(change, base, selection, backward) {
  const { from, to, type, gone, come } = change;
  if (type === 'setting') return [Decoration.inline(from, to, { class: 'reset-words', title: 'Italics or bold changed' })];
  // After Backspace the struck words stand to the right of the caret, else to the left: the caret must seem to move.
  const side = backward && !come.length && selection.empty && selection.head === from ? 1 : -1;
  const here = come.map((piece) => Decoration.inline(piece.from, piece.to, insertion(piece), { inclusiveEnd: true }));
  return [...here, ...gone.map((piece) => deletion(piece, from, side, base))];
}

const insertion = ({ move }) => ({ nodeName: 'ins', ...movedAttributes(move) });

function deletion(piece, at, side, base) {
  const { from, to, words, move } = piece;
  const draw = () => changed('del', piece, serializer.serializeFragment(base.firstChild.content.cut(from - 1, to - 1)));
  return Decoration.widget(at, draw, { side, marks: [], key: `${from}-${to}-${side}-${move}-${words}`, ignoreSelection: true });
}

function besideDeletion(view, event) {
  const struck = event.target.closest?.('del');
  if (!struck) return false;
  const place = view.state.doc.resolve(view.posAtDOM(struck, 0));
  view.focus();
  view.dispatch(view.state.tr.setSelection(TextSelection.near(place)));
  event.preventDefault();
  return true;
}

function afterComposition(view) {
  setTimeout(() => {
    if (view.isDestroyed) return;
    if (view.composing) afterComposition(view);
    else view.dispatch(told(view.state.tr, { composed: true }));
  }, AFTER_COMPOSITION);
  return false;
}

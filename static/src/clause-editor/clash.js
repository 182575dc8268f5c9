// A draft that was changed elsewhere: both texts are shown, and the writer chooses; nothing is lost before that.
import { button, make } from './elements.js';
import { redlineOf } from './redline-view.js';

/**
 * Show in `panel` what the server holds. `base` is the text of the clause, `theirs` the draft kept there
 * ({runs, reason, draft_version, by}); `keep()` and `take()` are the two ways on.
 */
export function showClash({ panel, base, theirs, numbers, keep, take }) {
  const done = (act) => () => { panel.hidden = true; panel.replaceChildren(); act(); };
  const who = theirs.by ? `The draft was changed elsewhere by ${theirs.by}. It reads there:` : 'The draft was changed elsewhere. It reads there:';
  panel.replaceChildren(
    make('h2', { id: 'clash-heading', textContent: 'This draft was changed elsewhere' }),
    make('p', {}, who),
    make('blockquote', { className: 'clause-text' }, redlineOf(base, theirs.runs, numbers)),
    ...(theirs.reason ? [make('p', {}, 'Reason there: ', make('bdi', { textContent: theirs.reason }))] : []),
    make('p', {}, 'Your text is in the editor above. Nothing is saved until you choose.'),
    make('p', { className: 'actions' }, button('Keep my text', done(keep)), ' ', button('Take the other text', done(take))),
  );
  panel.hidden = false;
}

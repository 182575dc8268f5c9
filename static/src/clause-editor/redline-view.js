// A redline that is only read: kept, inserted and deleted words between two texts.
import { make } from './elements.js';
import { changedBetween } from './redline.js';
import { serializer } from './schema.js';
import { tokensOf } from './tokens.js';
import { documentOf } from './wire.js';

/** Return the redline between two lists of runs as nodes of the page. */
export function redlineOf(baseRuns, currentRuns, numbers) {
  const [base, current] = [documentOf(baseRuns, numbers), documentOf(currentRuns, numbers)];
  const [before, after] = [tokensOf(base), tokensOf(current)];
  const out = document.createDocumentFragment();
  let kept = 0;
  for (const { hunk: [, , start, stop], gone, come } of changedBetween(before, after)) {
    out.append(words(current, after, kept, start));
    for (const piece of gone) out.append(changed('del', piece, words(base, before, piece.start, piece.stop)));
    for (const piece of come) out.append(changed('ins', piece, words(current, after, piece.start, piece.stop)));
    kept = stop;
  }
  out.append(words(current, after, kept, after.length));
  return out;
}

/** Return the element around words that were deleted or inserted, marked with the number of the `move` they are part of, if any. */
export const changed = (tag, { move }, ...children) => make(tag, { attributes: movedAttributes(move) }, ...children);

/** Return the attributes of words that moved; the style sheet shows and says what they mean. */
export const movedAttributes = (move) => (move ? { class: 'moved', 'data-move': String(move) } : {});

function words(text, tokens, start, stop) {
  if (stop <= start) return document.createDocumentFragment();
  return serializer.serializeFragment(text.slice(tokens[start].from, tokens[stop - 1].to).content);
}

// A redline that is only read: kept, inserted and deleted words between two texts.
import { make } from './elements.js';
import { hunksBetween } from './redline.js';
import { serializer } from './schema.js';
import { tokensOf } from './tokens.js';
import { documentOf } from './wire.js';

/** Return the redline between two lists of runs as nodes of the page. */
export function redlineOf(baseRuns, currentRuns, numbers) {
  const [base, current] = [documentOf(baseRuns, numbers), documentOf(currentRuns, numbers)];
  const [before, after] = [tokensOf(base), tokensOf(current)];
  const out = document.createDocumentFragment();
  let kept = 0;
  for (const [i, j, k, l] of hunksBetween(before, after)) {
    out.append(words(current, after, kept, k));
    if (j > i) out.append(make('del', {}, words(base, before, i, j)));
    if (l > k) out.append(make('ins', {}, words(current, after, k, l)));
    kept = l;
  }
  out.append(words(current, after, kept, after.length));
  return out;
}

function words(text, tokens, start, stop) {
  if (stop <= start) return document.createDocumentFragment();
  return serializer.serializeFragment(text.slice(tokens[start].from, tokens[stop - 1].to).content);
}

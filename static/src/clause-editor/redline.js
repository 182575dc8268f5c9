// The redline: a pure function of two texts. The same words, the same hunks as on the server.
import { localHunks } from './diff.js';
import { heavierKept } from './kept.js';
import { slid } from './sliding.js';
import { tokensOf } from './tokens.js';

/** Return the hunks `[start, stop, new start, new stop]` in which two lists of tokens differ, as they are shown. */
export function hunksBetween(before, after) {
  return coarse(slid(heavierKept(localHunks(before, after), before, after), before, after), before, after);
}

// Kept words between two replacements, not longer in letters than either, are shown as replaced with them. Beside a
// mere insertion or deletion they stay kept: nobody proposes to take them out.
function coarse(hunks, before, after) {
  const [old, recent] = [lengths(before), lengths(after)];
  const size = ([i, j, k, l]) => Math.max(old[j] - old[i], recent[l] - recent[k]);
  const joins = (last, hunk) => replaces(last) && replaces(hunk) && old[hunk[0]] - old[last[1]] <= Math.min(size(last), size(hunk));
  const out = [];
  for (let hunk of hunks) {
    while (out.length && joins(out.at(-1), hunk)) {
      const last = out.pop();
      hunk = [last[0], hunk[1], last[2], hunk[3]];
    }
    out.push(hunk);
  }
  return out;
}

const replaces = ([i, j, k, l]) => j > i && l > k;

function lengths(tokens) {
  let sum = 0;
  return [0, ...tokens.map(({ word }) => { sum += [...word].length; return sum; })];
}

/**
 * Return the changes between two documents: what was deleted (`theirs`, `deletedFrom`, `deletedTo` in the base) and
 * what stands now (`ours`, `from`, `to`), as tokens and as places, and the words of both.
 */
export function redline(base, current) {
  const [before, after] = [tokensOf(base), tokensOf(current)];
  return hunksBetween(before, after).map((hunk) => change(hunk, before, after));
}

function change([i, j, k, l], before, after) {
  const from = l > k ? after[k].from : after[k - 1]?.to ?? 1;
  const [gone, come] = [before.slice(i, j), after.slice(k, l)];
  return {
    type: type(gone, come), theirs: [i, j], ours: [k, l], deleted: words(gone), inserted: words(come),
    from, to: come.at(-1)?.to ?? from, deletedFrom: gone[0]?.from ?? null, deletedTo: gone.at(-1)?.to ?? null,
  };
}

const words = (tokens) => tokens.map((token) => token.words).join('').trim();

function type(gone, come) {
  if (!gone.length) return 'insert';
  if (!come.length) return 'delete';
  return words(gone) === words(come) ? 'setting' : 'replace';
}

// What changed between two documents, for drawing and for the list: hunk by hunk, or what moved with both its ends as one.
import { isLong } from './diff.js';
import { changedBetween } from './redline.js';
import { tokensOf } from './tokens.js';

/**
 * Return the changes between two documents, hunk by hunk: `theirs` is the stretch of tokens of the base, `ours` the one that
 * stands there now. `gone` and `come` are the pieces in which they are shown, `{from, to, words, move}` as places in their
 * document; `deleted` and `inserted` are the words of those that did not move. Text stands from `from` to `to`.
 * `found` are the hunks of the diff where the server has found them; null is returned where it is to be asked for them.
 */
export function changesBetween(base, current, found) {
  const [before, after] = [tokensOf(base), tokensOf(current)];
  if (!found && isLong(before, after)) return null;
  return changedBetween(before, after, found).map((hunk) => change(hunk, before, after));
}

function change({ hunk: [i, j, k, l], gone, come }, before, after) {
  const from = l > k ? after[k].from : after[k - 1]?.to ?? 1;
  const [left, here] = [gone.map((each) => piece(each, before)), come.map((each) => piece(each, after))];
  const [deleted, inserted] = [stayed(left), stayed(here)];
  const type = typeOf(deleted, inserted, left, here);
  return { type, theirs: [i, j], ours: [k, l], deleted, inserted, gone: left, come: here, from, to: here.at(-1)?.to ?? from };
}

const piece = ({ start, stop, move }, tokens) => ({
  from: tokens[start].from, to: tokens[stop - 1].to, words: words(tokens, start, stop), move, after: words(tokens, Math.max(0, start - 3), start),
});

const words = (tokens, start, stop) => tokens.slice(start, stop).map((token) => token.words).join('').trim();
const stayed = (pieces) => pieces.filter(({ move }) => !move).map((each) => each.words).join(' … ');

function typeOf(deleted, inserted, gone, come) {
  if (!deleted && !inserted) return 'move';
  if (!deleted) return 'insert';
  if (!inserted) return 'delete';
  return deleted === inserted && gone.length === 1 && come.length === 1 ? 'setting' : 'replace';
}

/** Return the acts `{changes, moves}` that are listed and taken back as one: changes between which words moved, or one alone. */
export function actsOf(changes) {
  const acts = [];
  for (const each of changes) {
    const ends = new Set([...each.gone, ...each.come].map(({ move }) => move).filter(Boolean));
    const tied = !ends.size ? [] : acts.filter((act) => act.changes.some((other) => [...other.gone, ...other.come].some(({ move }) => ends.has(move))));
    const first = tied[0] ?? acts[acts.push({ changes: [] }) - 1];
    first.changes = [...tied.flatMap((act) => act.changes), each];
    tied.slice(1).forEach((act) => acts.splice(acts.indexOf(act), 1));
  }
  return acts.map(({ changes: tied }) => ({ changes: tied, moves: tied.flatMap(({ come }) => come.filter(({ move }) => move)) }));
}

// The redline: a pure function of two texts. The same words, the same hunks as on the server.
import { localHunks } from './diff.js';
import { heavierKept } from './kept.js';
import { moves } from './moved.js';
import { slid } from './sliding.js';

/** Return the hunks `[start, stop, new start, new stop]` in which two lists of tokens differ, as they are shown. */
export const hunksBetween = (before, after) => compared(before, after).hunks;

/**
 * Return each hunk as `{hunk, gone, come}`: the pieces `{change, start, stop, move}` that it takes out of `before` and puts into
 * `after`. `move` numbers what moved, on both its sides, as a reader meets it; it is 0 elsewhere. `found` are the hunks of
 * the diff where the server has found them.
 */
export function changedBetween(before, after, found) {
  const { hunks, moved } = compared(before, after, found);
  return hunks.map((hunk) => ({ hunk, ...pieces(hunk, moved) }));
}

/** Return the redline of two lists of tokens in reading order: the pieces, and between them what was kept, in places of `before`. */
export function segmentsBetween(before, after) {
  const out = [];
  let kept = 0;
  for (const { hunk: [start, stop], gone, come } of changedBetween(before, after)) {
    out.push({ change: 'kept', start: kept, stop: start, move: 0 }, ...gone, ...come);
    kept = stop;
  }
  out.push({ change: 'kept', start: kept, stop: before.length, move: 0 });
  return out.filter(({ start, stop }) => start < stop);
}

function compared(before, after, found = localHunks(before, after)) {
  const fine = slid(heavierKept(found, before, after), before, after);
  const moved = moves(fine, before, after);
  const hunks = coarse(fine, before, after, moved);
  const met = new Set(hunks.flatMap((hunk) => Object.values(within(hunk, moved)).flat()));
  return { hunks, moved: [...met].map((move, at) => ({ ...move, number: at + 1 })) };
}

// The moves that begin or end in a hunk, in order.
function within([i, j, k, l], moved) {
  return {
    gone: moved.filter(({ start }) => i <= start && start < j).sort((one, other) => one.start - other.start),
    come: moved.filter(({ newStart }) => k <= newStart && newStart < l).sort((one, other) => one.newStart - other.newStart),
  };
}

function pieces(hunk, moved) {
  const [i, j, k, l] = hunk;
  const { gone, come } = within(hunk, moved);
  return {
    gone: cut('deleted', i, j, gone.map(({ start, size, number }) => [start, size, number])),
    come: cut('inserted', k, l, come.map(({ newStart, size, number }) => [newStart, size, number])),
  };
}

function cut(change, from, to, ends) {
  const out = [];
  let at = from;
  for (const [start, size, move] of ends) {
    out.push({ change, start: at, stop: start, move: 0 }, { change, start, stop: start + size, move });
    at = start + size;
  }
  out.push({ change, start: at, stop: to, move: 0 });
  return out.filter(({ start, stop }) => start < stop);
}

// Kept words between two replacements, not longer in letters than either, are shown as replaced with them. Beside a
// mere insertion or deletion they stay kept: nobody proposes to take them out. Words that moved count for nothing.
function coarse(hunks, before, after, moved) {
  const old = lengths(before, moved.map(({ start, size }) => [start, size]));
  const recent = lengths(after, moved.map(({ newStart, size }) => [newStart, size]));
  const size = ([i, j, k, l]) => Math.max(old[j] - old[i], recent[l] - recent[k]);
  const near = (last, hunk) => old[hunk[0]] - old[last[1]] <= Math.min(size(last), size(hunk));
  // Slid against its neighbour, or with few letters between.
  const joins = (last, hunk) => hunk[0] === last[1] || (near(last, hunk) && replaces(last, moved) && replaces(hunk, moved));
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

function replaces([i, j, k, l], moved) {
  const { gone, come } = within([i, j, k, l], moved);
  return i + sizes(gone) < j && k + sizes(come) < l;
}

const sizes = (moved) => moved.reduce((sum, { size }) => sum + size, 0);

function lengths(tokens, moved) {
  const letters = tokens.map(({ word }) => [...word].length);
  for (const [start, size] of moved) letters.fill(0, start, start + size);
  let sum = 0;
  return [0, ...letters.map((size) => { sum += size; return sum; })];
}

// Sliding: a pure insertion or deletion is shown where it reads best among the places at which it gives the same text.
import { signs } from './classes.js';

const [STOPS, CLOSERS] = ['stops', 'closers'].map(signs);

/** Return the hunks, each slid within the kept tokens around it. */
export function slid(found, before, after) {
  let floor = 0;
  return found.map((hunk, at) => {
    const settled = best(hunk, before, after, floor, found[at + 1]?.[0] ?? before.length);
    [, floor] = settled;
    return settled;
  });
}

function best([start, stop, newStart, newStop], before, after, floor, ceiling) {
  const [low, high] = extent(before, start, stop, after.slice(newStart, newStop), floor, ceiling);
  let [by, most] = [0, -1];
  for (let shift = low - start; shift <= high - stop; shift += 1) {
    const value = low === start && high === stop ? 0 : reads(before, start + shift) + reads(before, stop + shift);
    if (value > most) [by, most] = [shift, value];
  }
  return [start + by, stop + by, newStart + by, newStop + by];
}

function extent(before, start, stop, inserted, floor, ceiling) {
  if ((start < stop) === inserted.length > 0) return [start, stop];
  const pattern = inserted.length ? inserted : before.slice(start, stop);
  const { length } = pattern;
  const turn = (at) => pattern[((at % length) + length) % length].key;
  let [left, right] = [0, 0];
  while (start - left > floor && before[start - left - 1].key === turn(-1 - left)) left += 1;
  while (stop + right < ceiling && before[stop + right].key === turn(right)) right += 1;
  return [start - left, stop + right];
}

function reads(before, gap) {
  if (gap === 0 || gap === before.length) return 4;
  const last = before[gap - 1].word;
  if (STOPS.has(last)) return 3;
  if (CLOSERS.has(before[gap].word)) return 2;
  return CLOSERS.has(last) ? 1 : 0;
}

// The diff of two lists of tokens: hunks `[start, stop, new start, new stop]`, the same as the server finds.
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch';
import { longestCommon } from './longest-common.js';

const NEAR = 3; // hunks with fewer kept tokens than this between them are diffed again together, alone
const LARGEST_MIDDLE = 100; // above this diff-match-patch takes milliseconds, then seconds; size alone chooses, never time
const LARGEST_WINDOW = 40; // the same for a window, of which a long text has many
const LARGEST_HERE = 3000; // above this many changed tokens a tablet takes too long between two keys, and the server is asked
const FIRST_CODE = 0xe000; // private use, to U+F8FF: names 6,400 tokens in one UTF-16 unit, ten times what is ever asked

const patcher = new DiffMatchPatch();
patcher.Diff_Timeout = 0;

/** Say whether two lists of tokens differ in so many that the server is to find the hunks. */
export function isLong(before, after) {
  const [head, tail] = commonEnds(before, after, ({ key }, other) => key === other.key);
  const [gone, come] = [before, after].map(({ length }) => length - head - tail);
  return Math.min(gone, come) > 0 && Math.max(gone, come) > LARGEST_HERE;
}

/** Return the hunks between two lists of tokens; the same local change gives the same hunks, whatever else changed. */
export function localHunks(before, after) {
  const [base, proposed] = numbered(before, after);
  return windows(hunks(base, proposed)).flatMap((group) => {
    if (group.length === 1) return group;
    const [start, , newStart] = group[0];
    const [, stop, , newStop] = group.at(-1);
    return moved(hunks(base.slice(start, stop), proposed.slice(newStart, newStop), LARGEST_WINDOW), start, newStart);
  });
}

function numbered(...lists) {
  const numbers = new Map();
  return lists.map((tokens) => tokens.map(({ key }) => numbers.get(key) ?? numbers.set(key, numbers.size).get(key)));
}

function windows(found) {
  const groups = [];
  for (const hunk of found) {
    if (groups.length && hunk[0] - groups.at(-1).at(-1)[1] < NEAR) groups.at(-1).push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

const moved = (found, by, newBy) => found.map(([i, j, k, l]) => [i + by, j + by, k + newBy, l + newBy]);

function hunks(base, proposed, largest = LARGEST_MIDDLE) {
  const [head, tail] = commonEnds(base, proposed, (one, other) => one === other);
  const middle = base.slice(head, base.length - tail);
  const newMiddle = proposed.slice(head, proposed.length - tail);
  if (!middle.length && !newMiddle.length) return [];
  if (!middle.length || !newMiddle.length) return [[head, base.length - tail, head, proposed.length - tail]];
  return moved(joined(steps(middle, newMiddle, largest)), head, head);
}

function commonEnds(base, proposed, equal) {
  const shorter = Math.min(base.length, proposed.length);
  let head = 0;
  while (head < shorter && equal(base[head], proposed[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && equal(base.at(-1 - tail), proposed.at(-1 - tail))) tail += 1;
  return [head, tail];
}

// Steps are `[kept, size, new size]`.
function steps(base, proposed, largest) {
  if (Math.max(base.length, proposed.length) > largest) return longestCommon(base, proposed);
  const [[...old], [...recent]] = numbered(base.map(keyed), proposed.map(keyed));
  const found = patcher.diff_main(encoded(old), encoded(recent), false);
  return found.map(([change, { length }]) => [change === 0, change <= 0 ? length : 0, change >= 0 ? length : 0]);
}

const keyed = (key) => ({ key });
const encoded = (numbers) => numbers.map((number) => String.fromCharCode(FIRST_CODE + number)).join('');

function joined(found) {
  const out = [];
  let [at, newAt] = [0, 0];
  for (const [kept, size, newSize] of found) {
    if (!kept) {
      const last = out.at(-1);
      const joins = last && last[1] === at && last[3] === newAt;
      const [start, , newStart] = joins ? out.pop() : [at, at, newAt, newAt];
      out.push([start, at + size, newStart, newAt + newSize]);
    }
    [at, newAt] = [at + size, newAt + newSize];
  }
  return out;
}

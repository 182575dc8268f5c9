// Which words a reader takes for kept where the diff had a choice; the same choice as on the server.

const LARGEST = 40; // above this many tokens on a side the diff's own choice stands

/** Return the hunks with the longest common words kept between each two neighbours, rather than the most tokens. */
export function heavierKept(hunks, before, after) {
  const out = [];
  for (const hunk of hunks) out.push(...(out.length ? parted(out.pop(), hunk, before, after) : [hunk]));
  return out;
}

function parted(left, right, before, after) {
  const [start, newStart, stop, newStop] = [left[0], left[2], right[1], right[3]];
  if (Math.max(stop - start, newStop - newStart) > LARGEST) return [left, right];
  const kept = before.slice(left[1], right[0]).reduce((sum, token) => sum + letters(token), 0);
  const [weight, at, newAt, size] = heaviest(before.slice(start, stop), after.slice(newStart, newStop));
  if (weight <= kept) return [left, right];
  const [i, k] = [at + start, newAt + newStart];
  return [[start, i, newStart, k], [i + size, stop, k + size, newStop]].filter(([a, b, c, d]) => a < b || c < d);
}

// The common stretch of most letters, the first of equals: letters, where in old, where in recent, tokens.
function heaviest(old, recent) {
  let best = [0, 0, 0, 0];
  let above = Array(recent.length + 1).fill([0, 0]);
  old.forEach((token, i) => {
    const row = [[0, 0]];
    recent.forEach((other, j) => {
      const [sum, size] = above[j];
      row.push(token.key === other.key ? [sum + letters(token), size + 1] : [0, 0]);
      if (row[j + 1][0] > best[0]) best = [row[j + 1][0], i - size, j - size, size + 1];
    });
    above = row;
  });
  return best;
}

const letters = ({ word }) => [...word].length;

// Which words of a redline moved: deleted at one place and inserted at another, to the letter. The same choice as on the server.

const FEWEST = 3; // fewer tokens than this were not moved, they are just there too
const FEWEST_LETTERS = 12; // the same in letters: "of the and" stands everywhere
const MOST = 9; // more moves than this nobody follows, and each of them costs a search
const WIDE = 0x2e80; // from here on a sign (Chinese, kana, Hangul) says as much as two letters

/** Return the moves `{start, newStart, size}` among the hunks, that of most letters first; kept words do not move. */
export function moves(hunks, before, after) {
  const out = [];
  const [old, recent] = changed(hunks, before, after);
  const letters = lettersOf(after, recent);
  let move;
  while (out.length < MOST && (move = heaviest(old, recent, letters))) {
    out.push(move);
    old.fill(0, move.start, move.start + move.size);
    recent.fill(0, move.newStart, move.newStart + move.size);
  }
  return out;
}

// A number for each token that may have moved, the same for the same token; 0 for the others. Empty if none may.
function changed(hunks, before, after) {
  const codes = new Map();
  const old = coded(before, hunks.map(([start, stop]) => [start, stop]), codes);
  if (!codes.size) return [[], []];
  const recent = coded(after, hunks.map(([, , start, stop]) => [start, stop]), codes);
  const known = new Set(triples(old));
  const shared = new Set([...triples(recent)].filter((triple) => triple && known.has(triple)));
  return shared.size ? [only(old, shared), only(recent, shared)] : [[], []];
}

function coded(tokens, stretches, codes) {
  const out = Array(tokens.length).fill(0);
  for (const [start, stop] of stretches.filter(([from, to]) => to - from >= FEWEST)) {
    for (let at = start; at < stop; at += 1) {
      const { key } = tokens[at];
      if (!codes.has(key)) codes.set(key, codes.size + 1);
      out[at] = codes.get(key);
    }
  }
  return out;
}

// Three neighbours as one key, nothing where one of them cannot have moved.
function triples(codes) {
  return codes.slice(2).map((third, at) => (codes[at] && codes[at + 1] && third ? `${codes[at]} ${codes[at + 1]} ${third}` : ''));
}

function only(codes, shared) {
  const out = Array(codes.length).fill(0);
  triples(codes).forEach((triple, at) => {
    for (let i = at; shared.has(triple) && i < at + FEWEST; i += 1) out[i] = codes[i];
  });
  return out;
}

// How many letters stand before each token, those that cannot have moved left out.
function lettersOf(tokens, codes) {
  let sum = 0;
  return [0, ...codes.map((code, at) => { sum += code ? weight(tokens[at]) : 0; return sum; })];
}

const weight = ({ word }) => [...word].reduce((sum, sign) => sum + (sign.codePointAt(0) >= WIDE ? 2 : 1), 0);

function heaviest(old, recent, letters) {
  const runs = new Runs(old);
  let best = null;
  let most = FEWEST_LETTERS - 1;
  let [state, size] = [0, 0];
  recent.forEach((code, at) => {
    [state, size] = runs.longer(state, size, code);
    const sum = letters[at + 1] - letters[at + 1 - size];
    if (size < FEWEST || sum <= most) return;
    most = sum;
    best = { start: runs.first[state] - size, newStart: at + 1 - size, size };
  });
  return best;
}

// All runs within a sequence, as its suffix automaton; see the server's. A state stands for the runs that end at the same places.
class Runs {
  constructor(codes) {
    Object.assign(this, { first: [0], sizes: [0], shorter: [-1], next: [new Map()], last: 0 });
    codes.forEach((code, at) => { if (code || codes[at - 1] !== 0) this.append(code || -1 - at, at + 1); });
  }

  longer(before, length, code) {
    let [state, size] = [before, length];
    while (state && !this.next[state].has(code)) {
      state = this.shorter[state];
      size = this.sizes[state];
    }
    const following = this.next[state].get(code);
    return following === undefined ? [0, 0] : [following, size + 1];
  }

  append(code, end) {
    let before = this.last;
    this.last = this.add(this.sizes[before] + 1, end, new Map());
    while (before >= 0 && !this.next[before].has(code)) {
      this.next[before].set(code, this.last);
      before = this.shorter[before];
    }
    this.shorter[this.last] = before < 0 ? 0 : this.ending(before, code);
  }

  ending(from, code) {
    let before = from;
    const state = this.next[before].get(code);
    if (this.sizes[state] === this.sizes[before] + 1) return state;
    const part = this.add(this.sizes[before] + 1, this.first[state], new Map(this.next[state]));
    [this.shorter[part], this.shorter[state]] = [this.shorter[state], part];
    while (before >= 0 && this.next[before].get(code) === state) {
      this.next[before].set(code, part);
      before = this.shorter[before];
    }
    return part;
  }

  add(size, end, following) {
    this.first.push(end);
    this.sizes.push(size);
    this.shorter.push(0);
    return this.next.push(following) - 1;
  }
}

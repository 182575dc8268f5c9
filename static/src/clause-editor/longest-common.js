// The longest common subsequence of two long lists, bit by bit: quick where a diff by letters would take seconds.

/**
 * Return the steps `[kept, size, new size]` from one list of numbers to another.
 * Source: Hyyrö, Bit-parallel LCS-length computation revisited (2004); traced back as rapidfuzz does on the server.
 */
export function longestCommon(base, proposed) {
  const rows = table(base, proposed);
  const steps = [];
  let [column, row] = [base.length, proposed.length];
  const isSet = (at) => (rows[at] >> BigInt(column - 1)) & 1n;
  while (row && column) {
    if (isSet(row - 1)) {
      column -= 1;
      steps.push([false, 1, 0]);
    } else {
      row -= 1;
      if (row && !isSet(row - 1)) steps.push([false, 0, 1]);
      else {
        column -= 1;
        steps.push([true, 1, 1]);
      }
    }
  }
  steps.push([false, column, row]);
  return steps.reverse();
}

// Row by row of `proposed`: a bit is clear where the common subsequence with `base` grows.
function table(base, proposed) {
  const all = (1n << BigInt(base.length)) - 1n;
  const places = new Map();
  base.forEach((token, at) => places.set(token, (places.get(token) ?? 0n) | (1n << BigInt(at))));
  let bits = all;
  return proposed.map((token) => {
    const meets = bits & (places.get(token) ?? 0n);
    bits = ((bits + meets) | (bits - meets)) & all;
    return bits;
  });
}

// Making one stretch of a text like another text: for taking a change back, and for carrying words over to a new base.
import { tokensOf } from './tokens.js';

/**
 * Return `transaction` in which each stretch of the document reads as in `model`. A stretch is
 * `{ours: [start, stop], theirs: [start, stop]}` in tokens of the document and of the model, in order.
 */
export function rewrite(transaction, model, stretches) {
  const ours = tokensOf(transaction.doc);
  const theirs = tokensOf(model);
  for (const stretch of [...stretches].reverse()) replace(transaction, model, ours, theirs, withNeighbour(stretch, ours, theirs));
  return transaction;
}

// The first word of a clause has no blank before it, so a change before a kept word rewrites that word too.
function withNeighbour({ ours: [i, j], theirs: [k, l] }, ours, theirs) {
  const alone = i > 0 || j >= ours.length || l >= theirs.length;
  return alone ? [i, j, k, l] : [i, j + 1, k, l + 1];
}

function replace(transaction, model, ours, theirs, [i, j, k, l]) {
  const content = l > k ? model.slice(theirs[k].from, theirs[l - 1].to).content : [];
  const [from, to] = place(ours, i, j);
  transaction.replaceWith(from, to, content);
}

function place(ours, i, j) {
  const before = i > 0 ? ours[i - 1].to : 1;
  return j > i ? [ours[i].from, ours[j - 1].to] : [before, before];
}

// A change in words, for the list, the buttons and the screen reader.

/** Return the parts of the sentence about `change`; what is quoted stands in `{quoted}`. */
export function parts({ type, deleted, inserted }) {
  switch (type) {
    case 'insert': return ['Inserted ', { quoted: inserted }];
    case 'delete': return ['Deleted ', { quoted: deleted }];
    case 'setting': return ['Changed italics or bold of ', { quoted: inserted }];
    default: return ['Replaced ', { quoted: deleted }, ' with ', { quoted: inserted }];
  }
}

/** Return the sentence as plain words. */
export const sentence = (change) => parts(change).map((part) => (part.quoted === undefined ? part : `“${part.quoted}”`)).join('');

/** Return the sentence for the polite status line. */
export function summary(changes) {
  if (!changes.length) return 'No changes';
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}. Last: ${sentence(changes.at(-1))}`;
}

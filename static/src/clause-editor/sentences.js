// What was changed in words, for the list, the buttons and the screen reader.

/** Return the parts of the sentence about an act `{changes, moves}`; what is quoted stands in `{quoted}`. */
export function parts({ changes, moves }) {
  const phrases = [...moves.map(moved), ...changes.filter(({ type }) => type !== 'move').map(changed)];
  return phrases.flatMap(([verb, ...rest], at) => [at ? `; ${verb}` : capital(verb), ...rest]);
}

function moved({ move, words, after }) {
  const where = after ? [' to after ', { quoted: after }] : [' to the beginning'];
  return ['moved ', { quoted: words }, ` (${move})`, ...where];
}

function changed({ type, deleted, inserted }) {
  switch (type) {
    case 'insert': return ['inserted ', { quoted: inserted }];
    case 'delete': return ['deleted ', { quoted: deleted }];
    case 'setting': return ['changed italics or bold of ', { quoted: inserted }];
    default: return ['replaced ', { quoted: deleted }, ' with ', { quoted: inserted }];
  }
}

const capital = (verb) => verb[0].toUpperCase() + verb.slice(1);

/** Return the sentence as plain words. */
export const sentence = (act) => parts(act).map((part) => (part.quoted === undefined ? part : `“${part.quoted}”`)).join('');

/** Return the sentence for the polite status line. */
export function summary(acts) {
  if (!acts.length) return 'No changes';
  return `${acts.length} ${acts.length === 1 ? 'change' : 'changes'}. Last: ${sentence(acts.at(-1))}`;
}

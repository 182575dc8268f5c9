// What was changed in words, for the list, the buttons and the screen reader.

export const NONE = 'None yet.';

/** Said in place of the changes while they wait for the server, which finds those of a long text. */
export const WAITING = {
  answer: 'Showing the redline …',
  connection: 'The changes cannot be shown now: in a text as long as this the server finds them, and it does not answer. Write on; they come back with it.',
};

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
export function summary(acts, waits) {
  if (waits) return WAITING[waits];
  if (!acts.length) return 'No changes';
  return `${acts.length} ${acts.length === 1 ? 'change' : 'changes'}. Last: ${sentence(acts.at(-1))}`;
}

// What happened, in the words of the room.
const ACTS = {
  'amendment-submitted': 'submitted',
  'amendment-revised': 'revised',
  'amendment-withdrawn': 'withdrawn',
  'amendment-accepted': 'accepted',
  'amendment-rejected': 'rejected',
};

/** Return a sentence for a burst of changes; `unread` says that the page itself was left as it was. */
export function told(changes, unread) {
  const real = changes.filter((change) => change.type !== 'caught-up');
  if (!real.length) return unread ? 'Connected again' : 'Connected again; the page is up to date';
  if (real.some((change) => change.type === 'document-adopted')) return 'The text is adopted';
  if (real.length > 2) return `${real.length} changes`;
  return real.map(one).join('; ');
}

function one({ type, number, label }) {
  const act = ACTS[type];
  if (!act) return 'the text changed';
  return `${number ? `Amendment ${number}` : 'an amendment'}${label ? ` to ${label}` : ''} ${act}`;
}

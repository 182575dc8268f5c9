// The light notation of the plain form: *italics*, **bold**, [^3] for note 3, a backslash before a sign that is meant.
const SIGN = /\\([\s\S])|(\*{1,3})|\[\^(\d+)\]|[^\\*[]+|[\s\S]/gu;

/** Return the runs of a text in the notation; `numbers` gives the printed number of each note by its id. */
export function runsOfNotation(text, numbers) {
  const notes = new Map([...numbers].map(([id, number]) => [String(number), id]));
  const runs = [];
  let stars = 0; // 1 within italics, 2 within bold, 3 within both
  for (const { 0: sign, 1: meant, 2: turned, 3: number } of text.matchAll(SIGN)) {
    if (turned) stars ^= turned.length;
    else if (notes.has(number)) runs.push({ fn: notes.get(number) });
    else runs.push({ t: meant ?? sign, m: [...(stars & 1 ? ['em'] : []), ...(stars & 2 ? ['strong'] : [])] });
  }
  return runs;
}

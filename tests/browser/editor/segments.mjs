// Reads pairs of texts (as runs) from standard input and writes the segments of the redline that the editor shows.
import { hunksBetween } from '../../../static/src/clause-editor/redline.js';
import { tokensOf } from '../../../static/src/clause-editor/tokens.js';
import { documentOf } from '../../../static/src/clause-editor/wire.js';

const words = (tokens, from, to) => tokens.slice(from, to).map(({ key, text }) => {
  const note = JSON.parse(key)[2];
  return note ? `${text}{${note}}` : text;
}).join('');

function segments([base, proposed]) {
  const [before, after] = [base, proposed].map((runs) => tokensOf(documentOf(runs, new Map())));
  const out = [];
  let kept = 0;
  for (const [i, j, k, l] of hunksBetween(before, after)) {
    out.push(['kept', words(before, kept, i)], ['deleted', words(before, i, j)], ['inserted', words(after, k, l)]);
    kept = j;
  }
  out.push(['kept', words(before, kept, before.length)]);
  return out.filter(([, text]) => text);
}

let input = '';
for await (const chunk of process.stdin) input += chunk;
process.stdout.write(JSON.stringify(JSON.parse(input).map(segments)));

// Reads pairs of texts (as runs) from standard input and writes what the editor makes of each: the tokens of both texts,
// and the segments of the redline that it shows.
import { segmentsBetween } from '../../../static/src/clause-editor/redline.js';
import { tokensOf } from '../../../static/src/clause-editor/tokens.js';
import { documentOf } from '../../../static/src/clause-editor/wire.js';

const shown = ({ key, text }) => {
  const note = JSON.parse(key)[2];
  return note ? `${text}{${note}}` : text;
};

function drawn(pair) {
  const [before, after] = pair.map((runs) => tokensOf(documentOf(runs, new Map())));
  const words = (tokens, start, stop) => tokens.slice(start, stop).map(shown).join('');
  const segments = segmentsBetween(before, after).map(({ change, start, stop, move }) => (
    [change, words(change === 'inserted' ? after : before, start, stop), move]));
  return { tokens: [before.map(shown), after.map(shown)], segments };
}

let input = '';
for await (const chunk of process.stdin) input += chunk;
process.stdout.write(JSON.stringify(JSON.parse(input).map(drawn)));

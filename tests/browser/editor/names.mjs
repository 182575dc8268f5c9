// Diffs texts of ever more words, all of them different, and writes what names diff-match-patch was given for the words.
import { diff_match_patch as DiffMatchPatch } from '../../../static/node_modules/diff-match-patch/index.js';
import { localHunks } from '../../../static/src/clause-editor/diff.js';

let most = 0;
const units = new Set();
const diffed = DiffMatchPatch.prototype.diff_main;
DiffMatchPatch.prototype.diff_main = function main(old, recent, ...rest) {
  const names = new Set((old + recent).split(''));
  most = Math.max(most, names.size);
  for (const name of names) units.add(name.charCodeAt(0));
  return diffed.call(this, old, recent, ...rest);
};

const words = (size, sign) => Array.from({ length: size }, (_, at) => ({ key: `${sign}${at}` }));
for (const size of [1, 99, 100, 101, 6400, 6401, 10000]) {
  localHunks(words(size, 'a'), words(size, 'b'));
  localHunks(words(size, 'a'), words(size, 'a').reverse());
}
process.stdout.write(JSON.stringify({ most, first: Math.min(...units), last: Math.max(...units) }));

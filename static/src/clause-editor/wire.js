// Runs: how a text travels and is compared. Offsets never leave the page: JavaScript counts otherwise than the server.
import { schema } from './schema.js';

/** Return the document for `runs`; `numbers` gives the printed number of each note by its id. */
export function documentOf(runs, numbers) {
  const inline = runs.map((run) => ('fn' in run
    ? schema.nodes.note.create({ id: run.fn, number: numbers.get(run.fn) ?? '?' })
    : run.t && schema.text(run.t, (run.m ?? []).map((name) => schema.marks[name].create()))));
  return schema.node('doc', null, [schema.node('clause', null, inline.filter(Boolean))]);
}

/** Return the runs of a document: `{t: words, m: [marks]}` or `{fn: note id}`. */
export function runsOf(document) {
  const runs = [];
  document.firstChild.forEach((node) => {
    const marks = node.marks.map((mark) => mark.type.name).sort();
    runs.push(node.isText ? { t: node.text, ...(marks.length && { m: marks }) } : { fn: node.attrs.id });
  });
  return runs;
}

/** Return the words as the server keeps them: composed letters, single blanks, none at the ends. */
export function canonical(runs) {
  const units = [];
  for (const run of runs) {
    if ('fn' in run) units.push({ fn: run.fn });
    else for (const letter of settled(run.t)) push(units, letter, (run.m ?? []).slice().sort().join(' '));
  }
  while (units.at(-1)?.letter === ' ') units.pop();
  return JSON.stringify(units.map((unit) => unit.fn ?? `${unit.letter}${unit.letter === ' ' ? '' : `|${unit.marks}`}`));
}

function settled(text) {
  return text.normalize('NFC').replace(/\u00ad/g, '').replace(/\s/gu, ' ');
}

function push(units, letter, marks) {
  const blankAgain = letter === ' ' && (!units.length || units.at(-1).letter === ' ');
  if (!blankAgain) units.push({ letter, marks });
}

/** Say whether two lists of runs are the same text once the server has settled blanks and letters. */
export const sameText = (ours, theirs) => canonical(ours) === canonical(theirs);

// Tokens: a word or a punctuation mark with its own leading blank and its setting, or a note reference. The server's rule.
import { members, signs } from './classes.js';

const [BLANK, SOLO, EXTEND, LETTER] = ['blank', 'solo', 'extend', 'letter'].map(members);
const INNER = [...signs('inner')].map((sign) => `\\u{${sign.codePointAt().toString(16)}}`).join('');
const CHUNK = new RegExp(`[^${BLANK}]+`, 'gu');
const TOKEN = new RegExp(`[${SOLO}][${EXTEND}]*|[${LETTER}]+(?:[${INNER}][${LETTER}]+)*|[^${BLANK}][${EXTEND}]*`, 'gu');
const BEGINS_SOLO = new RegExp(`^[${SOLO}]`, 'u');

/**
 * Return the tokens of a document: `{key, text, words, from, to}`. Equal keys are the same token; `words` is `text`
 * for people; from `from` to `to` it stands in the document, blank included.
 */
export function tokensOf(document) {
  const tokens = [];
  let blank = false;
  for (const stretch of stretches(document.firstChild)) {
    if (stretch.note) {
      add(tokens, blank && tokens.length ? ' ' : '', stretch.note, stretch.from + 1);
      blank = false;
    } else blank = addWords(tokens, stretch, blank);
  }
  return tokens;
}

// Neighbouring texts are one stretch: a word half in italics is one word.
function stretches(clause) {
  const out = [];
  clause.forEach((node, offset) => {
    const last = out.at(-1);
    if (!node.isText) out.push({ note: node.attrs, from: offset + 1 });
    else if (last?.pieces) last.pieces.push(node);
    else out.push({ pieces: [node], from: offset + 1 });
  });
  return out;
}

function addWords(tokens, { pieces, from }, blankBefore) {
  const text = pieces.map((piece) => piece.text).join('');
  const settings = pieces.some((piece) => piece.marks.length) ? settingsOf(pieces) : null;
  let blank = blankBefore;
  let end = 0;
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    let begins = blank || index > 0;
    let at = index;
    for (const word of chunk.match(TOKEN)) {
      const lead = (tokens.length ? begins : !BEGINS_SOLO.test(word)) ? ' ' : '';
      const setting = settings ? described(settings.slice(at, at + word.length)) : '';
      at += word.length;
      add(tokens, lead, null, from + at, word, setting);
      begins = false;
    }
    blank = false;
    end = at;
  }
  return blank || end < text.length;
}

function add(tokens, lead, note, to, word = '', setting = '') {
  const text = lead + word;
  const words = note ? `${lead}[note ${note.number}]` : text;
  tokens.push({ key: JSON.stringify([text, setting, note?.id]), text, words, word, from: tokens.at(-1)?.to ?? 1, to });
}

function settingsOf(pieces) {
  return pieces.flatMap((piece) => Array(piece.text.length).fill(piece.marks.map((mark) => mark.type.name).sort().join(' ')));
}

// One entry for each change of setting within the word, nothing for a plain word.
function described(settings) {
  const out = [];
  settings.forEach((marks, at) => { if (!at || marks !== settings[at - 1]) out.push(`${at} ${marks}`); });
  return out.length === 1 && out[0] === '0 ' ? '' : out.join(';');
}

// The peers that npm offers. "node peers.mjs NAME" reads {"base", "a", "b"} a line and answers {"text", "cpu"} a line.
// Text is null for a conflict, "0" from tools that only compare words (no edge inside one); cpu is in seconds and counts the tokenising.

import { createInterface } from "node:readline";
import { applyPatch, diffArrays, diffWordsWithSpace, structuredPatch } from "diff";
import { diff3Merge } from "node-diff3";

const SOLO = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
const LETTER = `(?:(?![${SOLO}])[\\p{L}\\p{N}_\\p{M}])`;
const WORD = new RegExp(` ?(?:[${SOLO}]|${LETTER}+(?:['’./,\\-‐‑·]${LETTER}+)*|\\S)`, "gu");

const words = (text) => ` ${text}`.match(WORD) ?? [];
const written = (tokens) => tokens.join("").trim();
const lines = (text) => words(text).map((word) => `${word}\n`).join("");

function nodeDiff3(base, a, b) {
  const blocks = diff3Merge(words(a), words(base), words(b), { excludeFalseConflicts: true });
  return blocks.some((block) => block.conflict) ? null : written(blocks.flatMap((block) => block.ok));
}

function jsdiffPatch(fuzzFactor) {
  return (base, a, b) => {
    const patch = structuredPatch("", "", lines(base), lines(b), "", "", { context: 3 });
    const patched = applyPatch(lines(a), patch, { fuzzFactor });
    return patched === false ? null : patched.replaceAll("\n", "").trim();
  };
}

const PEERS = {
  "node-diff3": nodeDiff3,
  "jsdiff-patch": jsdiffPatch(0),
  "jsdiff-patch-fuzzy": jsdiffPatch(2),
  "jsdiff-words": (base, a) => (diffWordsWithSpace(base, a), "0"),
  "jsdiff-arrays": (base, a) => (diffArrays(words(base), words(a)), "0"),
};

// A short work is measured several times and the least counts; a long one once.
const PASSES = 3;
const SHORT = 20_000; // microseconds

const peer = PEERS[process.argv[2]];
for await (const line of createInterface({ input: process.stdin })) {
  const { base, a, b } = JSON.parse(line);
  let [text, cpu, passes] = ["", Infinity, 0];
  do {
    const before = process.cpuUsage();
    text = peer(base, a, b);
    const { user, system } = process.cpuUsage(before);
    cpu = Math.min(cpu, user + system);
    passes += 1;
  } while (passes < PASSES && cpu < SHORT);
  process.stdout.write(`${JSON.stringify({ text, cpu: cpu / 1e6 })}\n`);
}

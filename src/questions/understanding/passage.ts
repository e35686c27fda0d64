import type { Mark } from './sentence.js';
import type { Token } from './tokens.js';

/** Up to this many words a message is read whole. */
const SHORT = 45;

/**
 * The part of a long message that asks something: the sentence with a question mark, a question word and names in it,
 * the later one of two that are alike. Returns the numbers of the sentences to read.
 */
export function askingSentences(
  tokens: readonly Token[],
  marks: readonly Mark[],
  named: (from: number, to: number) => number,
): Set<number> {
  const all = new Set(tokens.map((token) => token.sentence));
  if (tokens.length <= SHORT || all.size === 1) return all;
  let best = { sentence: -1, score: -1 };
  for (const sentence of all) {
    const from = tokens.findIndex((token) => token.sentence === sentence);
    let to = from;
    while (to < tokens.length && tokens[to]?.sentence === sentence) to++;
    const last = tokens[to - 1];
    const inside = marks.filter((mark) => mark.from >= from && mark.to <= to);
    const score =
      (last?.after.includes('?') ? 3 : 0) +
      (inside.some((mark) => mark.value.startsWith('ask.')) ? 1 : 0) +
      (inside.some((mark) => /^(?:noun\.project|relation|field|register)/.test(mark.value)) ? 1 : 0) +
      Math.min(3, named(from, to)) +
      Math.min(1, (to - from) / 10);
    if (score >= best.score) best = { sentence, score };
  }
  return new Set([best.sentence]);
}

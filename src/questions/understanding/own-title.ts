import { isContent } from './lexicon.js';
import type { Lexis } from './lexis.js';
import type { Mark } from './sentence.js';
import type { Token } from './tokens.js';
import { findNaming } from './topic-units.js';

/** Who says two or more words of the programme's own title in a row means the programme; they are no matter. */
export function ownTitle(lexis: Lexis, tokens: readonly Token[]): Mark[] {
  const marks: Mark[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const length = Math.max(0, ...lexis.title.map((words) => longestRun(words, tokens, from)));
    const run = tokens.slice(from, from + length);
    const telling = run.some((token) => isContent(token.word) && !lexis.cityWords.has(token.word));
    if (length < 2 || !telling || run.some((token) => isContent(token.word) && findNaming(lexis.topics, token.stem)))
      continue;
    marks.push({ value: 'noun.programme', from, to: from + length, gap: [] });
    from += length - 1;
  }
  return marks;
}

function longestRun(words: readonly string[], tokens: readonly Token[], from: number): number {
  let longest = 0;
  for (const [start, first] of words.entries()) {
    if (first !== tokens[from]?.word) continue;
    let length = 1;
    while (words[start + length] !== undefined && words[start + length] === tokens[from + length]?.word) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

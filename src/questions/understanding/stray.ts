import { isContent } from './lexicon.js';
import type { Lexis } from './lexis.js';
import type { Sentence } from './sentence.js';
import { stem } from './stem.js';
import type { Token } from './tokens.js';
import { findNaming } from './topic-units.js';

const CUES = new Set([
  'zu',
  'zum',
  'zur',
  'uber',
  'mit',
  'fur',
  'gegen',
  'thema',
  'um',
  'bei',
  'beim',
  'about',
  'on',
  'with',
  'for',
  'regarding',
  'against',
  'oder',
  'or',
  'und',
  'and',
  'im',
  'in',
  'an',
  'am',
  'auf',
]);

/**
 * Leaves out words that only decorate ("unmittelbar", "vielleicht demnächst"): beside conditions a topic narrows an
 * answer, so only words that look like a matter may: nouns by their capital, words after a preposition, or words that
 * name a project.
 */
export function withoutStray(lexis: Lexis, sentence: Sentence, leftover: readonly Token[]): Token[] {
  const capitals = sentence.lang === 'de' && sentence.tokens.slice(1).some((token) => /^\p{Lu}/u.test(token.raw));
  return leftover.filter((token) => {
    const at = sentence.tokens.indexOf(token);
    if (token.glued || sentence.tokens[at + 1]?.glued || !isContent(token.word)) return true;
    if (lexis.topics.notionsOf.has(token.stem)) return true;
    if (findNaming(lexis.topics, stem(token.word))) return true;
    const cued = CUES.has(sentence.tokens[at - 1]?.word ?? '');
    if (capitals) return at > 0 ? /^\p{Lu}|\d/u.test(token.raw) : cued;
    return cued || CUES.has(sentence.tokens[at - 2]?.word ?? '');
  });
}

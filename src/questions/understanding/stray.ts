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
 * Leaves out words that only decorate ("unmittelbar", "veranschlagt"): what makes a topic or a project's name looks like
 * a matter: nouns by their capital, words after a preposition, or words that name a project. Where nothing looks so, all
 * stay.
 */
export function withoutStray(
  lexis: Lexis,
  sentence: Sentence,
  leftover: readonly Token[],
  phrases: ReadonlySet<number>,
): Token[] {
  const capitals = sentence.lang === 'de' && sentence.tokens.slice(1).some((token) => /^\p{Lu}/u.test(token.raw));
  const kept = leftover.filter((token) => {
    const at = sentence.tokens.indexOf(token);
    if (phrases.has(at)) return true;
    if (token.glued || sentence.tokens[at + 1]?.glued || !isContent(token.word)) return true;
    if (lexis.topics.notionsOf.has(token.stem)) return true;
    if (findNaming(lexis.topics, stem(token.word))) return true;
    const cued = CUES.has(sentence.tokens[at - 1]?.word ?? '');
    if (capitals) return at > 0 ? /^\p{Lu}|\d/u.test(token.raw) : cued;
    return cued || CUES.has(sentence.tokens[at - 2]?.word ?? '');
  });
  return kept.length > 0 ? kept : [...leftover];
}

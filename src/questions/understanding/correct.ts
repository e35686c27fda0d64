import { splitCompound } from './compounds.js';
import { correctHyphenated } from './hyphenated.js';
import type { Lexis } from './lexis.js';
import { FILLERS, LIGHT } from './lexicon.js';
import { stem } from './stem.js';
import type { Token } from './tokens.js';

/** Replaces misspelt words by the ones that were meant, where only one comes near; says which. */
export function correctSpelling(
  lexis: Lexis,
  tokens: readonly Token[],
): { tokens: Token[]; corrected: { said: string; meant: string }[] } {
  const whole = correctHyphenated(lexis.hyphenated, tokens);
  const corrected = [...whole.corrected];
  const result = whole.tokens.map((token) => {
    if (token.kind === 'number' || isKnown(lexis, token.word)) return token;
    const meant = lexis.spelling.correct(token.word);
    if (meant === undefined) return token;
    corrected.push({ said: token.raw, meant });
    return { ...token, word: meant, stem: stem(meant) };
  });
  return { tokens: result, corrected };
}

/** Whether a word means something as it stands. */
export function isKnown(lexis: Lexis, word: string): boolean {
  if (word.length < 4 || /\d/.test(word) || LIGHT.has(word) || FILLERS.has(word)) return true;
  if (lexis.spelling.has(word) || lexis.grammar.words.has(word) || lexis.cityWords.has(word)) return true;
  if (lexis.spelling.hasStem(stem(word))) return true;
  if (lexis.topics.known(word) || lexis.topics.compounds.has(stem(word))) return true;
  for (const prefix of lexis.grammar.prefixes) if (prefix.length >= 4 && word.startsWith(prefix)) return true;
  const parts = splitCompound(word, lexis.topics.known);
  return parts.length === 2 && parts.every((part) => part.certain && part.part.length >= 4);
}

import { splitCompound } from './compounds.js';
import { correctHyphenated } from './hyphenated.js';
import type { Lexis } from './lexis.js';
import { FILLERS, grammarPhrases, LIGHT } from './lexicon.js';
import { stem } from './stem.js';
import type { Token } from './tokens.js';

/** Replaces misspelt words by the ones that were meant, where only one comes near; says which. */
export function correctSpelling(
  lexis: Lexis,
  tokens: readonly Token[],
): { tokens: Token[]; corrected: { said: string; meant: string }[] } {
  const whole = correctHyphenated(lexis.hyphenated, tokens);
  const corrected = [...whole.corrected];
  const result = whole.tokens.map((token, at) => {
    if (token.kind === 'number') return token;
    const little = littleWord(lexis, token, whole.tokens[at + 1]);
    if (little === undefined && isKnown(lexis, token.word)) return token;
    const meant = little ?? lexis.spelling.correct(token.word) ?? askingWord(token.word);
    if (meant !== undefined && at > 0 && isNoun(token) && isNoNoun(lexis, meant)) return token;
    if (meant === undefined) return token;
    corrected.push({ said: token.raw, meant });
    return { ...token, word: meant, stem: stem(meant) };
  });
  return { tokens: result, corrected };
}

/**
 * "Wi viele", "hwo many": two or three letters are too few to tell what was meant, but where just one little word that is
 * nearly so begins a phrase with the next word, it is that one.
 */
function littleWord(
  { grammar, names, projectNames }: Lexis,
  token: Token,
  next: Token | undefined,
): string | undefined {
  const { word, raw } = token;
  if (!next || word.length > 3 || word.length < 2 || /^\p{Lu}{2,}$/u.test(raw)) return undefined;
  if (LIGHT.has(word) || FILLERS.has(word) || grammar.words.has(word)) return undefined;
  if (names.has(token.stem) || projectNames.has(token.stem)) return undefined;
  const fitting = [...FILLERS].filter(
    (each) => each.charAt(0) === word.charAt(0) && isSlip(word, each) && grammar.begins(each, next.word),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** "Imker" is no misspelt "immer": nouns are written large, and who does so knows it. */
const isNoun = ({ raw }: Token): boolean => /^\p{Lu}\p{Ll}/u.test(raw);
const isNoNoun = ({ grammar }: Lexis, word: string): boolean =>
  (FILLERS.has(word) || LIGHT.has(word)) && !grammar.words.has(word);

/** "Wivele", "welhs": what asks is told although two letters of it are left out. */
function askingWord(word: string): string | undefined {
  if (word.length < SHORTEST_ASKING) return undefined;
  const fitting = [...ASKING].filter(
    (each) =>
      each.length - word.length === 2 &&
      each.charAt(0) === word.charAt(0) &&
      each.at(-1) === word.at(-1) &&
      isWithin(word, each),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
const SHORTEST_ASKING = 5;
const ASKING: ReadonlySet<string> = new Set(
  grammarPhrases().flatMap(([concept, phrase]) =>
    /^(?:ask\.(?:which|howMany|howMuch|when|where|why|howLong)|noun\.project)/.test(concept)
      ? phrase.split(/[ |?*]+/)
      : [],
  ),
);

/** Whether all letters of a word stand in another one in their order. */
function isWithin(word: string, other: string): boolean {
  let at = 0;
  for (const letter of other) if (letter === word.charAt(at)) at++;
  return at === word.length;
}

/** One letter left out, or two letters changed about. */
function isSlip(said: string, meant: string): boolean {
  if (said.length === meant.length) return [...said].sort().join('') === [...meant].sort().join('');
  return (
    meant.length === said.length + 1 && [...meant].some((_, at) => meant.slice(0, at) + meant.slice(at + 1) === said)
  );
}

/** Whether a word means something as it stands. */
export function isKnown(lexis: Lexis, word: string): boolean {
  if (word.length < 4 || /\d/.test(word) || LIGHT.has(word) || FILLERS.has(word)) return true;
  if (lexis.spelling.has(word) || lexis.grammar.words.has(word) || lexis.cityWords.has(word)) return true;
  if (lexis.spelling.hasStem(stem(word))) return true;
  if (lexis.topics.known(word) || lexis.topics.compounds.has(stem(word))) return true;
  for (const prefix of lexis.grammar.prefixes) if (prefix.length >= 4 && word.startsWith(prefix)) return true;
  const parts = splitCompound(word, lexis.topics.known);
  // "Digitalrat": of a long word a short part is enough.
  return (
    parts.length === 2 && parts.every((part) => part.certain && (part.part.length >= 4 || word.length >= LONG_COMPOUND))
  );
}
const LONG_COMPOUND = 9;

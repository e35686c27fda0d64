import foreign from '../lexicon/foreign.json' with { type: 'json' };
import { TELLING } from './lexicon.js';
import type { Sentence } from './sentence.js';

const LANGUAGES = Object.values(foreign).map((words) => new Set(words));
/** So many little words of another language tell it, and more of them than of German or English. */
const TOLD = 2;

/** Whether the words are neither German nor English: by another script, or by the little words of another language. */
export function isForeign({ text, tokens }: Sentence): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  if (others.length > 3 && others.length > letters.length / 2) return true;
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ raw }) => plain(raw));
  const own = words.filter((word) => TELLING.de.has(word) || TELLING.en.has(word)).length;
  const told = Math.max(0, ...LANGUAGES.map((language) => words.filter((word) => language.has(word)).length));
  return told >= TOLD && told > own;
}

const plain = (raw: string): string =>
  raw
    .toLowerCase()
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/\p{M}|'.*$/gu, '');

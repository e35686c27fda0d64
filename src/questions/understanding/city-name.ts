import type { Programme } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import { fold } from './fold.js';
import type { Token } from './tokens.js';
import { tokenise } from './tokens.js';

/** The city's name as words, and whether they mean something else as well ("Bad …", "Essen", "Halle"). */
export interface CityName {
  words: readonly string[];
  /** By word: it is a matter too. */
  ambiguous: ReadonlySet<string>;
}

/** "Hansestadt …", "Landkreis …": what kind of place it is, is no part of its name. */
const KIND = /(?:stadt|kreis|gemeinde|markt|flecken|region)$/;

/** What a city is called without what kind of place it is: "Bremen" of "Hansestadt Bremen". */
export function properName(city: string): string {
  const words = city.split(/\s+/);
  return words.filter((word, at) => at === words.length - 1 || !KIND.test(fold(word))).join(' ');
}

/** @param isMatter whether the thesaurus knows a word, folded, as a matter */
export function cityName({ city, projects }: Programme, isMatter: (word: string) => boolean): CityName {
  const said = tokenise(city).map(({ word }) => word);
  const named = said.filter((word, at) => at === said.length - 1 || !KIND.test(word));
  const spoken = projects.flatMap(({ title, keywords }) =>
    [...wordings(title), ...keywords].flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u)),
  );
  const keywords = new Set(projects.flatMap(({ keywords: words }) => words.map(fold)));
  const inside = (word: string): boolean =>
    spoken.some((each) => each.length >= word.length + LEAST_REST && (each.startsWith(word) || each.endsWith(word)));
  return {
    words: named,
    ambiguous: new Set(
      named.filter((word) => isMatter(word) || keywords.has(word) || inside(word) || named.length > 1),
    ),
  };
}
/** Letters that the other part of a compound has at least. */
const LEAST_REST = 3;

/**
 * Places of the city's name. It narrows nothing, as all of the programme is of that city; a word of it that is a matter
 * too is the name only where the whole name stands, written large, after "in", "der Stadt" and the like.
 */
export function cityPlaces({ words, ambiguous }: CityName, tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  const capitals = tokens.slice(1).some(({ raw }) => /^\p{Lu}/u.test(raw));
  for (let at = 0; at < tokens.length; at++) {
    if (!words.every((word, offset) => isForm(tokens[at + offset]?.word ?? '', word))) continue;
    const run = tokens.slice(at, at + words.length);
    const isPlain = words.length === 1 && !ambiguous.has(words[0] ?? '');
    const large = !capitals || run.every(({ raw }) => /^\p{Lu}/u.test(raw));
    const isPlaced = words.length > 1 || PLACING.test(tokens[at - 1]?.word ?? '') || isAdjective(run[0], words[0]);
    if (isPlain || (large && isPlaced)) run.forEach((_, offset) => places.add(at + offset));
  }
  return places;
}

/** "Essens", "Essener". */
const isForm = (said: string, word: string): boolean => said === word || said === `${word}s` || said === `${word}er`;
const isAdjective = (token: Token | undefined, word: string | undefined): boolean => token?.word === `${word ?? ''}er`;
const PLACING = /^(?:in|von|aus|fur|bei|stadt|hansestadt|landeshauptstadt|gemeinde|of|for|city)$/;

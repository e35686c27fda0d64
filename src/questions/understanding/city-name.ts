import type { Programme } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import { fold } from './fold.js';
import { isContent } from './lexicon.js';
import type { Token } from './tokens.js';
import { tokenise } from './tokens.js';

/** How the city is called, and which of its names mean something else as well ("Essen", "Halle"). */
export interface CityName {
  /** As words, the longest first: "Frankfurt am Main", "Frankfurt". */
  ways: readonly (readonly string[])[];
  /** Names of one word that are a matter too. */
  ambiguous: ReadonlySet<string>;
}

/** "Hansestadt …", "Landkreis …": what kind of place it is, is no part of its name. */
const KIND = /(?:stadt|kreis|gemeinde|markt|flecken|region)$/;
const LARGE = /^\p{Lu}/u;

/** What a city is called without what kind of place it is: "Bremen" of "Hansestadt Bremen", but "Neustadt am Rübenberge". */
export function properName(city: string): string {
  const words = city.split(/\s+/);
  const kind = words.findLastIndex((word, at) => KIND.test(fold(word)) && LARGE.test(words[at + 1] ?? ''));
  return words.slice(kind + 1).join(' ');
}

/** Without the river or the country behind it: "Frankfurt" of "Frankfurt am Main", "Halle" of "Halle (Saale)". */
function shortName(name: string): string {
  const words = name.split(/\s+/);
  const rest = words.findIndex((word) => !LARGE.test(word));
  return words.slice(0, rest < 0 ? words.length : rest).join(' ');
}

/** @param isMatter whether the thesaurus knows a word, folded, as a matter */
export function cityName({ city, projects }: Programme, isMatter: (word: string) => boolean): CityName {
  const proper = properName(city);
  const names = [...new Set([city, proper, shortName(proper)])];
  const ways = names.map((name) => tokenise(name).map(({ word }) => word)).filter((words) => words.length > 0);
  const spoken = projects.flatMap(({ title, keywords }) =>
    [...wordings(title), ...keywords].flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u)),
  );
  const keywords = new Set(projects.flatMap(({ keywords: words }) => words.map(fold)));
  const inside = (word: string): boolean =>
    spoken.some((each) => each.length >= word.length + LEAST_REST && (each.startsWith(word) || each.endsWith(word)));
  const single = ways.flatMap((words) => (words.length === 1 ? words : []));
  return { ways, ambiguous: new Set(single.filter((word) => isMatter(word) || keywords.has(word) || inside(word))) };
}
/** Letters that the other part of a compound has at least. */
const LEAST_REST = 3;

/**
 * Places of the city's name. It narrows nothing, as all of the programme is of that city; a name of one word that is a
 * matter too is the name only where it stands, written large, after "in", "der Stadt" and the like.
 */
export function cityPlaces({ ways, ambiguous }: CityName, tokens: readonly Token[]): ReadonlySet<number> {
  const places = new Set<number>();
  const capitals = tokens.slice(1).some(({ raw }) => LARGE.test(raw));
  for (let at = 0; at < tokens.length; at++) {
    const words = ways.find((way) => way.every((word, offset) => isForm(tokens[at + offset]?.word ?? '', word)));
    if (!words) continue;
    const run = tokens.slice(at, at + words.length);
    const isPlain = words.length === 1 && !ambiguous.has(words[0] ?? '');
    const large = !capitals || run.every(({ raw, word }) => LARGE.test(raw) || !isContent(word));
    const isPlaced = words.length > 1 || PLACING.test(tokens[at - 1]?.word ?? '') || isAdjective(run[0], words[0]);
    if (isPlain || (large && isPlaced)) run.forEach((_, offset) => places.add(at + offset));
  }
  return places;
}

/** "Essens", "Essener". */
const isForm = (said: string, word: string): boolean => said === word || said === `${word}s` || said === `${word}er`;
const isAdjective = (token: Token | undefined, word: string | undefined): boolean => token?.word === `${word ?? ''}er`;
const PLACING = /^(?:in|von|aus|fur|bei|stadt|hansestadt|landeshauptstadt|gemeinde|of|for|city)$/;

import type { Token } from './tokens.js';
import { FACTORS, isNeeded, unitAt } from './units.js';

const counted = (words: string, from: number, step: number): [string, number][] =>
  words.split(' ').map((word, at) => [word, from + at * step]);
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...counted('zwei drei vier funf sechs sieben acht neun zehn elf zwolf', 2, 1),
  ...counted('two three four five six seven eight nine ten eleven twelve', 2, 1),
  ...counted('zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert', 20, 10),
  ...counted('twenty thirty forty fifty sixty seventy eighty ninety hundred', 20, 10),
]);
const ONE = /^(?:ein|eine|einer|einem|einen|one|a|an)$/;
const FRACTIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    halbe: 0.5,
    halben: 0.5,
    halber: 0.5,
    half: 0.5,
    dreiviertel: 0.75,
    viertel: 0.25,
    anderthalb: 1.5,
    eineinhalb: 1.5,
    zweieinhalb: 2.5,
    dreieinhalb: 3.5,
  }),
);
/** What stands before a bound; elsewhere number words count months to come and the like. */
const BOUNDED =
  /^(?:als|wie|than|uber|over|mindestens|wenigstens|least|most|maximal|hochstens|unter|under|max|min|to|zu)$/;
/** "Stellen" may be offices, "Post" is mail: there a number word alone says little. */
const MANY_SENSES = /^(?:stellen?|posts?|positions?|jobs?)$/;

/**
 * A number in words before what it counts: "eine halbe Stelle" is 0.5, "half a million" 0.5, "zwei" of "mehr als zwei
 * Jahre" 2. `to`: one after its last word.
 */
export function spokenNumber(tokens: readonly Token[], at: number): { value: number; to: number } | undefined {
  const word = (place: number): string => tokens[place]?.word ?? '';
  const first = word(at);
  // "More than a hundred thousand".
  const before = /^hund(?:red|ert)$/.test(first) && ONE.test(word(at - 1)) ? at - 2 : at - 1;
  const bounded = BOUNDED.test(word(before));
  const number = (value: number, to: number) => ({ value, to });
  const article = ONE.test(first);
  const fraction = FRACTIONS.get(article ? word(at + 1) : first);
  if (fraction !== undefined) {
    // "Half a million", "half an FTE", "eine halbe Stelle".
    const behind = at + (article ? 2 : ONE.test(word(at + 1)) ? 2 : 1);
    if (FACTORS.has(word(behind)) || countsAt(tokens, behind)) return number(fraction, behind);
  }
  const count = article ? 1 : NUMBERS.get(first);
  if (count === undefined) return undefined;
  const next = at + 1;
  const isRange = /^(?:zwischen|between)$/.test(word(at - 1)) && /^(?:und|and)$/.test(word(next));
  if (isRange && (tokens[at + 2]?.kind === 'number' || NUMBERS.has(word(at + 2)))) return number(count, next);
  const isHalfMore = /^(?:and a half)$/.test([1, 2, 3].map((step) => word(at + step)).join(' '));
  if (isHalfMore && (FACTORS.has(word(at + 4)) || countsAt(tokens, at + 4))) return number(count + 0.5, at + 4);
  if (FACTORS.has(word(next)) && (article ? (FACTORS.get(word(next)) ?? 0) >= 1_000_000 : bounded))
    return number(count, next);
  const unit = unitAt(tokens, wholeAt(tokens, next));
  if (unit === 'fte') return bounded || saysHowMany(tokens, next) ? number(count, next) : undefined;
  return bounded && (article ? unit === 'duration' : unit !== undefined) ? number(count, next) : undefined;
}

/** What counts posts or years stands at a place. */
const countsAt = (tokens: readonly Token[], at: number): boolean => {
  const unit = unitAt(tokens, wholeAt(tokens, at));
  return unit === 'fte' || unit === 'duration' || unit === 'personnelDays';
};

/** "Zwei Vollzeitstellen", "eine ganze Stelle", "brauchen zwei Stellen", but not "zwei Stellen" alone. */
const saysHowMany = (tokens: readonly Token[], at: number): boolean =>
  !MANY_SENSES.test(tokens[at]?.word ?? '') || isNeeded(tokens, at);

/** Behind "ganze", "volle", "whole" where a post follows: that says no more than the number does. */
export const wholeAt = (tokens: readonly Token[], at: number): number =>
  WHOLE.test(tokens[at]?.word ?? '') && unitAt(tokens, at + 1) === 'fte' ? at + 1 : at;
const WHOLE = /^(?:ganze[nr]?|volle[nr]?|einzige[nr]?|whole|entire|single)$/;

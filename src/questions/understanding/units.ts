import deUnits from '../lexicon/de/units.json' with { type: 'json' };
import enUnits from '../lexicon/en/units.json' with { type: 'json' };
import type { Measure } from '../question.js';
import { fold } from './fold.js';
import type { Token } from './tokens.js';

/** What an amount is counted in. */
export type AmountUnit = 'money' | Exclude<Measure, 'investment' | 'runningPerYear'>;

/** What a number is multiplied by: "Mio" a million. */
export const FACTORS: ReadonlyMap<string, number> = new Map(
  [deUnits, enUnits].flatMap(({ factors }) =>
    Object.entries(factors).flatMap(([factor, words]) =>
      words.map((word): [string, number] => [fold(word), Number(factor)]),
    ),
  ),
);

const entries = (unit: AmountUnit): [string, AmountUnit][] =>
  [...deUnits[unit], ...enUnits[unit]].map((word) => [fold(word), unit]);
const UNITS: ReadonlyMap<string, AmountUnit> = new Map(
  (['money', 'personnelDays', 'fte', 'progress', 'duration'] as const).flatMap(entries),
);
/** Every word that belongs to an amount, for spelling. */
export const AMOUNT_WORDS: readonly string[] = [...FACTORS.keys(), ...UNITS.keys()];

/** The unit a word stands for where it follows a number; people are one only where work needs them ("brauchen zwei Leute"). */
export function unitAt(tokens: readonly Token[], at: number, sign?: string): AmountUnit | undefined {
  const word = tokens[at]?.word ?? '';
  const isPeople = PEOPLE.test(word) && !/^(?:days?|tage?n?)$/.test(tokens[at + 1]?.word ?? '');
  if (isPeople) return isNeeded(tokens, at) ? 'fte' : undefined;
  return UNITS.get(word) ?? (sign === undefined ? undefined : UNITS.get(sign));
}
const PEOPLE =
  /^(?:leute|personen|person|people|persons|mitarbeiter|mitarbeitende|mitarbeitenden|mitarbeitern|employees)$/;

/** "Brauchen mehr als zwei Stellen": a verb of need stands before. */
export const isNeeded = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - NEED_WITHIN), at).some(({ word }) => NEED.test(word));
const NEED = /^(?:(?:ge|be)?brauch|benotig|bind|gebunden|erforder|beanspruch|need|requir|tak(?:e|ing)|tie)/;
const NEED_WITHIN = 8;

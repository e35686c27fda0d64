import deUnits from '../lexicon/de/units.json' with { type: 'json' };
import enUnits from '../lexicon/en/units.json' with { type: 'json' };
import type { Measure } from '../question.js';
import { fold } from './fold.js';
import type { Token } from './tokens.js';

/** A number with its unit: "1,5 Mio €" = 1500000 money; `unit` null where none was said. */
export interface Amount {
  value: number;
  unit: 'money' | Exclude<Measure, 'investment' | 'runningPerYear'> | null;
  from: number;
  to: number;
}

const FACTORS = new Map<string, number>();
const UNITS = new Map<string, NonNullable<Amount['unit']>>();
for (const units of [deUnits, enUnits]) {
  for (const [factor, words] of Object.entries(units.factors))
    for (const word of words) FACTORS.set(fold(word), Number(factor));
  for (const unit of ['money', 'personnelDays', 'fte', 'progress', 'duration'] as const) {
    for (const word of units[unit]) UNITS.set(fold(word), unit);
  }
}
/** Days a unit of duration stands for. */
const DURATION_DAYS: readonly [RegExp, number][] = [
  [/^jahr|^year/, 365],
  [/^monat|^month/, 30],
];

/** The amount that starts at a token; a plain number counts too. */
export function amountAt(tokens: readonly Token[], at: number): Amount | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const suffixed = /^(\d+)(k|m|mio|tsd|t|teur)$/.exec(token.word);
  const base = suffixed?.[1]
    ? Number(suffixed[1])
    : token.kind === 'number'
      ? readNumber(token.word)
      : wordNumber(tokens, at);
  if (base === undefined) return undefined;
  let value = suffixed?.[2] ? base * (suffixed[2].startsWith('m') ? 1_000_000 : 1000) : base;
  let unit: Amount['unit'] = suffixed?.[2] === 'teur' ? 'money' : null;
  let to = at + 1;
  if (unit === null && /[€]/.test(token.after)) unit = 'money';
  if (unit === null && token.after.includes('%')) unit = 'progress';
  for (let next = tokens[to]; next && to <= at + 3; next = tokens[++to]) {
    const factor = FACTORS.get(next.word);
    if (factor !== undefined && unit === null) value *= factor;
    const named = UNITS.get(next.word);
    if (named !== undefined) unit ??= named;
    if (/€/.test(next.after) && (factor !== undefined || named !== undefined)) unit ??= 'money';
    if (factor === undefined && named === undefined) break;
    if (named === 'duration') {
      const days = DURATION_DAYS.find(([pattern]) => pattern.test(next.word))?.[1];
      if (days) value *= days;
      to++;
      break;
    }
  }
  return { value, unit, from: at, to };
}

/** Two to twelve, in German and in English. */
const NUMBERS =
  'zwei drei vier funf sechs sieben acht neun zehn elf zwolf two three four five six seven eight nine ten eleven twelve'.split(
    ' ',
  );
/** What stands before a bound; elsewhere number words count months to come and the like. */
const BOUNDED =
  /^(?:als|wie|than|uber|over|mindestens|wenigstens|least|most|maximal|hochstens|unter|under|max|min|to|zu)$/;

function wordNumber(tokens: readonly Token[], at: number): number | undefined {
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  if (/^(?:ein|eine|einer|einem|one|a)$/.test(word) && (FACTORS.get(next) ?? 0) >= 1_000_000) return 1;
  if (/^(?:halbe|halben|half)$/.test(word) && FACTORS.has(next)) return 0.5;
  const count = NUMBERS.indexOf(word) % 11;
  if (count >= 0 && (UNITS.has(next) || FACTORS.has(next)) && BOUNDED.test(tokens[at - 1]?.word ?? ''))
    return count + 2;
  return undefined;
}

/** "100.000", "100,000", "1,5", "1.5", "2.000.000,50". */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ''));
  const mixed = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(text) ?? /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(text);
  if (mixed?.[1] && mixed[2]) return Number(`${mixed[1].replace(/[.,]/g, '')}.${mixed[2]}`);
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  return undefined;
}

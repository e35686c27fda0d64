import { spokenNumber, wholeAt } from './spoken-numbers.js';
import type { Token } from './tokens.js';
import { FACTORS, unitAt, type AmountUnit } from './units.js';

/** A number with its unit: "1,5 Mio €" = 1500000 money; `unit` null where none was said. */
export interface Amount {
  value: number;
  unit: AmountUnit | null;
  /** What the number itself was multiplied by: "5 Mio" a million, "2 Jahre" 365. */
  factor: number;
  from: number;
  to: number;
}

/** Days a unit of duration stands for. */
const DURATION_DAYS: readonly [RegExp, number][] = [
  [/^jahr|^year/, 365],
  [/^monat|^month/, 30],
];

/** What follows in "two full-time posts", "eine Vollzeit-Kraft". */
const FULL_TIME = /^(?:time|equivalents?|jobs?|employees?|staff|people|persons?|workers?|roles?|krafte?)$/;
/** So many words a number and its unit may have. */
const LONGEST = 5;

/** The amount that starts at a token; a plain number counts too. */
export function amountAt(tokens: readonly Token[], at: number): Amount | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const suffixed = /^(\d+)(k|m|mio|tsd|t|teur)$/.exec(token.word);
  const spoken = token.kind === 'number' ? undefined : spokenNumber(tokens, at);
  const base = suffixed?.[1] ? Number(suffixed[1]) : token.kind === 'number' ? readNumber(token.word) : spoken?.value;
  if (base === undefined) return undefined;
  let factor = suffixed?.[2] ? (suffixed[2].startsWith('m') ? 1_000_000 : 1000) : 1;
  let unit: Amount['unit'] = suffixed?.[2] === 'teur' ? 'money' : null;
  let to = wholeAt(tokens, spoken?.to ?? at + 1);
  if (unit === null && (token.after.includes('€') || tokens[at - 1]?.after.endsWith('€'))) unit = 'money';
  if (unit === null && token.after.includes('%')) unit = 'progress';
  for (let next = tokens[to]; next && to <= at + LONGEST; next = tokens[++to]) {
    // "T€" in two signs.
    const sign = next.after.startsWith('€') ? `${next.word}€` : next.word;
    const said = FACTORS.get(next.word) ?? FACTORS.get(sign);
    if (said !== undefined && factor === 1) factor = said;
    const named = unitAt(tokens, to, sign);
    if (named !== undefined) unit ??= named;
    if (/€/.test(next.after) && (said !== undefined || named !== undefined)) unit ??= 'money';
    if (said === undefined && named === undefined && !(unit === 'fte' && FULL_TIME.test(next.word))) break;
    if (named === 'duration') {
      const days = DURATION_DAYS.find(([pattern]) => pattern.test(next.word))?.[1];
      if (days) factor *= days;
      to++;
      break;
    }
  }
  return { value: base * factor, unit, factor, from: at, to };
}

/** All amounts of a sentence; in "100 bis 200 Tsd. Euro" the unit said with the second one is that of the first as well. */
export function findAmounts(tokens: readonly Token[]): Amount[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < tokens.length;) {
    const amount = amountAt(tokens, at);
    if (amount) amounts.push(amount);
    at = amount ? amount.to : at + 1;
  }
  return amounts.map((amount, place) => withUnitOf(tokens, amount, amounts[place + 1]));
}

function withUnitOf(tokens: readonly Token[], amount: Amount, next: Amount | undefined): Amount {
  if (!next || amount.unit !== null || amount.factor !== 1) return amount;
  const gap = tokens.slice(amount.to, next.from);
  const joined =
    gap.length === 0 ? tokens[next.from]?.glued === true : gap.length === 1 && JOINT.test(gap[0]?.word ?? '');
  return joined && amount.value <= next.value / next.factor
    ? { ...amount, value: amount.value * next.factor, unit: next.unit, factor: next.factor }
    : amount;
}
const JOINT = /^(?:und|bis|and|to)$/;

/** "100.000", "100,000", "1,5", "1.5", "2.000.000,50". */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ''));
  const mixed = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/.exec(text) ?? /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/.exec(text);
  if (mixed?.[1] && mixed[2]) return Number(`${mixed[1].replace(/[.,]/g, '')}.${mixed[2]}`);
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  return undefined;
}

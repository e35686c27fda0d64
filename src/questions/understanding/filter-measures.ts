import type { Funding } from '../../programme/programme.js';
import type { Filters, Measure, Threshold } from '../question.js';
import type { Amount } from './amounts.js';
import { measureOf } from './fields.js';
import type { Concept } from './lexicon.js';
import { has, marksOf, type Mark, type Sentence } from './sentence.js';
import { lackedFields, MEASURE_FIELDS, statedFields } from './stated-fields.js';
import { isYesNo } from './verbs.js';

/** Bounds on money, work and progress: "mehr als 100.000 Euro", "zwischen 50 und 100 Personentagen", "kein Budget". */
export function readMeasures(sentence: Sentence, filters: Filters): void {
  const thresholds: Threshold[] = [];
  const amounts = sentence.amounts.filter(
    (amount) => amount.unit !== null || amount.value >= 1000 || hasComparative(sentence, amount),
  );
  const between = betweenAmounts(sentence, amounts);
  if (between) thresholds.push(between);
  else
    for (const amount of amounts) {
      const threshold = thresholdOf(sentence, amount);
      if (threshold) thresholds.push(threshold);
    }
  for (const field of lackedFields(sentence)) {
    if (field === 'funding') filters.fundingMissing = true;
    else if (MEASURE_FIELDS.has(field)) thresholds.push({ measure: field as Measure, missing: true });
    else filters.lacks = [...(filters.lacks ?? []), field];
  }
  if (thresholds.length > 0 && !apartFrom(sentence, thresholds, filters)) filters.thresholds = thresholds;
  const stated = statedFields(sentence);
  if (stated.length > 0) filters.has = stated;
  readFunding(sentence, filters);
}

/** "Ganz ohne Geld", "nur zum Teil finanziert", "Finanzierung steht": told apart where the words do. */
function readFunding(sentence: Sentence, filters: Filters): void {
  const states: Funding[] = [];
  if (has(sentence, 'funding.notNeeded')) states.push('not-needed');
  else {
    if (has(sentence, 'funding.partly')) states.push('partly');
    if (has(sentence, 'funding.none') && has(sentence, ...MONEY)) states.push('missing');
  }
  if (states.length === 0 && has(sentence, 'funding.missing')) filters.fundingMissing = true;
  const supposed =
    has(sentence, 'field.funding') && isYesNo(sentence) && sentence.tokens.some((token) => SECURED.test(token.word));
  if (states.length === 0 && !filters.fundingMissing && (supposed || has(sentence, 'funding.there'))) {
    if (has(sentence, 'negation')) filters.fundingMissing = true;
    else states.push('available');
  }
  if (states.length === 0) return;
  delete filters.fundingMissing;
  const bounds = filters.thresholds?.filter((threshold) => !('missing' in threshold)) ?? [];
  if (bounds.length > 0) filters.thresholds = bounds;
  else delete filters.thresholds;
  filters.funding = states;
}
const SECURED = /^(?:gesichert|geklart|bewilligt|bestatigt|sicher|steht|secured|secure|confirmed|approved|available)$/;
const MONEY: readonly Concept[] = ['funding.missing', 'field.funding', 'field.cost', 'funding.none'];

function measureFor(sentence: Sentence, amount: Amount): Measure | null {
  const said = measureOf(sentence);
  switch (amount.unit) {
    case 'money':
      return said === 'runningPerYear' ? 'runningPerYear' : 'investment';
    case null:
      return said ?? (amount.value >= 5000 ? 'investment' : null);
    default:
      return amount.unit;
  }
}

function hasComparative(sentence: Sentence, amount: Amount): boolean {
  return comparativeBefore(sentence, amount) !== undefined && measureOf(sentence) !== null;
}

function comparativeBefore(sentence: Sentence, amount: Amount): Mark | undefined {
  return marksOf(sentence, 'compare.over', 'compare.under')
    .filter((mark) => mark.to <= amount.from && amount.from - mark.to <= 2)
    .at(-1);
}

function thresholdOf(sentence: Sentence, amount: Amount): Threshold | null {
  const measure = measureFor(sentence, amount);
  if (!measure) return null;
  const mark = comparativeBefore(sentence, amount);
  const trailing = sentence.tokens
    .slice(amount.to, amount.to + 3)
    .map((token) => token.word)
    .join(' ');
  const inclusive =
    mark !== undefined && marksOf(sentence, 'compare.inclusive').some((other) => other.from === mark.from);
  const under = mark?.value === 'compare.under';
  if (!mark && /^(?:oder|und|or|and) (?:mehr|more|daruber|hoher)/.test(trailing))
    return { measure, over: amount.value, under: null, inclusive: true };
  if (!mark && /^(?:oder|or) (?:weniger|less|darunter)/.test(trailing))
    return { measure, over: null, under: amount.value, inclusive: true };
  if (!mark && isNotEven(sentence, amount)) return { measure, over: null, under: amount.value, inclusive: false };
  const plainSum = amount.unit === null && !(amount.value >= 10_000 && measureOf(sentence) !== null);
  if (!mark) return plainSum ? null : { measure, over: amount.value, under: amount.value, inclusive: true };
  return under
    ? { measure, over: null, under: amount.value, inclusive }
    : { measure, over: amount.value, under: null, inclusive };
}

/** "Keine 100.000 Euro", "nicht einmal 50 Tage": less than that. */
const isNotEven = ({ tokens }: Sentence, { from }: Amount): boolean =>
  /^kein/.test(tokens[from - 1]?.word ?? '') ||
  /^(?:nicht (?:ein)?mal|not even)$/.test(`${tokens[from - 2]?.word ?? ''} ${tokens[from - 1]?.word ?? ''}`);

/** "Unter 50.000 oder über 1 Mio. Euro": not what lies between, as long as the value is stated. */
function apartFrom(sentence: Sentence, thresholds: readonly Threshold[], filters: Filters): boolean {
  const [low, high] = thresholds;
  if (!low || !high || thresholds.length > 2 || 'missing' in low || 'missing' in high) return false;
  const [under, over] = low.under !== null ? [low, high] : [high, low];
  const isApart =
    under.measure === over.measure &&
    under.over === null &&
    over.under === null &&
    (under.under ?? 0) < (over.over ?? 0) &&
    sentence.tokens.some(({ word }) => /^(?:oder|or)$/.test(word));
  const { measure } = under;
  if (!isApart || measure === 'duration' || measure === 'progress') return false;
  const between = { measure, over: under.under, under: over.over, inclusive: !under.inclusive };
  filters.not = { ...filters.not, thresholds: [between] };
  filters.has = [measure];
  return true;
}

function betweenAmounts(sentence: Sentence, amounts: readonly Amount[]): Threshold | null {
  const [first, second] = amounts;
  const low = first ?? sentence.amounts[0];
  if (!low || amounts.length === 0) return null;
  const start = sentence.amounts.find(
    (amount) =>
      /^(?:zwischen|between|von|from)$/.test(sentence.tokens[amount.from - 1]?.word ?? '') ||
      /^(?:bis|to)$/.test(sentence.tokens[amount.to]?.word ?? ''),
  );
  const end =
    start &&
    sentence.amounts.find((amount) => amount.from > start.from && amount.from - start.to <= 1 && amount !== start);
  if (!start || !end) return null;
  const measure = measureFor(sentence, second ?? end);
  if (!measure) return null;
  return { measure, over: start.value, under: end.value, inclusive: true };
}

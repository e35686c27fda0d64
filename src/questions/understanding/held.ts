import { addDays } from '../../programme/calendar.js';
import type { DayRange, Field, Filters, Question } from '../question.js';

/** What a question holds, whatever its kind: what the guard against silent losses looks up. */
export interface Held {
  /** Conditions, those denied included. */
  keys: ReadonlySet<string>;
  /** Everything named: ids, states, words, weeks. */
  named: ReadonlySet<string>;
  /** First and last days of all times, one on as well: what lies outside a time begins a day later. */
  days: ReadonlySet<string>;
  numbers: ReadonlySet<number>;
  fields: ReadonlySet<Field>;
  /** Something is denied, missing or said to be not so. */
  denies: boolean;
  /** Projects are put in an order, or one is set against another. */
  orders: boolean;
}

/** Collects it in one walk through the question, which is plain JSON. */
export function heldBy(question: Question): Held {
  const named = new Set<string>();
  const numbers = new Set<number>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') named.add(value);
    else if (typeof value === 'number') numbers.add(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(question);
  const filters = conditionsOf(question);
  const keys = new Set(filters.flatMap((each) => Object.keys(each)));
  const ranges = [
    ...filters.flatMap(({ start, end, active, reported }) => [start, end, active, reported]),
    timeOf(question),
  ];
  return {
    keys,
    named,
    days: new Set(ranges.flatMap((range) => (range ? edgesOf(range) : []))),
    numbers,
    fields: fieldsOf(question),
    denies:
      (question.intent === 'group' && question.bound !== undefined) ||
      ['not', 'lacks'].some((key) => keys.has(key)) ||
      filters.some((each) => Object.values(each).includes(false) || each.fundingMissing || each.reportMissing) ||
      filters.some(({ thresholds }) => thresholds?.some((threshold) => 'missing' in threshold)),
    orders:
      (question.intent === 'list' && question.order !== null) ||
      question.intent === 'group' ||
      question.intent === 'aggregate' ||
      (question.intent === 'compare' && question.compared !== undefined),
  };
}

function conditionsOf(question: Question): Filters[] {
  const filters = 'filters' in question ? question.filters : 'claims' in question ? question.claims : undefined;
  return filters ? [filters, ...(filters.not ? [filters.not] : [])] : [];
}

function timeOf(question: Question): DayRange | null {
  if ('during' in question) return question.during ?? null;
  return question.intent === 'changes' ? { from: question.since, to: null } : null;
}

function edgesOf({ from, to }: DayRange): string[] {
  return [from, to].flatMap((day) => (day === null ? [] : [day, addDays(day, 1), addDays(day, -1)]));
}

function fieldsOf(question: Question): Set<Field> {
  if (question.intent === 'fact' || question.intent === 'compare') return new Set(question.fields);
  return new Set(question.intent === 'verify' && question.field ? [question.field] : []);
}

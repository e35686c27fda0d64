import { daysBetween } from '../../programme/calendar.js';
import type { DayRange, Filters } from '../question.js';
import { CALENDAR } from './calendar-words.js';
import type { Period } from './periods.js';
import { has, marksOf, type Mark, type Sentence } from './sentence.js';

/**
 * "Welche waren im April rot?", "seit wann … seit drei Wochen gelb": beside a health a time that has begun is that of the
 * reports, unless a verb of beginning, ending or running takes it. One to come is left unread: no report knows it.
 * @returns the periods that still speak of the projects themselves
 */
export function readReported(sentence: Sentence, filters: Filters, today: string): readonly Period[] {
  const { periods } = sentence;
  if (
    periods.length === 0 &&
    speaksOfHealth(sentence) &&
    sentence.tokens.some(({ word }, at) => isEver(sentence, word, at))
  )
    putReported(filters, { from: null, to: today });
  if (periods.length === 0 || filters.assessment) return periods;
  if (has(sentence, 'report.missing') && !speaksOfHealth(sentence))
    return periods.filter((each) => !isWeek(each, today));
  if (!speaksOfHealth(sentence) || isTaken(sentence)) return periods;
  keepPredicate(sentence, filters);
  const [first, ...others] = periods.map((each) => thatTime(sentence, each)).filter((range) => hasBegun(range, today));
  if (first && !isNow(first, today)) putReported(filters, others.reduce(joined, first));
  return [];
}

function putReported(filters: Filters, reported: DayRange): void {
  if (filters.health) filters.reported = reported;
  if (filters.not?.health) filters.not = { ...filters.not, reported };
}

/** "Noch nie rot", "schon einmal kritisch", "ever been red": at any time until now. */
const isEver = ({ tokens }: Sentence, word: string, at: number): boolean =>
  /^(?:nie|niemals|jemals|never|ever)$/.test(word) ||
  (/^(?:einmal|mal)$/.test(word) && tokens[at - 1]?.word === 'schon');

/** "Vor drei Wochen", "two weeks ago": the week of that day, not all since. */
function thatTime({ tokens }: Sentence, { range, from, to, open }: Period): DayRange {
  const isAgo = open === null && (CALENDAR.before.has(tokens[from]?.word ?? '') || tokens[to - 1]?.word === 'ago');
  return isAgo && range.from !== null ? { from: range.from, to: range.from } : range;
}

/** "Welche roten Projekte waren letzte Woche grün?": the time is that of what was so, not of what is said of them today. */
function keepPredicate(sentence: Sentence, filters: Filters): void {
  const said = marksOf(sentence, 'health.red', 'health.amber', 'health.green');
  const isAttribute = (mark: Mark): boolean =>
    sentence.marks.some(({ value, from }) => value === 'noun.projects' && from === mark.to);
  const predicates = said.filter((mark) => !isAttribute(mark));
  if (!filters.health || predicates.length === 0 || predicates.length === said.length) return;
  const kept = predicates.map(({ value }) => value.slice('health.'.length));
  filters.health = filters.health.filter((health) => kept.includes(health));
}

const speaksOfHealth = (sentence: Sentence): boolean =>
  has(sentence, 'health.red', 'health.amber', 'health.green', 'health.trouble');

/** "Welche roten Projekte enden im Juni?", "… liefen im April?": a verb has the time. */
function isTaken(sentence: Sentence): boolean {
  if (has(sentence, 'field.start', 'field.end', 'state.finished', 'state.overdue', 'report.changes')) return true;
  return (
    marksOf(sentence, 'register.running').some(({ from }) =>
      /^(?:lauf(?:en|t)|runs?)$/.test(sentence.tokens[from]?.word ?? ''),
    ) || sentence.tokens.some(({ word }) => /^(?:lief|liefen|ran)$/.test(word))
  );
}

const hasBegun = ({ from, to }: DayRange, today: string): boolean => (from ?? to ?? today) <= today;

/** "Heute", "diese Woche": as it is now. */
export function isNow({ from, to }: DayRange, today: string): boolean {
  return from !== null && to !== null && from <= today && to >= today && daysBetween(from, to) < WEEK;
}
const WEEK = 7;

/** "Für letzte Woche" beside a missing report: the week reported on. */
const isWeek = ({ range: { from, to } }: Period, today: string): boolean =>
  from !== null && to !== null && from <= today && daysBetween(from, to) <= WEEK;

/** "Im März oder April": from the first to the last day of both. */
function joined(one: DayRange, other: DayRange): DayRange {
  const from = one.from === null || other.from === null ? null : one.from < other.from ? one.from : other.from;
  const to = one.to === null || other.to === null ? null : one.to > other.to ? one.to : other.to;
  return { from, to };
}

import type { Filters } from '../question.js';
import { has, marksOf, sameClause, type Sentence } from './sentence.js';

/** Conditions on start, end and running time. */
export function readDates(sentence: Sentence, filters: Filters, today: string): void {
  if (isReportedWeek(sentence, today)) return;
  if (has(sentence, 'state.overdue')) {
    filters.overdue = true;
    return;
  }
  for (const period of sentence.periods) {
    const role = period.starts ? 'start' : period.ends ? 'end' : roleOf(sentence, period.from, period.open);
    const known = filters[role];
    filters[role] = known
      ? { from: known.from ?? period.range.from, to: known.to ?? period.range.to }
      : { ...period.range };
  }
  if (has(sentence, 'state.finished') && sentence.periods.length === 0 && !filters.end)
    filters.end = { from: null, to: today };
  if (sentence.periods.length === 0 && has(sentence, 'super.earliest.start')) filters.start = { from: today, to: null };
  if (sentence.periods.length === 0 && has(sentence, 'super.earliest.end')) filters.end = { from: today, to: null };
}

/** "Welche waren letzte Woche rot?": the time is that of the reports. */
function isReportedWeek(sentence: Sentence, today: string): boolean {
  return (
    has(sentence, 'health.red', 'health.amber', 'health.green', 'health.trouble', 'report.missing') &&
    !has(sentence, 'field.start', 'field.end') &&
    sentence.periods.length > 0 &&
    sentence.periods.every(
      ({ range: { from, to } }) => from !== null && to !== null && from <= today && spanOf(from, to) <= 7,
    )
  );
}
const spanOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether a period speaks of the beginning, the end or the running time: the nearest word that says so. */
function roleOf(sentence: Sentence, place: number, open: 'start' | 'end' | null): 'start' | 'end' | 'active' {
  const marks = marksOf(sentence, 'field.start', 'field.end', 'register.running', 'state.finished').filter(
    (mark) => mark.from !== place && !(mark.value === 'register.running' && isBoth(sentence, mark.from)),
  );
  const inClause = marks.filter((mark) => sameClause(sentence.tokens, mark.from, place));
  const nearest = (inClause.length > 0 ? inClause : marks).reduce<(typeof marks)[number] | undefined>(
    (best, mark) => (!best || Math.abs(mark.from - place) < Math.abs(best.from - place) ? mark : best),
    undefined,
  );
  if (nearest?.value === 'field.start') return 'start';
  if (nearest?.value === 'field.end' || nearest?.value === 'state.finished') return 'end';
  if (!nearest && open === 'end' && has(sentence, 'ask.which') && !has(sentence, 'register.running')) return 'active';
  return 'active';
}

/** "gestartet" is a beginning rather than a state where a day is told with it. */
function isBoth(sentence: Sentence, place: number): boolean {
  return marksOf(sentence, 'field.start').some((mark) => mark.from === place);
}

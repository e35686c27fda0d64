import { daysBetween } from '../../programme/calendar.js';
import { monthSpan, shift, weekdayOf, weekSpan, weekYearOf, type Span } from './days.js';

/** What tells which of several stretches of one name is meant. */
export interface Telling {
  /** `YYYY-MM-DD` in the programme's zone. */
  today: string;
  /** The sentence speaks of what is over. */
  past: boolean;
  /** The earliest day it may reasonably lie at. */
  after: string | null;
}

/**
 * The stretch that is meant where no year was said: the one that goes on or comes next, in a sentence about the past the
 * last one that had begun, as the second end of a stretch the first one after its beginning.
 */
export function likely({ today, past, after }: Telling, inYear: (year: number) => Span): Span {
  const earliest = after && after > today ? after : today;
  const year = Number(earliest.slice(0, 4));
  if (past && earliest === today) return inYear(inYear(year).from <= today ? year : year - 1);
  return [year - 1, year].map(inYear).find(({ to }) => to >= earliest) ?? inYear(year + 1);
}

/** The year a month without one is meant in. */
export const likelyYear = (telling: Telling, month: number): number =>
  Number(likely(telling, (year) => monthSpan(year, month)).from.slice(0, 4));

/** Of a week the one of this year, unless it lies almost a year away: in January "KW 51" is the one just over. */
export function likelyWeek({ today, past }: Telling, week: number): Span | undefined {
  const year = weekYearOf(today);
  const here = weekSpan(year, week);
  if (past) return here && here.from <= today ? here : (weekSpan(year - 1, week) ?? here);
  const [before, after] = [weekSpan(year - 1, week), weekSpan(year + 1, week)];
  const away = here ? daysBetween(today, here.from) : 0;
  if (away > ALMOST_A_YEAR) return before ?? here;
  return away < -ALMOST_A_YEAR ? (after ?? here) : here;
}
const ALMOST_A_YEAR = 44 * 7;

/**
 * A weekday (1 = Monday): the last one before today or the one to come.
 * @param direction said by "letzten" (-1), "nächsten" (1), "übernächsten" (2) …, 0 = of this week; without one the
 * sentence's time tells
 */
export function likelyWeekday({ today, past }: Telling, wanted: number, direction: number | undefined): string {
  const thisWeek = wanted - weekdayOf(today);
  const ahead = (thisWeek + 7) % 7;
  if (direction === 0) return shift(today, 'day', thisWeek);
  if (direction !== undefined && direction > 0) return shift(today, 'day', (ahead || 7) + (direction - 1) * 7);
  if (direction !== undefined) return shift(today, 'day', ahead + direction * 7);
  return shift(today, 'day', past ? ahead - 7 : ahead);
}

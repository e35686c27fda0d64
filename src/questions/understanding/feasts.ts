import { easter } from 'date-easter';
import type { Feast } from './calendar-words.js';
import { realDay, shift, type Span } from './days.js';

/** First and last day: months and days of the year, or days after Easter Sunday. */
const FIXED: Readonly<Partial<Record<Feast, readonly [month: number, first: number, last: number]>>> = {
  newYear: [1, 1, 1],
  epiphany: [1, 6, 6],
  allSaints: [11, 1, 1],
  nicholas: [12, 6, 6],
  christmas: [12, 24, 26],
  newYearsEve: [12, 31, 31],
};
const AFTER_EASTER: Readonly<Partial<Record<Feast, readonly [first: number, last: number]>>> = {
  carnival: [-48, -47],
  goodFriday: [-2, -2],
  easter: [-2, 1],
  ascension: [39, 39],
  pentecost: [49, 50],
  corpusChristi: [60, 60],
};

/**
 * The days people mean by a feast: of Easter from Good Friday to Monday. As everybody reckons time by them, they are the
 * same wherever a programme is run, kept there as holidays or not.
 */
export function feastSpan(year: number, feast: Feast): Span {
  const [month, first, last] = FIXED[feast] ?? [];
  if (month !== undefined && first !== undefined && last !== undefined)
    return { from: realDay(year, month, first) ?? '', to: realDay(year, month, last) ?? '' };
  const sunday = easter(year);
  const day = realDay(year, sunday.month, sunday.day) ?? '';
  const [from, to] = AFTER_EASTER[feast] ?? [0, 0];
  return { from: shift(day, 'day', from), to: shift(day, 'day', to) };
}

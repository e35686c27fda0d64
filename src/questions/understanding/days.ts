import { DateTime } from 'luxon';
import type { Season, Unit } from './calendar-words.js';

/** A closed run of days, both inclusive, `YYYY-MM-DD`. */
export interface Span {
  from: string;
  to: string;
}

const iso = (date: DateTime): string => date.toFormat('yyyy-MM-dd');
const utc = (day: string): DateTime => DateTime.fromISO(day, { zone: 'utc' });
const date = (year: number, month: number, day: number): DateTime => DateTime.utc(year, month, day);

/** The calendar unit that holds a day, moved by `offset` units: `unitSpan('month', '2026-05-18', 1)` is June. */
export function unitSpan(unit: Unit, day: string, offset: number): Span {
  const at = utc(day);
  if (unit === 'half') {
    const half = (at.month > 6 ? 1 : 0) + offset;
    const start = date(at.year, 1, 1).plus({ months: half * 6 });
    return { from: iso(start), to: iso(start.plus({ months: 6 }).minus({ days: 1 })) };
  }
  const start = at.plus({ [`${unit}s`]: offset }).startOf(unit);
  return { from: iso(start), to: iso(start.endOf(unit)) };
}

export const monthSpan = (year: number, month: number): Span => unitSpan('month', iso(date(year, month, 1)), 0);
export const yearSpan = (year: number): Span => ({ from: `${String(year)}-01-01`, to: `${String(year)}-12-31` });
export const quarterSpan = (year: number, quarter: number): Span =>
  unitSpan('quarter', iso(date(year, quarter * 3 - 2, 1)), 0);
export const halfSpan = (year: number, half: number): Span =>
  unitSpan('half', iso(date(year, half === 1 ? 1 : 7, 1)), 0);
/** An ISO week, undefined where the year has none of that number. */
export const weekSpan = (year: number, week: number): Span | undefined => {
  const start = DateTime.fromObject({ weekYear: year, weekNumber: week }, { zone: 'utc' });
  return start.isValid ? { from: iso(start), to: iso(start.plus({ days: 6 })) } : undefined;
};
/** The year whose ISO week holds a day: 2026 for 1 January 2027. */
export const weekYearOf = (day: string): number => utc(day).weekYear;
/** The ISO weekday of a day, 1 = Monday. */
export const weekdayOf = (day: string): number => utc(day).weekday;

/** Meteorological seasons: spring March–May, summer June–August, autumn September–November, winter December–February. */
export function seasonSpan(year: number, season: Season): Span {
  const first = { spring: 3, summer: 6, autumn: 9, winter: 12 }[season];
  const start = date(year, first, 1);
  return { from: iso(start), to: iso(start.plus({ months: 3 }).minus({ days: 1 })) };
}

/**
 * Beginning, middle or end of a span: of a week Monday and Tuesday, Wednesday and Thursday, the rest; of a month ten days
 * each; of a longer span the outer quarters and the middle half.
 */
export function partOf(span: Span, part: 'begin' | 'middle' | 'end'): Span {
  const start = utc(span.from);
  const days = Math.round(utc(span.to).diff(start, 'days').days) + 1;
  if (days === 1) return span;
  if (days <= 31) {
    const third = days <= 7 ? 2 : 10;
    const [from, to] = {
      begin: [0, third - 1],
      middle: [third, 2 * third - 1],
      end: [2 * third, days - 1],
    }[part] as [number, number];
    return { from: iso(start.plus({ days: from })), to: iso(start.plus({ days: to })) };
  }
  const months = Math.round(days / 30.4);
  const quarter = Math.max(1, Math.round(months / 4));
  const [from, to] = {
    begin: [0, quarter],
    middle: [quarter, months - quarter],
    end: [months - quarter, months],
  }[part] as [number, number];
  return { from: iso(start.plus({ months: from })), to: iso(start.plus({ months: to }).minus({ days: 1 })) };
}

/** The day `count` units later (earlier when negative). */
export function shift(day: string, unit: Unit, count: number): string {
  const at = utc(day);
  if (unit === 'half') return iso(at.plus({ months: 6 * count }));
  return iso(at.plus({ [`${unit}s`]: count }));
}

/** `YYYY-MM-DD` if the numbers make a real day. */
export function realDay(year: number, month: number, day: number): string | undefined {
  const at = date(year, month, day);
  return at.isValid ? iso(at) : undefined;
}

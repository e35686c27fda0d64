import Holidays from 'date-holidays';
import { DateTime } from 'luxon';

/** Where days are reckoned: the zone, and the public-holiday calendar (`DE-BY`) or null where the programme names none. */
export interface Place {
  timeZone: string;
  holidays: string | null;
}

const calendars = new Map<string, Holidays>();
const holidaysOf = new Map<string, Set<string>>();

/**
 * Whether a day (`YYYY-MM-DD`) is a public holiday where the programme is run. Days that only some keep (observances,
 * bank and school holidays) are none. An unknown calendar has no holidays.
 */
export function isPublicHoliday(day: string, calendar: string | null): boolean {
  if (!calendar) return false;
  const year = day.slice(0, 4);
  const key = `${calendar} ${year}`;
  let days = holidaysOf.get(key);
  if (!days) holidaysOf.set(key, (days = publicHolidays(calendar, Number(year))));
  return days.has(day);
}

/** Monday to Friday and no public holiday. */
export function isWorkingDay(day: string, calendar: string | null): boolean {
  return dayAt(day).weekday <= 5 && !isPublicHoliday(day, calendar);
}

/** The first working day on or after a day. */
export function nextWorkingDay(day: string, calendar: string | null): string {
  let date = dayAt(day);
  while (!isWorkingDay(date.toFormat('yyyy-MM-dd'), calendar)) date = date.plus({ days: 1 });
  return date.toFormat('yyyy-MM-dd');
}

/** The last working day on or before a day. */
export function previousWorkingDay(day: string, calendar: string | null): string {
  let date = dayAt(day);
  while (!isWorkingDay(date.toFormat('yyyy-MM-dd'), calendar)) date = date.minus({ days: 1 });
  return date.toFormat('yyyy-MM-dd');
}

/** The working day `count` working days after a day. */
export function addWorkingDays(day: string, count: number, calendar: string | null): string {
  let found = day;
  for (let left = count; left > 0; left -= 1)
    found = nextWorkingDay(dayAt(found).plus({ days: 1 }).toFormat('yyyy-MM-dd'), calendar);
  return found;
}

function dayAt(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

function publicHolidays(calendar: string, year: number): Set<string> {
  let found = calendars.get(calendar);
  if (!found) calendars.set(calendar, (found = new Holidays(calendar)));
  const days = found.getHolidays(year).filter((holiday) => holiday.type === 'public');
  return new Set(days.map((holiday) => holiday.date.slice(0, 10)));
}

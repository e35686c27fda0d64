import { DateTime } from 'luxon';
import { addWeeks, mondayOf, weekOf } from '../programme/calendar.js';
import { localInstant } from '../programme/schedule.js';
import type { Schedule } from '../programme/schedule.js';
import { isPublicHoliday, nextWorkingDay } from '../programme/working-days.js';
import type { Place } from '../programme/working-days.js';

/**
 * The week a digest asked for at `at` reports on: the ISO week that has ended before it. Where a public holiday pushed
 * the digest of the week before into the present one, that one until the present one's own time has come.
 */
export function digestWeek(at: Date, schedule: Schedule, place: Place): string {
  const current = weekOf(at, place.timeZone);
  const ended = addWeeks(current, -1);
  const before = addWeeks(ended, -1);
  const pushed = digestInstant(before, schedule, place);
  const late = weekOf(pushed, place.timeZone) === current && at < digestInstant(ended, schedule, place);
  return late ? before : ended;
}

/** When the digest of a week goes out: at the scheduled time of the week after it, on a holiday the next working day. */
export function digestInstant(week: string, schedule: Schedule, place: Place): Date {
  const { weekday, time } = schedule.digest;
  const planned = DateTime.fromISO(mondayOf(addWeeks(week, 1)), { zone: 'utc' }).plus({ days: weekday - 1 });
  const day = planned.toFormat('yyyy-MM-dd');
  return localInstant(
    isPublicHoliday(day, place.holidays) ? nextWorkingDay(day, place.holidays) : day,
    time,
    place.timeZone,
  );
}

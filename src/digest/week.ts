import { addWeeks, weekOf } from '../programme/calendar.js';
import type { Schedule } from '../programme/schedule.js';
import { momentsOf, type Place } from '../reporting/moments.js';

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
  return momentsOf(week, schedule, place).digest;
}

import { DateTime } from 'luxon';
import { addWeeks, dayOf, mondayOf, weekOf } from '../programme/calendar.js';
import type { Schedule } from '../programme/schedule.js';
import { momentsOf } from '../reporting/moments.js';
import { isWorkingDay, type Place } from '../reporting/working-days.js';
import type { JobName } from './job.js';

/** An occasion for a job: from `at` on, and, where it was missed, no later than `until`. */
export interface Occasion {
  /** Under this it is remembered as done. */
  id: string;
  job: JobName | 'preview';
  at: Date;
  until: Date;
}

const MINUTE_MS = 60_000;
/** A digest that was missed still goes out within so many days; after that the next one tells everything anyway. */
const DIGEST_DAYS = 3;
/** Later than this an occasion counts as missed, and what was missed is made up for in working hours only. */
const ON_TIME_MS = 30 * MINUTE_MS;
const HOURS = { from: 7, to: 19 };
const RETENTION = '03:00';

/**
 * The occasions whose time has come and not passed, the earliest first. Nothing is remembered between two calls: time and
 * schedule decide, in the programme's zone. A request can be made up for within its week, a nudge within its day.
 */
export function occasionsAt(now: Date, schedule: Schedule, place: Place): Occasion[] {
  const current = weekOf(now, place.timeZone);
  const weeks = [-2, -1, 0].map((back) => addWeeks(current, back));
  return [...weeks.flatMap((week) => occasionsOf(week, schedule, place)), retention(now, place)]
    .filter(({ at, until }) => at <= now && now < until)
    .filter(
      ({ at, job }) => job === 'retention' || now.getTime() - at.getTime() <= ON_TIME_MS || isWorkingHour(now, place),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

function occasionsOf(week: string, schedule: Schedule, place: Place): Occasion[] {
  const { request, reminders, escalation, digest } = momentsOf(week, schedule, place);
  const zone = place.timeZone;
  const preview = schedule.previewMinutes ?? 0;
  const nudge = (name: string | number, at: Date): Occasion => {
    return { id: `reminders:${week}:${name}`, job: 'reminders', at, until: endOfDay(at, zone) };
  };
  const weekEnd = DateTime.fromISO(mondayOf(addWeeks(weekOf(request, zone), 1)), { zone }).toJSDate();
  return [
    { id: `status-requests:${week}`, job: 'status-requests', at: request, until: weekEnd },
    ...reminders.map((at, index) => nudge(index + 1, at)),
    ...(escalation ? [nudge('escalation', escalation)] : []),
    ...(preview
      ? [{ id: `preview:${week}`, job: 'preview' as const, at: minutesBefore(digest, preview), until: digest }]
      : []),
    { id: `digest:${week}`, job: 'digest', at: digest, until: plusDays(digest, DIGEST_DAYS, zone) },
  ];
}

/** Once a day, at night. */
function retention(now: Date, { timeZone: zone }: Place): Occasion {
  const day = dayOf(now, zone);
  const at = DateTime.fromISO(`${day}T${RETENTION}`, { zone }).toJSDate();
  return { id: `retention:${day}`, job: 'retention', at, until: endOfDay(at, zone) };
}

function isWorkingHour(now: Date, { timeZone: zone, holidays }: Place): boolean {
  const { hour } = DateTime.fromJSDate(now, { zone });
  return hour >= HOURS.from && hour < HOURS.to && isWorkingDay(dayOf(now, zone), holidays);
}

function endOfDay(at: Date, zone: string): Date {
  return DateTime.fromJSDate(at, { zone }).endOf('day').plus(1).toJSDate();
}

function minutesBefore(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * MINUTE_MS);
}

function plusDays(at: Date, days: number, zone: string): Date {
  return DateTime.fromJSDate(at, { zone }).plus({ days }).toJSDate();
}

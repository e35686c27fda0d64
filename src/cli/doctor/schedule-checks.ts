import { DateTime } from 'luxon';
import { addWeeks, weekOf } from '../../programme/calendar.js';
import type { Schedule } from '../../programme/schedule.js';
import { momentsOf, type Place } from '../../reporting/moments.js';
import { ok, type Check } from './check.js';

/** When Lotse speaks next, by the schedule and the public holidays. */
export function scheduleChecks(schedule: Schedule, place: Place, now: Date): Check[] {
  const current = weekOf(now, place.timeZone);
  const moments = [-2, -1, 0, 1, 2].map((weeks) => momentsOf(addWeeks(current, weeks), schedule, place));
  const line = (about: string, verb: string, instants: readonly { week: string; at: Date }[]): Check[] => {
    const next = instants.filter(({ at }) => at > now).sort((one, other) => one.at.getTime() - other.at.getTime())[0];
    return next ? [ok(about, `${verb} ${localTime(next.at, place.timeZone)} for ${next.week}`)] : [];
  };
  return [
    ...line(
      'status requests',
      'next',
      moments.map(({ week, request }) => ({ week, at: request })),
    ),
    ...line(
      'reminders',
      'next',
      moments.flatMap(({ week, reminders }) => reminders.map((at) => ({ week, at }))),
    ),
    ...line(
      'digest',
      'next',
      moments.map(({ week, digest }) => ({ week, at: digest })),
    ),
    ...line(
      'escalation',
      'next',
      moments.flatMap(({ week, escalation }) => (escalation ? [{ week, at: escalation }] : [])),
    ),
  ];
}

function localTime(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat('ccc yyyy-MM-dd HH:mm z');
}

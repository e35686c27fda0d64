import { DateTime } from 'luxon';
import { mondayOf } from './calendar.js';

/** A time of the week in the programme's zone. */
export interface WeeklyTime {
  /** ISO 8601: 1 = Monday … 7 = Sunday. */
  weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** `HH:mm` */
  time: string;
}

/** When Lotse speaks first. */
export interface Schedule {
  requests: WeeklyTime;
  reminders: WeeklyTime[];
  /** The digest of the ISO week that has ended before it. */
  digest: WeeklyTime;
}

export const DEFAULT_SCHEDULE: Schedule = {
  requests: { weekday: 4, time: '09:00' },
  reminders: [
    { weekday: 5, time: '09:00' },
    { weekday: 1, time: '09:00' },
  ],
  digest: { weekday: 1, time: '13:00' },
};

/** The instant of a weekly time in an ISO week; a time that daylight saving skips is the one an hour later. */
export function weeklyInstant(week: string, { weekday, time }: WeeklyTime, zone: string): Date {
  const day = DateTime.fromISO(mondayOf(week), { zone: 'utc' }).plus({ days: weekday - 1 });
  return localInstant(day.toFormat('yyyy-MM-dd'), time, zone);
}

/** The instant of a local day and time (`HH:mm`) in a zone. */
export function localInstant(day: string, time: string, zone: string): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone }).toJSDate();
}

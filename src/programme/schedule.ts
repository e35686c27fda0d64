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
  /** When deputy and office are told what is still missing after the digest; absent or null = never. */
  escalation?: WeeklyTime | null;
  /** How long before the digest the programme office sees it and may hold it, in minutes; absent, null or 0 = never. */
  previewMinutes?: number | null;
}

export const DEFAULT_SCHEDULE: Schedule = {
  requests: { weekday: 4, time: '09:00' },
  reminders: [
    { weekday: 5, time: '09:00' },
    { weekday: 1, time: '09:00' },
  ],
  digest: { weekday: 1, time: '13:00' },
  escalation: { weekday: 2, time: '09:00' },
  previewMinutes: 60,
};

const WEEKDAYS: readonly (readonly string[])[] = [
  ['mon', 'mo', 'monday', 'montag'],
  ['tue', 'di', 'tuesday', 'dienstag'],
  ['wed', 'mi', 'wednesday', 'mittwoch'],
  ['thu', 'do', 'thursday', 'donnerstag'],
  ['fri', 'fr', 'friday', 'freitag'],
  ['sat', 'sa', 'saturday', 'samstag'],
  ['sun', 'so', 'sunday', 'sonntag'],
];

/** Reads `Thu 09:00`, `Donnerstag 9:00` or `Do. 09:00`; null when it is not a day of the week and a time of day. */
export function parseMoment(text: string): WeeklyTime | null {
  const [, day = '', hour = '', minute = ''] = /^\s*(\p{L}+)[.,]?\s+(\d{1,2}):(\d{2})\s*$/u.exec(text) ?? [];
  const weekday = WEEKDAYS.findIndex((names) => names.includes(day.toLowerCase())) + 1;
  if (!isWeekday(weekday) || Number(hour) > 23 || Number(minute) > 59) return null;
  return { weekday, time: `${hour.padStart(2, '0')}:${minute}` };
}

/** Writes a moment as `parseMoment` reads it: `Thu 09:00`. */
export function formatMoment({ weekday, time }: WeeklyTime): string {
  const day = WEEKDAYS[weekday - 1]?.[0] ?? '';
  return `${day.charAt(0).toUpperCase()}${day.slice(1)} ${time}`;
}

function isWeekday(value: number): value is WeeklyTime['weekday'] {
  return value >= 1 && value <= 7;
}

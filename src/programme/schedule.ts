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
}

export const DEFAULT_SCHEDULE: Schedule = {
  requests: { weekday: 4, time: '09:00' },
  reminders: [
    { weekday: 5, time: '09:00' },
    { weekday: 1, time: '09:00' },
  ],
  digest: { weekday: 1, time: '13:00' },
  escalation: { weekday: 2, time: '09:00' },
};

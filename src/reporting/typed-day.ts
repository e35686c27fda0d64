import { DateTime } from 'luxon';

const FORMATS = ['yyyy-MM-dd', 'd.M.yyyy', 'd.M.yy', 'd/M/yyyy'];

/** A day as date inputs send it (`2026-05-22`) or as people type it (`22.5.2026`), as `YYYY-MM-DD`; null if it is none. */
export function calendarDay(text: string): string | null {
  for (const format of FORMATS) {
    const day = DateTime.fromFormat(text.trim(), format, { zone: 'utc' });
    if (day.isValid) return day.toFormat('yyyy-MM-dd');
  }
  return null;
}

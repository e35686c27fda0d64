import { DateTime } from 'luxon';

/** The quarter of an hour last asked for in a zone; clocks everywhere differ by whole quarters, so its day is one. */
const lastDay = new Map<string, { quarter: number; day: string }>();

/** The local day of an instant in a zone, `YYYY-MM-DD`. */
export function dayOf(instant: Date | string, zone: string): string {
  if (typeof instant === 'string') return at(instant, zone).toFormat('yyyy-MM-dd');
  const quarter = Math.floor(instant.getTime() / 900_000);
  const known = lastDay.get(zone);
  if (known?.quarter === quarter) return known.day;
  const day = at(instant, zone).toFormat('yyyy-MM-dd');
  lastDay.set(zone, { quarter, day });
  return day;
}

/** The ISO 8601 week of an instant in a zone, `2026-W21`. */
export function weekOf(instant: Date | string, zone: string): string {
  return at(instant, zone).toFormat("kkkk-'W'WW");
}

/** The ISO 8601 week of a calendar day `YYYY-MM-DD`. */
export const weekOfDay = (day: string): string => weekOf(`${day}T12:00:00Z`, 'utc');

/** The Mondays last asked for; whoever goes through projects asks for the same few again and again. */
const mondays = new Map<string, string>();
const MONDAYS_KEPT = 500;

/** Monday of an ISO week, `YYYY-MM-DD`. */
export function mondayOf(week: string): string {
  const known = mondays.get(week);
  if (known !== undefined) return known;
  if (mondays.size >= MONDAYS_KEPT) mondays.clear();
  const monday = DateTime.fromISO(`${week}-1`, { zone: 'utc' }).toFormat('yyyy-MM-dd');
  mondays.set(week, monday);
  return monday;
}

/** The week `count` weeks later (earlier when negative). */
export function addWeeks(week: string, count: number): string {
  return DateTime.fromISO(`${week}-1`, { zone: 'utc' }).plus({ weeks: count }).toFormat("kkkk-'W'WW");
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function at(instant: Date | string, zone: string): DateTime {
  return typeof instant === 'string' ? DateTime.fromISO(instant, { zone }) : DateTime.fromJSDate(instant, { zone });
}

import { DateTime } from 'luxon';
import type { Lang } from '../programme/text.js';

const TAGS: Record<Lang, string> = { de: 'de-DE', en: 'en-GB' };

/** A day (`YYYY-MM-DD`) as people write it: `18.05.2026`, `18 May 2026`. */
export function dayText(day: string, lang: Lang): string {
  return DateTime.fromISO(day, { zone: 'utc' }).toFormat(lang === 'de' ? 'dd.MM.yyyy' : 'd LLL yyyy', {
    locale: TAGS[lang],
  });
}

/** A day within the present year or so, for close quarters: `18.05.`, `18 May`. */
export function shortDayText(day: string, lang: Lang): string {
  return DateTime.fromISO(day, { zone: 'utc' }).toFormat(lang === 'de' ? 'dd.MM.' : 'd LLL', { locale: TAGS[lang] });
}

/** The local time of an instant: `13:00`. */
export function timeText(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toFormat('HH:mm');
}

/** The number of an ISO week, as in "KW 20": `20`. */
export function weekNumber(week: string): number {
  return Number(week.slice(-2));
}

/** Euros without cents: `54.000 €`, `€54,000`. */
export function moneyText(euros: number, lang: Lang): string {
  return new Intl.NumberFormat(TAGS[lang], { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(
    euros,
  );
}

/** Names in one breath: `A, B und C`. */
export function listText(names: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(TAGS[lang]).format(names);
}

/** A text cut at a word so that it has at most `length` characters, with an ellipsis where something was cut. */
export function clip(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}

/**
 * A long text of people as a card bears it among others: as it is, line breaks included, up to `length` characters, else
 * its beginning. Teams refuses messages of about 100 KB in UTF-16, and an answer holds a text up to four times.
 */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : clip(text, length);
}

import * as german from 'chrono-node/de';
import * as english from 'chrono-node/en';
import { DateTime } from 'luxon';

/** Days somebody named, both inclusive, `YYYY-MM-DD`, and where in the text they stand. `to` null: no end was said. */
export interface TypedSpan {
  from: string;
  to: string | null;
  /** The text without them. */
  rest: string;
}

const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const MONTHS_EN = 'January February March April May June July August September October November December'.split(' ');
const NUMBERS: Record<string, number> = {
  ...{
    ein: 1,
    eine: 1,
    einen: 1,
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    sechs: 6,
    a: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
  },
  ...{ five: 5, six: 6 },
};
const COUNT = `(\\d{1,2}|${Object.keys(NUMBERS).join('|')})`;
const DURATION = new RegExp(`(?:für|for)?\\s*\\b${COUNT}\\s+(tage?n?|wochen?|monate?n?|days?|weeks?|months?)\\b`, 'iu');
// A word boundary knows no umlauts, hence the look behind.
const WHOLE_WEEK = /(?<!\p{L})(?:(?:nächste|kommende|diese|übernächste)[nr]?\s+woche|(?:next|this)\s+week)\b/iu;
const UNTIL = /\b(?:bis|until|till|through)\s+(?:zum\s+|einschließlich\s+|and including\s+)*$/iu;
const JOINED = /^\s*(?:,|und|and|bis|to|[-–])\s*(?:zum\s+)?$/iu;

/**
 * Days in running text, German or English: "vom 3. bis 14. August", "3.8.–14.8.", "nächste Woche", "bis Freitag", "ab
 * Montag für zwei Wochen", "from August 3 to August 14". Days without a year are the next ones to come.
 *
 * @param today the local day, `YYYY-MM-DD`
 */
export function readSpan(text: string, today: string): TypedSpan | null {
  const plain = text.length > 1000 ? text.slice(0, 1000) : text;
  const week = WHOLE_WEEK.exec(plain);
  if (week) return { ...weekSpan(week[0], today), rest: plain.replace(week[0], ' ') };
  const spelled = spellOut(plain);
  const found = [germanly(spelled, today), englishly(spelled, today)]
    .filter((one) => one !== null)
    .sort((a, b) => b.length - a.length)[0];
  if (found) return withDuration(found, today);
  const duration = DURATION.exec(plain);
  return duration && { from: today, to: lastDay(today, duration), rest: plain.replace(duration[0], ' ') };
}

interface Found {
  from: string;
  to: string | null;
  before: string;
  after: string;
  /** How much of the text was understood as days. */
  length: number;
}

function germanly(text: string, today: string): Found | null {
  return merged(german.casual.parse(text, reference(today), { forwardDate: true }), text, today);
}
function englishly(text: string, today: string): Found | null {
  return merged(english.GB.parse(text, reference(today), { forwardDate: true }), text, today);
}

/** The first days found, together with those that follow right behind ("Donnerstag und Freitag"). */
type Result = ReturnType<typeof german.casual.parse>[number];

function merged(results: readonly Result[], text: string, today: string): Found | null {
  const days = results.filter(({ start, end, text: words }) => !DURATION.test(words) && (end ?? start) !== undefined);
  const [first] = days;
  if (!first) return null;
  let [last, end] = [first, first.index + first.text.length];
  for (const next of days.slice(1)) {
    if (!JOINED.test(text.slice(end, next.index))) break;
    [last, end] = [next, next.index + next.text.length];
  }
  const single = last === first && !first.end;
  const shift = underWay(first, last, today) ? -1 : 0;
  const to = yearsLater(dayOf(last.end ?? last.start), shift);
  const from = yearsLater(dayOf(first.start), shift);
  return {
    from,
    to: single ? null : to,
    before: text.slice(0, first.index),
    after: text.slice(end),
    length: end - first.index,
  };
}

/** Without a year the reader takes the next time to come, also for days that have begun: those are meant now. */
function underWay(first: Result, last: Result, today: string): boolean {
  const end = last.end ?? last.start;
  return !first.start.isCertain('year') && !end.isCertain('year') && yearsLater(dayOf(end), -1) >= today;
}

function yearsLater(day: string, years: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ years }).toFormat('yyyy-MM-dd');
}

/** A single day may be the end ("bis Freitag"), the beginning of a duration or open ("ab Montag"), or a day off. */
function withDuration({ from, to, before, after }: Found, today: string): TypedSpan {
  const rest = `${before.replace(UNTIL, ' ').replace(/\b(?:vom|von|ab|seit|am|from|on|since|starting)\s*(?:dem\s+|the\s+)?$/iu, ' ')} ${after}`;
  if (to !== null) return { from, to, rest };
  if (UNTIL.test(before)) return { from: today, to: from, rest };
  const duration = DURATION.exec(after) ?? DURATION.exec(before);
  if (duration) return { from, to: lastDay(from, duration), rest: rest.replace(duration[0], ' ') };
  return { from, to: /\b(?:ab|from|starting)\s+(?:dem\s+|the\s+)?$/iu.test(before) ? null : from, rest };
}

function lastDay(from: string, [, count = '', unit = '']: RegExpExecArray): string {
  const amount = NUMBERS[count.toLowerCase()] ?? Number(count);
  const named = unit.toLowerCase();
  const start = DateTime.fromISO(from, { zone: 'utc' });
  const end = named.startsWith('w') ? { weeks: amount } : /^mo/.test(named) ? { months: amount } : { days: amount };
  return start.plus(end).minus({ days: 1 }).toFormat('yyyy-MM-dd');
}

function weekSpan(words: string, today: string): { from: string; to: string } {
  const ahead = /übernächste/iu.test(words) ? 2 : /diese|this/iu.test(words) ? 0 : 1;
  const monday = DateTime.fromISO(today, { zone: 'utc' }).startOf('week').plus({ weeks: ahead });
  const from = ahead === 0 ? today : monday.toFormat('yyyy-MM-dd');
  return { from, to: monday.plus({ days: 6 }).toFormat('yyyy-MM-dd') };
}

/** `3.8.` and `2026-08-03` become `3. August`, `August 3` becomes `3 August`, which both languages' readers know. */
function spellOut(text: string): string {
  return text
    .replace(
      /\b(\d{4})-(\d\d)-(\d\d)\b/g,
      (_, year, month, day) => `${Number(day)}. ${MONTHS[month - 1] ?? month} ${year}`,
    )
    .replace(/\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2}(?!\d|\.))?/g, (all, day, month, year) => {
      const name = MONTHS[month - 1];
      return name ? `${day}. ${name} ${year ? (year.length === 2 ? `20${year}` : year) : ''}` : all;
    })
    .replace(new RegExp(`\\b(${MONTHS_EN.join('|')})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)`, 'giu'), '$2 $1');
}

function reference(today: string): { instant: Date; timezone: string } {
  return { instant: new Date(`${today}T12:00:00Z`), timezone: 'UTC' };
}

/** The day as written, whatever zone this process lives in. */
function dayOf(named: { get(part: 'year' | 'month' | 'day'): number | null }): string {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) =>
    String(named.get(part)).padStart(2, '0'),
  );
  return `${year}-${month}-${day}`;
}

import type { Lang } from '../../programme/text.js';
import { CALENDAR } from './calendar-words.js';
import { shift } from './days.js';
import { eitherTime } from './either-time.js';
import { boundedTime } from './period-bounds.js';
import type { Period, Point } from './period-place.js';
import { pointAt, smallNumber } from './period-points.js';
import type { Token } from './tokens.js';
import { withWeeksBefore } from './week-before.js';

export type { Period } from './period-place.js';

/**
 * Periods of a sentence: "im Herbst 26", "zwischen Juli und September 2026", "in den nächsten drei Monaten", "bis Ende
 * des Jahres", "since last week". Whole days, both ends inclusive. chrono-node reads instants and knows none of these.
 * @param today `YYYY-MM-DD` in the programme's zone
 * @param lang of the sentence, where it is known
 */
export function findPeriods(tokens: readonly Token[], today: string, lang: Lang | null = null): Period[] {
  const periods: Period[] = [];
  // "Was startet im Juli?" asks in German, and speaks of the past in English only.
  const past = tokens.some(
    ({ word }) =>
      CALENDAR.past.has(word) &&
      (word !== 'was' || lang !== 'de') &&
      // "Was passiert im Juli?" is no perfect.
      (word !== 'passiert' || tokens.some((other) => /^(?:ist|sind)$/.test(other.word))),
  );
  for (let at = 0; at < tokens.length;) {
    // What has gone on since April began in the April that is over.
    const since = /^(?:seit|since)$/.test(tokens[at]?.word ?? '');
    const period = periodAt(tokens, at, today, past || since);
    if (period) periods.push(period);
    at = period ? period.to : at + 1;
  }
  return withWeeksBefore(tokens, periods, today);
}

/** "Seit über zwei Jahren", "for more than a year": begun before then. */
function forLongerThan(tokens: readonly Token[], at: number, today: string): Period | undefined {
  if (!/^(?:seit|for)$/.test(tokens[at]?.word ?? '')) return undefined;
  let next = at + 1;
  if (/^(?:uber|mehr|more|over|mindestens|wenigstens)$/.test(tokens[next]?.word ?? '')) next++;
  else return undefined;
  if (/^(?:als|than)$/.test(tokens[next]?.word ?? '')) next++;
  const count = smallNumber(tokens[next]?.word ?? '');
  const unit = CALENDAR.units.get(tokens[next + 1]?.word ?? '');
  if (count === undefined || !unit) return undefined;
  return { range: { from: null, to: shift(today, unit, -count) }, from: at, to: next + 2, open: 'end', starts: true };
}

/** "Über 2027 hinaus", "beyond 2027". */
const BEYOND = new Set(['uber', 'beyond']);

/** "Länger als bis Ende 2027", "longer than 2027", "later than June": what lies after it. */
function pastPoint(tokens: readonly Token[], at: number, today: string, past: boolean): Period | undefined {
  const least =
    /^(?:mindestens|wenigstens)$/.test(tokens[at]?.word ?? '') && CALENDAR.until.has(tokens[at + 1]?.word ?? '');
  const [next = '', third = ''] = [tokens[at + 1]?.word, tokens[at + 2]?.word];
  const untilLeast =
    CALENDAR.until.has(tokens[at]?.word ?? '') &&
    (/^(?:mindestens|wenigstens)$/.test(next) || (next === 'at' && third === 'least'));
  if (least || untilLeast) {
    const point = pointAt(tokens, skip(tokens, at + (next === 'at' ? 3 : 2)), today, past);
    return point && { range: { from: point.from, to: null }, from: at, to: point.end, open: 'start', ends: true };
  }
  if (tokens[at]?.word === 'past' && /^\d{4}$/.test(tokens[at + 1]?.word ?? '')) {
    const point = pointAt(tokens, at + 1, today, past);
    return (
      point && {
        range: { from: shift(point.to, 'day', 1), to: null },
        from: at,
        to: point.end,
        open: 'start',
        ends: true,
      }
    );
  }
  if (!/^(?:langer|longer|spater|later)$/.test(tokens[at]?.word ?? '')) return undefined;
  if (!/^(?:als|than|wie)$/.test(tokens[at + 1]?.word ?? '')) return undefined;
  const until = CALENDAR.until.has(tokens[at + 2]?.word ?? '') ? 1 : 0;
  const point = pointAt(tokens, skip(tokens, at + 2 + until), today, past);
  if (!point) return undefined;
  const lasts = /^(?:langer|longer)$/.test(tokens[at]?.word ?? '');
  const range = { from: shift(point.to, 'day', 1), to: null };
  return { range, from: at, to: point.end, open: 'start', ...(lasts ? { ends: true } : {}) };
}

function periodAt(tokens: readonly Token[], at: number, today: string, past: boolean): Period | undefined {
  const word = tokens[at]?.word ?? '';
  const following = (): Point | undefined => pointAt(tokens, skip(tokens, at + 1), today, past);
  if (CALENDAR.between.has(word)) return pair(tokens, at, at + 1, today, past, CALENDAR.and);
  const longer =
    forLongerThan(tokens, at, today) ?? pastPoint(tokens, at, today, past) ?? boundedTime(tokens, at, today, past);
  if (longer) return longer;
  if (CALENDAR.from.has(word) || CALENDAR.since.has(word)) {
    const both = pair(tokens, at, at + 1, today, past, CALENDAR.to);
    if (both) return both;
    const point = CALENDAR.ago.has(word) ? undefined : pointAt(tokens, skip(tokens, at + 1), today, past);
    if (point) return { range: { from: point.from, to: null }, from: at, to: point.end, open: 'start' };
  }
  if (CALENDAR.until.has(word)) {
    const later = CALENDAR.after.has(tokens[at + 1]?.word ?? '')
      ? pointAt(tokens, skip(tokens, at + 2), today, past)
      : undefined;
    if (later)
      return {
        range: { from: shift(later.to, 'day', 1), to: null },
        from: at,
        to: later.end,
        open: 'start',
        ends: true,
      };
    const point = following();
    if (point) return { range: { from: null, to: point.to }, from: at, to: point.end, open: 'end' };
  }
  if (CALENDAR.before.has(word)) {
    const point = following();
    if (point && !point.ago) {
      // "Before the end of May", "vor Ende des Jahres": while May, while the year lasts.
      const isEnd = ofEnd(tokens, skip(tokens, at + 1));
      const to = isEnd ? point.to : shift(point.from, 'day', -1);
      return { range: { from: null, to }, from: at, to: point.end, open: 'end' };
    }
  }
  if (BEYOND.has(word)) {
    const point = following();
    if (point && (word === 'beyond' || tokens[point.end]?.word === 'hinaus')) {
      const end = word === 'beyond' ? point.end : point.end + 1;
      return { range: { from: shift(point.to, 'day', 1), to: null }, from: at, to: end, open: 'start', ends: true };
    }
  }
  if (CALENDAR.after.has(word)) {
    const point = following();
    if (point) return { range: { from: shift(point.to, 'day', 1), to: null }, from: at, to: point.end, open: 'start' };
  }
  const both = pair(tokens, at, at, today, past, CALENDAR.to);
  if (both) return both;
  const point = eitherTime(tokens, at, today, past) ?? pointAt(tokens, at, today, past);
  return point && { range: { from: point.from, to: point.to }, from: at, to: point.end, open: null };
}

const ofEnd = (tokens: readonly Token[], at: number): boolean =>
  /^(?:ende?|(?:jahr|monat|quartal)e?sende)$/.test(tokens[at]?.word ?? '') ||
  /^ends?$/.test(tokens[at + 1]?.word ?? '');

/** "Juli bis September 2026": the first point borrows the year of the second. */
function pair(
  tokens: readonly Token[],
  from: number,
  at: number,
  today: string,
  past: boolean,
  joints: ReadonlySet<string>,
): Period | undefined {
  const first = pointAt(tokens, skip(tokens, at), today, past);
  if (!first) return undefined;
  const joint = tokens[first.end];
  const dash = joint?.glued === true && joints === CALENDAR.to;
  if (!joint || (!joints.has(joint.word) && !dash)) return undefined;
  const second =
    secondWeek(tokens, skip(tokens, at), dash ? first.end : first.end + 1, today) ??
    pointAt(tokens, dash ? first.end : skip(tokens, first.end + 1), today, past, first.from);
  if (!second || second.to < first.from) return undefined;
  const borrowed =
    second.year !== null && first.year === null
      ? pointAt(tokens, skip(tokens, at), `${String(second.year)}-01-01`, false)
      : undefined;
  const start = borrowed && borrowed.from <= second.to ? borrowed.from : first.from;
  return { range: { from: start, to: second.to }, from, to: second.end, open: null };
}

/** "KW 18 und 20": the second number is a week as well. */
function secondWeek(tokens: readonly Token[], first: number, at: number, today: string): Point | undefined {
  const token = tokens[at];
  if (!token || !CALENDAR.week.has(tokens[first]?.word ?? '') || !/^\d{1,2}$/.test(token.word)) return undefined;
  const week = [{ ...token, word: tokens[first]?.word ?? '' }, token, ...tokens.slice(at + 1, at + 3)];
  const found = pointAt(week, 0, today, false);
  return found && { ...found, end: at + found.end - 1 };
}

function skip(tokens: readonly Token[], at: number): number {
  let next = at;
  // "Year end": the year is what ends there, rather than "the year 2027".
  const opensEnd = (): boolean =>
    CALENDAR.units.has(tokens[next]?.word ?? '') && /^ends?$/.test(tokens[next + 1]?.word ?? '');
  while (next < at + 3 && CALENDAR.skip.has(tokens[next]?.word ?? '') && tokens[next + 1] && !opensEnd()) next++;
  return next;
}

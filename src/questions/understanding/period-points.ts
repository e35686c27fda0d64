import { AMBIGUOUS_MONTHS, AMBIGUOUS_SEASONS, CALENDAR, type Unit } from './calendar-words.js';
import {
  halfSpan,
  monthSpan,
  partOf,
  quarterSpan,
  seasonSpan,
  shift,
  unitSpan,
  weekSpan,
  yearSpan,
  type Span,
} from './days.js';
import { feastSpan } from './feasts.js';
import { explicitDay } from './explicit-days.js';
import { likely, likelyWeek, likelyYear } from './likely-spans.js';
import { BEFORE_TIME, directionOf, point, wordAt, yearOf, type Place, type Point } from './period-place.js';
import type { Token } from './tokens.js';
import { weekday } from './weekdays.js';

const SMALL_NUMBERS = new Map(
  'ein,eine,einem,einer,one,a|zwei,two|drei,three|vier,four|funf,five|sechs,six|sieben,seven|acht,eight|neun,nine|zehn,ten|elf,eleven|zwolf,twelve'
    .split('|')
    .flatMap((words, at) => words.split(',').map((word): [string, number] => [word, at + 1])),
);

/** The stretch of time whose words start at a token. `after`: the earliest day it may reasonably lie at. */
export function pointAt(
  tokens: readonly Token[],
  at: number,
  today: string,
  past: boolean,
  after?: string,
): Point | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const context = { tokens, at, today, past, after: after ?? null };
  return (
    explicitDay(context) ??
    part(context) ??
    partOfUnit(context) ??
    named(context) ??
    relative(context) ??
    weekday(context) ??
    plainYear(context)
  );
}

/** A number up to 999, or one written out up to twelve. */
export const smallNumber = (word: string): number | undefined =>
  /^\d{1,3}$/.test(word) ? Number(word) : SMALL_NUMBERS.get(word);

/** "Ende 2026", "Anfang Juli", "end of the year". */
function part(place: Place): Point | undefined {
  const word = wordAt(place, 0);
  const which = CALENDAR.begin.has(word)
    ? 'begin'
    : CALENDAR.middle.has(word)
      ? 'middle'
      : CALENDAR.end.has(word)
        ? 'end'
        : undefined;
  if (!which || (/^(?:end|start|beginning)$/.test(word) && wordAt(place, 1) !== 'of')) return undefined;
  if (/^(?:im|in|am|on)$/.test(wordAt(place, 1))) return undefined;
  let next = place.at + 1;
  while (
    next <= place.at + 3 &&
    CALENDAR.skip.has(place.tokens[next]?.word ?? '') &&
    !CALENDAR.units.has(place.tokens[next]?.word ?? '')
  )
    next++;
  const inner = { ...place, at: next };
  const whole = named(inner) ?? relative(inner) ?? plainYear(inner) ?? ofUnit(inner);
  return whole && point(partOf(whole, which), whole.end, whole.year);
}

/** "Jahresende", "Quartalsbeginn 2027", "year end": part of the present unit, or of the year said with it. */
function partOfUnit(place: Place): Point | undefined {
  const [, begun, rest] = /^(jahr|monat|quartal)e?s(ende|anfang|beginn|mitte)$/.exec(wordAt(place, 0)) ?? [];
  const isEnglish = /^(?:year|month|quarter)$/.test(wordAt(place, 0)) && /^ends?$/.test(wordAt(place, 1));
  const unit = CALENDAR.units.get(isEnglish ? wordAt(place, 0) : (begun ?? ''));
  if (!unit) return undefined;
  const length = isEnglish ? 2 : 1;
  const said = unit === 'year' ? trailingYear(place, length) : undefined;
  const whole = said ? yearSpan(said.year) : unitSpan(unit, place.today, 0);
  const which = rest === 'mitte' ? 'middle' : rest === 'anfang' || rest === 'beginn' ? 'begin' : 'end';
  return point(partOf(whole, which), said?.end ?? place.at + length, said?.year ?? null);
}

function ofUnit(place: Place): Point | undefined {
  const unit = CALENDAR.units.get(wordAt(place, 0));
  return unit && point(unitSpan(unit, place.today, 0), place.at + 1);
}

/** Months, seasons, quarters, half-years, weeks of the year. */
function named(place: Place): Point | undefined {
  const word = wordAt(place, 0);
  const month = CALENDAR.months.get(word);
  if (month !== undefined) {
    const said = trailingYear(place, 1);
    const before = place.tokens[place.at - 1]?.word ?? '';
    if (AMBIGUOUS_MONTHS.has(word) && !said && !BEFORE_TIME.test(before)) return undefined;
    return point(
      monthSpan(said?.year ?? likelyYear(place, month), month),
      said?.end ?? place.at + 1,
      said?.year ?? null,
    );
  }
  const season = CALENDAR.seasons.get(word);
  if (season !== undefined) {
    const said = trailingYear(place, 1);
    const before = place.tokens[place.at - 1]?.word ?? '';
    if (AMBIGUOUS_SEASONS.has(word) && !said && !(before === 'the' || BEFORE_TIME.test(before))) return undefined;
    const span = said ? seasonSpan(said.year, season) : likely(place, (year) => seasonSpan(year, season));
    return point(span, said?.end ?? place.at + 1, said?.year ?? null);
  }
  const feast = CALENDAR.feasts.get(word);
  if (feast !== undefined) {
    const said = trailingYear(place, 1);
    const span = said ? feastSpan(said.year, feast) : likely(place, (year) => feastSpan(year, feast));
    return point(span, said?.end ?? place.at + 1, said?.year ?? null);
  }
  const ordinal = CALENDAR.ordinals.get(word) ?? (/^[1-4]$/.test(word) ? Number(word) : undefined);
  const unit = CALENDAR.units.get(wordAt(place, 1));
  if (ordinal !== undefined && (unit === 'quarter' || (unit === 'half' && ordinal <= 2)))
    return divided(place, unit, ordinal, 2);
  if ((word === 'q' || CALENDAR.units.get(word) === 'quarter') && /^[1-4]$/.test(wordAt(place, 1)))
    return divided(place, 'quarter', Number(wordAt(place, 1)), 2);
  if (word === 'h' && /^[12]$/.test(wordAt(place, 1))) return divided(place, 'half', Number(wordAt(place, 1)), 2);
  if (CALENDAR.week.has(word) && /^\d{1,2}$/.test(wordAt(place, 1))) return numberedWeek(place, wordAt(place, 1));
  const counted = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word);
  if (counted?.[1] && CALENDAR.week.has(wordAt(place, 1)) && (counted[2] || place.tokens[place.at]?.after === '.'))
    return numberedWeek(place, counted[1]);
  return undefined;
}

/** "KW 19", "19. Kalenderwoche", "the 19th week": of two words, unless the year is told as well. */
function numberedWeek(place: Place, number: string): Point | undefined {
  const said = trailingYear(place, 2);
  const span = said ? weekSpan(said.year, Number(number)) : likelyWeek(place, Number(number));
  return span && point(span, said?.end ?? place.at + 2);
}

function divided(place: Place, unit: 'quarter' | 'half', which: number, length: number): Point {
  const said = trailingYear(place, length);
  const inYear = (year: number): Span => (unit === 'quarter' ? quarterSpan : halfSpan)(year, which);
  return point(said ? inYear(said.year) : likely(place, inYear), said?.end ?? place.at + length, said?.year ?? null);
}

/** "dieses Jahr", "next month", "in den nächsten drei Monaten", "vor zwei Wochen", "innerhalb von 6 Wochen". */
function relative(place: Place): Point | undefined {
  let word = wordAt(place, 0);
  let offset = 0;
  if (CALENDAR.thisYear.has(word)) return point(unitSpan('year', place.today, 0), place.at + 1);
  const within = CALENDAR.in.has(word);
  const ago = CALENDAR.ago.has(word) && word !== 'ago';
  if (within || ago) {
    offset = 1;
    while (offset <= 2 && CALENDAR.skip.has(wordAt(place, offset))) offset++;
    word = wordAt(place, offset);
  }
  const direction = directionOf(word);
  if (direction !== undefined) {
    const count = smallNumber(wordAt(place, offset + 1));
    const unit = CALENDAR.units.get(wordAt(place, offset + (count === undefined ? 1 : 2)));
    if (unit && count !== undefined && Math.abs(direction) === 1)
      return point(stretch(place.today, unit, count * direction), place.at + offset + 3);
    const inner = { ...place, at: place.at + offset + 1 };
    const name = inner.tokens[inner.at]?.word ?? '';
    if (CALENDAR.months.has(name) || CALENDAR.seasons.has(name) || CALENDAR.feasts.has(name))
      return named({ ...inner, past: direction < 0 });
    if (unit) {
      // "Im letzten Quartal 2027": of that year.
      if (direction === -1 && (unit === 'quarter' || unit === 'half') && trailingYear(place, offset + 2))
        return divided(place, unit, unit === 'quarter' ? 4 : 2, offset + 2);
      const plural =
        /(?:wochen|monaten?|jahren?|tagen?|quartale?n?|weeks|months|years|days)$/.test(wordAt(place, offset + 1)) &&
        /n$|s$/.test(word + wordAt(place, offset + 1)) &&
        isPlural(wordAt(place, offset + 1));
      if (plural && Math.abs(direction) === 1)
        return point(stretch(place.today, unit, 3 * direction), place.at + offset + 2);
      return point(unitSpan(unit, place.today, direction), place.at + offset + 2);
    }
    return undefined;
  }
  const count = smallNumber(word);
  const unit = count === undefined ? undefined : CALENDAR.units.get(wordAt(place, offset + 1));
  if (count === undefined || !unit) return undefined;
  if (ago) return point(stretch(place.today, unit, -count), place.at + offset + 2, null, true);
  if (wordAt(place, offset + 2) === 'ago')
    return point(stretch(place.today, unit, -count), place.at + offset + 3, null, true);
  if (within) return point(stretch(place.today, unit, count), place.at + offset + 2);
  return undefined;
}

const isPlural = (word: string): boolean =>
  /^(?:wochen|monate[n]?|jahre[n]?|tage[n]?|quartale[n]?|weeks|months|years|days)$/.test(word);

function stretch(today: string, unit: Unit, count: number): Span {
  const other = shift(today, unit, count);
  return count < 0 ? { from: other, to: today } : { from: today, to: other };
}

function plainYear(place: Place): Point | undefined {
  const year = yearOf(wordAt(place, 0));
  const token = place.tokens[place.at];
  if (year === undefined || token?.kind !== 'number' || /[€%]/.test(token.after)) return undefined;
  return point(yearSpan(year), place.at + 1, year);
}

/** A year right after a month or season, also "26", "des Jahres 2026" and "2026/27". */
function trailingYear(place: Place, offset: number): { year: number; end: number } | undefined {
  let at = place.at + offset;
  while (at <= place.at + offset + 2 && CALENDAR.skip.has(place.tokens[at]?.word ?? '')) at++;
  const token = place.tokens[at];
  if (!token || (token.kind !== 'number' && !/^\d\d$/.test(token.word))) return undefined;
  const full = yearOf(token.word);
  const year =
    full ?? (/^[2-4]\d$/.test(token.word) && at === place.at + offset ? 2000 + Number(token.word) : undefined);
  if (year === undefined) return undefined;
  const next = place.tokens[at + 1];
  const end = next?.glued === true && /^\d\d$/.test(next.word) ? at + 2 : at + 1;
  return { year, end };
}

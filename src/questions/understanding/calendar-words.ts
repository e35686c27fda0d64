import de from '../lexicon/de/calendar.json' with { type: 'json' };
import en from '../lexicon/en/calendar.json' with { type: 'json' };
import { fold } from './fold.js';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';
export type Feast = keyof typeof de.feasts;

const calendars = [de, en];
const mapOf = <T>(entries: readonly (readonly [readonly string[], T])[]): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([words, value]) => words.map((word): [string, T] => [fold(word), value])));
const setOf = (pick: (calendar: typeof de) => readonly string[]): ReadonlySet<string> =>
  new Set(calendars.flatMap((calendar) => pick(calendar as typeof de).map(fold)));

/** Words of the calendar in both languages, folded. */
export const CALENDAR = {
  /** 1…12 */
  months: mapOf(calendars.flatMap((calendar) => calendar.months.map((words, at) => [words, at + 1] as const))),
  /** 1…7, Monday first */
  weekdays: mapOf(calendars.flatMap((calendar) => calendar.weekdays.map((words, at) => [words, at + 1] as const))),
  seasons: mapOf(
    calendars.flatMap((calendar) =>
      Object.entries(calendar.seasons).map(([season, words]) => [words, season as Season] as const),
    ),
  ),
  feasts: mapOf(
    calendars.flatMap((calendar) =>
      Object.entries(calendar.feasts).map(([feast, words]) => [words, feast as Feast] as const),
    ),
  ),
  units: mapOf(
    calendars.flatMap((calendar) =>
      Object.entries(calendar.units).map(([unit, words]) => [words, unit as Unit] as const),
    ),
  ),
  ordinals: mapOf(
    calendars.flatMap((calendar) =>
      Object.entries(calendar.ordinals).map(([number, words]) => [words, Number(number)] as const),
    ),
  ),
  this: setOf((calendar) => calendar.this),
  next: setOf((calendar) => calendar.next),
  afterNext: setOf((calendar) => calendar.afterNext),
  beforeLast: setOf((calendar) => calendar.beforeLast),
  last: setOf((calendar) => calendar.last),
  today: setOf((calendar) => calendar.today),
  tomorrow: setOf((calendar) => calendar.tomorrow),
  yesterday: setOf((calendar) => calendar.yesterday),
  dayAfterTomorrow: setOf((calendar) => calendar.dayAfterTomorrow),
  dayBeforeYesterday: setOf((calendar) => calendar.dayBeforeYesterday),
  weekend: setOf((calendar) => calendar.weekend),
  thisYear: setOf((calendar) => calendar.thisYear),
  ago: setOf((calendar) => calendar.ago),
  in: setOf((calendar) => calendar.in),
  from: setOf((calendar) => calendar.from),
  to: setOf((calendar) => calendar.to),
  between: setOf((calendar) => calendar.between),
  and: setOf((calendar) => calendar.and),
  or: setOf((calendar) => calendar.or),
  before: setOf((calendar) => calendar.before),
  after: setOf((calendar) => calendar.after),
  until: setOf((calendar) => calendar.until),
  since: setOf((calendar) => calendar.since),
  earliest: setOf((calendar) => calendar.earliest),
  begin: setOf((calendar) => calendar.begin),
  middle: setOf((calendar) => calendar.middle),
  end: setOf((calendar) => calendar.end),
  week: setOf((calendar) => calendar.week),
  skip: setOf((calendar) => calendar.skip),
  past: setOf((calendar) => calendar.past),
} as const;

/** Month names that are other words as well: they need a year, a day or a preposition beside them. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'jan',
  'sep',
  'mai',
  'dez',
  'jun',
  'jul',
  'nov',
]);

/** Seasons that are other words as well ("fall under"): the same holds. */
export const AMBIGUOUS_SEASONS: ReadonlySet<string> = new Set(['fall', 'spring']);

/** Every word that speaks of time, for spelling. */
export const CALENDAR_WORDS: readonly string[] = Object.values(CALENDAR).flatMap((words) => [...words.keys()]);

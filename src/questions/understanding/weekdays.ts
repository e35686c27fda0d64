import { CALENDAR } from './calendar-words.js';
import { shift, unitSpan, weekdayOf, type Span } from './days.js';
import { likelyWeekday } from './likely-spans.js';
import { directionOf, point, wordAt, type Place, type Point } from './period-place.js';

/**
 * "Since Monday", "bis Freitag", "letzten Montag", "übernächsten Freitag", "am Wochenende", "Montag nächster Woche":
 * the last one before today or the one to come.
 */
export function weekday(place: Place): Point | undefined {
  const offset = isNamed(wordAt(place, 0)) ? 0 : 1;
  const word = wordAt(place, offset);
  const direction = directionOf(wordAt(place, offset - 1));
  if (!isNamed(word) || (offset === 1 && direction === undefined)) return undefined;
  // "An einem Freitag": any of them.
  if (/^(?:ein|einem|einen|jeden|jedem|a|any|every)$/.test(wordAt(place, -1))) return undefined;
  const week = directionOf(wordAt(place, offset + 1));
  const ofWeek = week !== undefined && CALENDAR.units.get(wordAt(place, offset + 2)) === 'week';
  return ofWeek
    ? point(inWeek(unitSpan('week', place.today, week).from, word), place.at + offset + 3)
    : point(spanOf(place, word, direction), place.at + offset + 1);
}

const SATURDAY = 6;
const isNamed = (word: string): boolean => CALENDAR.weekdays.has(word) || CALENDAR.weekend.has(word);

function inWeek(monday: string, word: string): Span {
  const wanted = CALENDAR.weekdays.get(word);
  return wanted === undefined
    ? weekendFrom(shift(monday, 'day', SATURDAY - 1))
    : oneDay(shift(monday, 'day', wanted - 1));
}

function spanOf(place: Place, word: string, direction: number | undefined): Span {
  const wanted = CALENDAR.weekdays.get(word);
  if (wanted !== undefined) return oneDay(likelyWeekday(place, wanted, direction));
  // On a Sunday, "am Wochenende" is the one that goes on.
  const ahead = direction === undefined && !place.past ? 0 : direction;
  const isOver = direction === -1 && weekdayOf(place.today) > SATURDAY;
  return weekendFrom(shift(likelyWeekday(place, SATURDAY, ahead), 'day', isOver ? -7 : 0));
}

const oneDay = (day: string): Span => ({ from: day, to: day });
const weekendFrom = (saturday: string): Span => ({ from: saturday, to: shift(saturday, 'day', 1) });

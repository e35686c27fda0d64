import { DateTime } from 'luxon';
import { addWeeks } from '../programme/calendar.js';

const NUMBERED =
  /[,(\s]*(?:\b(?:für|in|der|die|for)\s+)*\b(?:kw|kalenderwoche|woche|calendar\s+week|week|cw)\s*(\d{1,2})(?:\s*\/?\s*(20\d\d))?\)?\s*$/iu;
const LAST =
  /[,(\s]*(?:\b(?:für|in|der|die|of|for|from)\s+)*\b(?:letzte[rn]?|vergangene[rn]?|vorige[rn]?|last|previous)\s+(?:woche|week)\)?\s*$/iu;

/**
 * Takes a week off the end of a text: "E-Akte KW 21", "E-Akte letzte Woche", "e-files week 21/2026". Without a year the
 * week that lies nearest is meant. Null where no week is named.
 *
 * @param current the ISO week of now, `2026-W24`
 */
export function withWeek(text: string, current: string): { rest: string; week: string } | null {
  const last = LAST.exec(text);
  if (last) return { rest: text.slice(0, last.index), week: addWeeks(current, -1) };
  const [found, number = '', year] = NUMBERED.exec(text) ?? [];
  if (found === undefined) return null;
  const present = Number(current.slice(0, 4));
  const weeks = (year ? [Number(year)] : [present, present - 1, present + 1])
    .map((each) => `${each}-W${number.padStart(2, '0')}`)
    .filter((week) => DateTime.fromISO(week).isValid);
  const [week] = weeks.sort((a, b) => distance(a, current) - distance(b, current));
  return week ? { rest: text.slice(0, -found.length), week } : null;
}

function distance(week: string, from: string): number {
  return Math.abs(DateTime.fromISO(week).diff(DateTime.fromISO(from), 'weeks').weeks);
}

import { addDays } from '../../programme/calendar.js';
import { CALENDAR } from './calendar-words.js';
import { unitSpan, weekdayOf } from './days.js';
import type { Period } from './period-place.js';
import type { Token } from './tokens.js';

/**
 * "Letzte Woche gegenüber der Woche davor", "KW 19 und die Vorwoche", "week 20 compared with the previous week": the week
 * before the one that is named beside it; alone, "Vorwoche" is the last one. "The week before last" is two weeks ago.
 */
export function withWeeksBefore(tokens: readonly Token[], periods: readonly Period[], today: string): Period[] {
  const found: Period[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const to = endOfWeekBefore(tokens, at);
    if (to === null) continue;
    const others = periods.filter((period) => (period.to <= at || period.from >= to) && isOneWeek(period));
    const isTwoAgo = tokens[to - 1]?.word === 'last' || CALENDAR.beforeLast.has(tokens[at]?.word ?? '');
    const monday = isTwoAgo ? unitSpan('week', today, -1).from : others[0]?.range.from;
    if (monday) found.push(week(addDays(monday, -WEEK), at, to));
    else if (isLastWeek(tokens, at)) found.push(week(unitSpan('week', today, -1).from, at, to));
  }
  if (found.length === 0) return [...periods];
  // What stands inside is said of the week before; "seit der Vorwoche" keeps its own beginning.
  const kept = periods.filter(({ from, to }) => !found.some((each) => from < each.to && each.from < to));
  return [...kept, ...found].sort((a, b) => a.from - b.from);
}
const WEEK = 7;
const MONDAY = 1;

const week = (monday: string, from: number, to: number): Period => ({
  range: { from: monday, to: addDays(monday, WEEK - 1) },
  from,
  to,
  open: null,
});

/** A time from a Monday to the Sunday after it. */
export const isOneWeek = ({ range: { from, to }, open }: Pick<Period, 'range' | 'open'>): boolean =>
  open === null && from !== null && to === addDays(from, WEEK - 1) && weekdayOf(from) === MONDAY;

/** Where words that name the week before end. */
function endOfWeekBefore(tokens: readonly Token[], at: number): number | null {
  const [word = '', next = '', third = ''] = [at, at + 1, at + 2].map((place) => tokens[place]?.word);
  if (isLastWeek(tokens, at)) return at + 1;
  // "Von vorletzter auf letzte Woche": the noun is said once.
  if (CALENDAR.beforeLast.has(word) && isLastWeekSoon(tokens, at + 1)) return at + 1;
  if (word === 'woche' && /^(?:davor|zuvor|vorher)$/.test(next)) return at + 2;
  if (word === 'week' && next === 'before' && third === 'last') return at + 3;
  if (word === 'week' && /^(?:before|earlier|prior)$/.test(next) && !/^\d/.test(third)) return at + 2;
  if (/^(?:vorherige[nr]?|vorige[nr]?|previous|preceding|prior)$/.test(word) && /^(?:woche|week)$/.test(next))
    return at + 2;
  return null;
}

const isLastWeek = (tokens: readonly Token[], at: number): boolean => tokens[at]?.word === 'vorwoche';

function isLastWeekSoon(tokens: readonly Token[], at: number): boolean {
  const [joint = '', ...after] = [0, 1, 2, 3].map((offset) => tokens[at + offset]?.word ?? '');
  const [last = '', unit = ''] = CALENDAR.skip.has(after[0] ?? '') ? after.slice(1) : after;
  return (
    /^(?:auf|zu|zur|und|bis|gegenuber)$/.test(joint) && CALENDAR.last.has(last) && CALENDAR.units.get(unit) === 'week'
  );
}

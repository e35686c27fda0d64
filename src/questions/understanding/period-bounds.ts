import { CALENDAR } from './calendar-words.js';
import { shift } from './days.js';
import { pointAt, smallNumber } from './period-points.js';
import type { Period } from './period-place.js';
import type { Token } from './tokens.js';

interface Bound {
  side: 'from' | 'to';
  /** Where the words of the time begin. */
  at: number;
}

/**
 * A time bounded by a comparison: "frühestens 2027", "früher als Juni", "no later than June", "nicht früher als 2027",
 * "in weniger als drei Monaten", "in more than a year". What is bounded by "at the earliest" and denied comparisons
 * includes its point.
 */
export function boundedTime(tokens: readonly Token[], at: number, today: string, past: boolean): Period | undefined {
  const away = inLessThan(tokens, at, today) ?? stillFor(tokens, at, today) ?? stillUntil(tokens, at, today, past);
  if (away) return away;
  const bound = includedBound(tokens, at) ?? comparedBound(tokens, at);
  if (!bound) return undefined;
  const point = pointAt(tokens, behindArticles(tokens, bound.at), today, past);
  if (!point) return undefined;
  const isCompared = bound.at === at + 2;
  const range =
    bound.side === 'from'
      ? { from: point.from, to: null }
      : { from: null, to: isCompared ? shift(point.from, 'day', -1) : point.to };
  return { range, from: at, to: point.end, open: bound.side === 'from' ? 'start' : 'end' };
}

/** "Frühestens", "nicht früher als", "no later than": the point itself is within. */
function includedBound(tokens: readonly Token[], at: number): Bound | undefined {
  const [word = '', next = '', third = ''] = [at, at + 1, at + 2].map((place) => tokens[place]?.word);
  if (CALENDAR.earliest.has(word)) return { side: 'from', at: at + 1 };
  if (!/^(?:nicht|not|no)$/.test(word) || !THAN.test(third)) return undefined;
  if (EARLIER.test(next)) return { side: 'from', at: at + 3 };
  return LATER.test(next) ? { side: 'to', at: at + 3 } : undefined;
}

/** "Früher als Juni": before it. */
function comparedBound(tokens: readonly Token[], at: number): Bound | undefined {
  const isEarlier = EARLIER.test(tokens[at]?.word ?? '') && THAN.test(tokens[at + 1]?.word ?? '');
  return isEarlier ? { side: 'to', at: at + 2 } : undefined;
}
const EARLIER = /^(?:fruher|eher|earlier|sooner)$/;
const LATER = /^(?:spater|later)$/;
const THAN = /^(?:als|wie|than)$/;

/** "Laufen noch mindestens zwei Jahre", "noch höchstens sechs Monate": ends after or by then. */
function stillFor(tokens: readonly Token[], at: number, today: string): Period | undefined {
  if (tokens[at]?.word !== 'noch') return undefined;
  let next = at + 1;
  const word = tokens[next]?.word ?? '';
  const than = THAN.test(tokens[next + 1]?.word ?? '') ? 2 : 0;
  const isMore = /^(?:mindestens|wenigstens|uber)$/.test(word) || (word === 'mehr' && than > 0);
  if (!isMore && !/^(?:hochstens|maximal)$/.test(word) && !(word === 'weniger' && than > 0)) return undefined;
  next += than || 1;
  const count = smallNumber(tokens[next]?.word ?? '');
  const unit = CALENDAR.units.get(tokens[next + 1]?.word ?? '');
  if (count === undefined || !unit) return undefined;
  const day = shift(today, unit, count);
  return isMore
    ? { range: { from: day, to: null }, from: at, to: next + 2, open: 'start', ends: true }
    : { range: { from: today, to: day }, from: at, to: next + 2, open: null, ends: true };
}

/** "Läuft noch bis 2028", "still running until June": so long at least, ending then or later. */
function stillUntil(tokens: readonly Token[], at: number, today: string, past: boolean): Period | undefined {
  const word = (place: number): string => tokens[place]?.word ?? '';
  const german =
    word(at) === 'noch' && word(at + 1) === 'bis' && tokens.slice(0, at).some((each) => RUNS.test(each.word));
  const english = /^(?:until|till)$/.test(word(at)) && RUNS.test(word(at - 1)) && word(at - 2) === 'still';
  if (!german && !english) return undefined;
  const point = pointAt(tokens, behindArticles(tokens, german ? at + 2 : at + 1), today, past);
  return point && { range: { from: point.from, to: null }, from: at, to: point.end, open: 'start', ends: true };
}
const RUNS = /^(?:lauft|laufts|laufen|geht|gehen|dauert|dauern|runs?|running|goes|going|go|lasts?)$/;

function behindArticles(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < at + 2 && CALENDAR.skip.has(tokens[next]?.word ?? '') && tokens[next + 1]) next++;
  return next;
}

/** "In weniger als drei Monaten", "within less than a year", "in mehr als zwei Wochen". */
function inLessThan(tokens: readonly Token[], at: number, today: string): Period | undefined {
  if (!CALENDAR.in.has(tokens[at]?.word ?? '')) return undefined;
  let next = at + 1;
  if (tokens[next]?.word === 'von') next++;
  const [word = '', than = ''] = [next, next + 1].map((place) => tokens[place]?.word);
  const isMore = /^(?:mehr|more)$/.test(word) && THAN.test(than);
  const isLess = /^(?:weniger|less)$/.test(word) && THAN.test(than);
  if (isMore || isLess) next += 2;
  else if (/^(?:hochstens|maximal|spatestens)$/.test(word)) next++;
  else return undefined;
  const count = smallNumber(tokens[next]?.word ?? '');
  const unit = CALENDAR.units.get(tokens[next + 1]?.word ?? '');
  if (count === undefined || !unit) return undefined;
  const day = shift(today, unit, count);
  return isMore
    ? { range: { from: shift(day, 'day', 1), to: null }, from: at, to: next + 2, open: 'start' }
    : { range: { from: today, to: day }, from: at, to: next + 2, open: null };
}

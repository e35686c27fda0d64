import { amountAt } from './amounts.js';
import { AMBIGUOUS_MONTHS, CALENDAR } from './calendar-words.js';
import { monthSpan, realDay, shift } from './days.js';
import { LIGHT } from './lexicon.js';
import { likelyYear } from './likely-spans.js';
import { BEFORE_TIME, point, wordAt, yearOf, type Place, type Point } from './period-place.js';

/** A day by its numbers or its month ("31.12.2026", "15. März", "June 15", "12/2026"), today, tomorrow, yesterday. */
export function explicitDay(place: Place): Point | undefined {
  const word = wordAt(place, 0);
  const dotted = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{2}|\d{4}))?$/.exec(word);
  if (dotted && (dotted[3] || !isAmount(place))) {
    const [year, month, count] = [dotted[3] ? century(Number(dotted[3])) : null, Number(dotted[2]), Number(dotted[1])];
    const day = year === null ? likelyDay(place, month, count) : realDay(year, month, count);
    if (day) return point({ from: day, to: day }, place.at + 1, year);
  }
  const numbered = slashed(place);
  if (numbered) return numbered;
  const year = yearOf(word);
  if (year !== undefined && place.tokens[place.at + 1]?.glued && place.tokens[place.at + 2]?.glued) {
    const day = realDay(year, Number(wordAt(place, 1)), Number(wordAt(place, 2)));
    if (day) return point({ from: day, to: day }, place.at + 3, year);
  }
  const count = /^\d{1,2}(?:st|nd|rd|th)?$/.test(word) ? parseInt(word, 10) : undefined;
  const month = CALENDAR.months.get(wordAt(place, wordAt(place, 1) === 'of' ? 2 : 1));
  if (count !== undefined && count >= 1 && count <= 31 && month !== undefined) {
    const next = place.at + (wordAt(place, 1) === 'of' ? 3 : 2);
    const said = yearOf(place.tokens[next]?.word ?? '');
    const day = said === undefined ? likelyDay(place, month, count) : realDay(said, month, count);
    if (day) return point({ from: day, to: day }, said === undefined ? next : next + 1, said ?? null);
  }
  const named = CALENDAR.months.get(word);
  if (named !== undefined && /^\d{1,2}(?:st|nd|rd|th)?$/.test(wordAt(place, 1))) {
    const said = yearOf(wordAt(place, 2));
    const count = parseInt(wordAt(place, 1), 10);
    const day = said === undefined ? likelyDay(place, named, count) : realDay(said, named, count);
    if (day && said !== undefined) return point({ from: day, to: day }, place.at + 3, said);
    if (day && endsDay(place) && !(AMBIGUOUS_MONTHS.has(word) && !BEFORE_TIME.test(wordAt(place, -1))))
      return point({ from: day, to: day }, place.at + 2);
  }
  if (word === 'day') return nextButOne(place);
  for (const [words, offset] of [
    [CALENDAR.today, 0],
    [CALENDAR.tomorrow, 1],
    [CALENDAR.yesterday, -1],
    [CALENDAR.dayAfterTomorrow, 2],
    [CALENDAR.dayBeforeYesterday, -2],
  ] as const) {
    if (words.has(word)) {
      const day = shift(place.today, 'day', offset);
      return point({ from: day, to: day }, place.at + 1);
    }
  }
  return undefined;
}

/** "The day after tomorrow", "the day before yesterday". */
function nextButOne(place: Place): Point | undefined {
  const [joint, next] = [wordAt(place, 1), wordAt(place, 2)];
  const offset =
    joint === 'after' && CALENDAR.tomorrow.has(next) ? 2 : joint === 'before' && CALENDAR.yesterday.has(next) ? -2 : 0;
  const day = shift(place.today, 'day', offset);
  return offset === 0 ? undefined : point({ from: day, to: day }, place.at + 3);
}

/** A day without its year; the 29th of February in the leap year that comes next, or was last where the past is spoken of. */
function likelyDay(place: Place, month: number, count: number): string | undefined {
  const year = likelyYear(place, month);
  const step = place.past ? -1 : 1;
  const years = month === 2 && count === 29 ? Array.from({ length: LEAP_GAP }, (_, at) => year + at * step) : [year];
  return years.map((each) => realDay(each, month, count)).find((day) => day !== undefined);
}
/** Between 1896 and 1904 there were eight years. */
const LEAP_GAP = 9;

/** "06.2027", "12/2026", "31/12/2026": a month or a day in numbers; where the second one is no month, the first one is. */
function slashed(place: Place): Point | undefined {
  const [first, second, third] = [0, 1, 2].map((offset) => place.tokens[place.at + offset]);
  const dotted = /^(\d{1,2})\.(\d{4})$/.exec(first?.word ?? '');
  const joined = first?.after.includes('/') === true && second?.glued === true;
  const [month, year] = dotted ? [dotted[1], dotted[2]] : joined ? [first.word, second.word] : [];
  if (/^(?:0?[1-9]|1[0-2])$/.test(month ?? '') && yearOf(year ?? '') !== undefined)
    return point(monthSpan(Number(year), Number(month)), place.at + (dotted ? 1 : 2), Number(year));
  if (!joined || third?.glued !== true || yearOf(third.word) === undefined) return undefined;
  const [a, b, y] = [first.word, second.word, third.word].map(Number) as [number, number, number];
  const day = realDay(y, b, a) ?? realDay(y, a, b);
  return day === undefined ? undefined : point({ from: day, to: day }, place.at + 3, y);
}

/** "More than 1.5 million", "over 2.5 FTE": a number with a fraction is no day. */
function isAmount({ tokens, at }: Place): boolean {
  const amount = amountAt(tokens, at);
  return (
    (amount !== undefined && (amount.unit !== null || amount.factor !== 1)) ||
    /^(?:als|than)$/.test(tokens[at - 1]?.word ?? '')
  );
}

/** "Before June 15", not "the June 15 projects": no noun follows that is counted. */
function endsDay(place: Place): boolean {
  const [day, next] = [1, 2].map((offset) => place.tokens[place.at + offset]);
  return !next || day?.after !== '' || LIGHT.has(next.word);
}

const century = (year: number): number => (year < 100 ? 2000 + year : year);

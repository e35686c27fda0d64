import { weekOfDay } from '../../programme/calendar.js';
import type { Turned } from '../question.js';
import { CALENDAR } from './calendar-words.js';
import type { Period } from './period-place.js';
import { has, type Sentence } from './sentence.js';
import type { Token } from './tokens.js';
import { isOneWeek } from './week-before.js';

/** "Schlechter geworden", "improved": the direction asked for; none where both are. */
export function turnedTo(sentence: Sentence): Turned | null {
  const [better, worse] = [has(sentence, 'turn.better'), has(sentence, 'turn.worse')];
  return better === worse ? null : better ? 'better' : 'worse';
}

/** Whether a direction is one of a status: "die Ampel verbessert sich", "got worse", not "improve the air". */
export const isTurn = (sentence: Sentence): boolean =>
  has(sentence, 'turn.better', 'turn.worse') &&
  (has(sentence, 'noun.health', 'field.status') || sentence.tokens.some(({ word }) => TURNING.test(word)));
const TURNING = /^(?:sich|geworden|got|gotten|getting|gets?|become|became|has|have|als|than|gegenuber|compared)$/;

/** What the weeks set against each other are said of: a change, or only a health. */
interface WeeksAsked {
  today: string;
  speaksOfChange: boolean;
}

/**
 * "Von KW 19 auf KW 20", "zwischen KW 18 und 20", "letzte Woche gegenüber der Woche davor": the reports of two weeks. One
 * numbered week with a word of comparing is set against the present one.
 */
export function comparedWeeks(
  { periods, tokens }: Sentence,
  { today, speaksOfChange }: WeeksAsked,
): { from: string; to: string } | null {
  const isNumbered = ({ from, to }: Period): boolean =>
    tokens.slice(from, to).some(({ word }, at, all) => CALENDAR.week.has(word) && /^\d/.test(all[at + 1]?.word ?? ''));
  const numbered = periods.filter(isNumbered);
  const others =
    speaksOfChange && tokens.some(({ word }) => SET_AGAINST.test(word))
      ? periods.filter((period) => !numbered.includes(period) && isOneWeek(period))
      : [];
  const weeks = [...numbered, ...others].flatMap(({ range, open }) =>
    [range.from, open ? null : range.to].flatMap((day) => (day === null ? [] : [weekOfDay(day)])),
  );
  const [only, second] = numbered;
  if (speaksOfChange && only && !second && others.length === 0 && isCompared(tokens, only))
    weeks.push(weekOfDay(today));
  const [from = '', to = ''] = [weeks.toSorted().at(0), weeks.toSorted().at(-1)];
  return from !== '' && from < to ? { from, to } : null;
}
const SET_AGAINST =
  /^(?:gegenuber|verglichen|vergleich\w*|compared|comparison|relative|than|als|versus|vs|against|auf|zur?|zwischen|between|to)$/;

/** "Schlechter als in KW 19", "compared with week 19": the word of comparing stands right before the week. */
function isCompared(tokens: readonly Token[], { from }: Period): boolean {
  let at = from - 1;
  while (/^(?:in|der|die|dem|the|mit|with|to|zu|zur|noch)$/.test(tokens[at]?.word ?? '')) at--;
  return /^(?:gegenuber|verglichen|vergleich\w*|compared|comparison|relative|than|als|versus|vs|against)$/.test(
    tokens[at]?.word ?? '',
  );
}

import { weekOfDay } from '../../programme/calendar.js';
import type { DayRange, Filters } from '../question.js';
import type { Rule } from './decide-rule.js';
import { smallNumber } from './period-points.js';
import { has, marksOf, type Sentence } from './sentence.js';
import { comparedWeeks, isTurn, turnedTo } from './turns.js';

/** What reports hold: missing ones, what changed, how one project went. */
export const reportQuestions: Rule = (sentence, { filters, project, distinct, today }) => {
  const one = project ?? (distinct.length === 1 && !has(sentence, 'noun.projects') ? (distinct[0] ?? null) : null);
  // "Für letzte Woche" is the week reported on, not when a project runs.
  const { reportMissing: _, active: _active, ...others } = filters;
  if (has(sentence, 'report.missing')) {
    const week = namedWeek(sentence);
    return { intent: 'missingReports', filters: others, ...(week ? { week } : {}) };
  }
  const changes = marksOf(sentence, 'report.changes');
  const speaksOfChange = changes.length > 0 || isTurn(sentence);
  const turns =
    speaksOfChange || has(sentence, 'noun.health', 'field.status', 'health.red', 'health.amber', 'health.green')
      ? comparedWeeks(sentence, { today, speaksOfChange })
      : null;
  // Of one project any change is told, whichever was supposed.
  const direction = one === null && isTurn(sentence) ? turnedTo(sentence) : null;
  const turned = direction ? { turned: direction } : {};
  if (turns && (!one || speaksOfChange)) {
    const { active: _a, start: _s, end: _e, ...rest } = filters;
    return {
      intent: 'changes',
      since: null,
      filters: one ? { projects: [one] } : withoutStatusWords(rest),
      weeks: turns,
      ...turned,
    };
  }
  // "Hat sich die Ampel bei X verbessert?": how it went tells.
  if (one && changes.length > 0 && sentence.periods.length === 0 && has(sentence, 'noun.health'))
    return { intent: 'history', project: one, during: null };
  if ((changes.length > 0 || direction) && !has(sentence, 'noun.goal')) {
    const since = filters.active?.from ?? filters.start?.from ?? filters.end?.from ?? null;
    const { active: _a, start: _s, end: _e, ...rest } = filters;
    const timed = sentence.periods.length > 0;
    const strong = changes.some(
      (mark) =>
        /^(?:geander|verander|ander|neuigkeit|changed|changes|updates|aktualisiert|whats|what)/.test(
          sentence.tokens[mark.from]?.word ?? '',
        ) || mark.to - mark.from > 1,
    );
    if (timed || strong || direction)
      return {
        intent: 'changes',
        since: since && since <= today ? since : null,
        filters: one ? { projects: [one] } : direction ? withoutStatusWords(rest) : rest,
        ...turned,
      };
  }
  if (project && asksPastStatus(sentence, today))
    return { intent: 'history', project, during: historyPeriod(sentence) };
  if (project && has(sentence, 'field.history') && !has(sentence, 'noun.projects')) {
    return { intent: 'history', project, during: historyPeriod(sentence) };
  }
  return null;
};

/** "Wie war der Stand von X in KW 19?": a week that is over, and not this one. */
const asksPastStatus = (sentence: Sentence, today: string): boolean => {
  const range = sentence.periods[0]?.range;
  return has(sentence, 'field.status', 'noun.health') && range?.from != null && range.to !== null && range.to < today;
};

/** What the changes are of is no matter: "welche Ampeln". */
const withoutStatusWords = ({ topic, ...others }: Filters): Filters =>
  topic?.every((word) => /^(?:ampel|status|farbe|stand)/i.test(word)) === false ? { ...others, topic } : others;

/** "Über die letzten Wochen" says no more than "so far"; a number of them is meant as such. */
export function historyPeriod({ periods, tokens }: Sentence): DayRange | null {
  const [period] = periods;
  if (!period) return null;
  const words = tokens.slice(period.from, period.to).map((token) => token.word);
  const vague = words.some((word) => /^(?:wochen|monate[n]?|jahre[n]?|weeks|months|years)$/.test(word));
  return vague && !words.some((word) => smallNumber(word) !== undefined) ? null : period.range;
}

/** The one week of a period that is over: "für letzte Woche", "in KW 19". */
function namedWeek(sentence: Sentence): string | null {
  const range = sentence.periods[0]?.range;
  if (!range?.from || !range.to) return null;
  const week = weekOfDay(range.from);
  return week === weekOfDay(range.to) ? week : null;
}

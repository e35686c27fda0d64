import { weekOf } from '../../programme/calendar.js';
import type { DayRange, Filters } from '../question.js';
import { CALENDAR } from './calendar-words.js';
import type { Rule } from './decide-rule.js';
import { smallNumber } from './period-points.js';
import { has, marksOf, type Sentence } from './sentence.js';

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
  const turns =
    changes.length > 0 || has(sentence, 'noun.health', 'field.status', 'health.red', 'health.amber', 'health.green')
      ? comparedWeeks(sentence)
      : null;
  if (turns && (!one || changes.length > 0)) {
    const { active: _a, start: _s, end: _e, ...rest } = filters;
    return {
      intent: 'changes',
      since: null,
      filters: one ? { projects: [one] } : withoutStatusWords(rest),
      weeks: turns,
    };
  }
  // "Hat sich die Ampel bei X verbessert?": how it went tells.
  if (one && changes.length > 0 && sentence.periods.length === 0 && has(sentence, 'noun.health'))
    return { intent: 'history', project: one, during: null };
  if (changes.length > 0 && !has(sentence, 'noun.goal')) {
    const since = filters.active?.from ?? filters.start?.from ?? filters.end?.from ?? null;
    const { active: _a, start: _s, end: _e, ...rest } = filters;
    const timed = sentence.periods.length > 0;
    const strong = changes.some(
      (mark) =>
        /^(?:geander|verander|ander|neuigkeit|changed|changes|updates|aktualisiert|whats|what)/.test(
          sentence.tokens[mark.from]?.word ?? '',
        ) || mark.to - mark.from > 1,
    );
    if (timed || strong)
      return {
        intent: 'changes',
        since: since && since <= today ? since : null,
        filters: one ? { projects: [one] } : rest,
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
  return has(sentence, 'field.status') && range?.from != null && range.to !== null && range.to < today;
};

/** "Von KW 19 auf KW 20", "zwischen KW 18 und 20", "from week 19 to week 20": the reports of two weeks. */
function comparedWeeks({ periods, tokens }: Sentence): { from: string; to: string } | null {
  const numbered = periods.filter(({ from, to }) =>
    tokens.slice(from, to).some((token) => CALENDAR.week.has(token.word)),
  );
  const starts = numbered.flatMap(({ range, open }) =>
    [range.from, open ? null : range.to].flatMap((day) => (day === null ? [] : [weekOf(`${day}T12:00:00Z`, 'utc')])),
  );
  const from = starts.reduce((first, week) => (week < first ? week : first), starts[0] ?? '');
  const to = starts.reduce((last, week) => (week > last ? week : last), '');
  return from !== '' && from < to ? { from, to } : null;
}

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
  const week = weekOf(`${range.from}T12:00:00Z`, 'utc');
  return week === weekOf(`${range.to}T12:00:00Z`, 'utc') ? week : null;
}

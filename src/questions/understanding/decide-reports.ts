import { weekOf } from '../../programme/calendar.js';
import type { Filters } from '../question.js';
import type { Rule } from './decide-rule.js';
import { shift } from './days.js';
import { has, marksOf, type Sentence } from './sentence.js';
import { isFragment } from './verbs.js';

/** What reports and decisions hold: missing ones, open decisions, what changed, how one project went. */
export const reportQuestions: Rule = (sentence, { filters, project, distinct, today }) => {
  const one = project ?? (distinct.length === 1 && !has(sentence, 'noun.projects') ? (distinct[0] ?? null) : null);
  // "Für letzte Woche" is the week reported on, not when a project runs.
  const { reportMissing: _, active: _active, ...others } = filters;
  if (has(sentence, 'report.missing')) {
    const week = namedWeek(sentence);
    return { intent: 'missingReports', filters: others, ...(week ? { week } : {}) };
  }
  if (
    has(sentence, 'report.decisions') &&
    (has(sentence, 'report.open', 'report.decided', 'ask.which', 'ask.what', 'ask.exists', 'ask.howMany', 'ask.when') ||
      isFragment(sentence))
  ) {
    const settled = has(sentence, 'report.decided') && !has(sentence, 'report.open') && !isOwed(sentence);
    const during = has(sentence, 'state.overdue')
      ? { from: null, to: shift(today, 'day', -1) }
      : (sentence.periods[0]?.range ?? null);
    return {
      intent: 'decisions',
      open: !settled,
      project,
      filters: decisionFilters(filters, project),
      ...(during ? { during } : {}),
    };
  }
  const changes = marksOf(sentence, 'report.changes');
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
  if (project && has(sentence, 'field.history') && !has(sentence, 'noun.projects')) {
    const period = sentence.periods[0]?.range ?? null;
    return { intent: 'history', project, during: period };
  }
  return null;
};

/** "Was muss entschieden werden?", "what needs to be decided": it is still to come. */
const isOwed = (sentence: Sentence): boolean =>
  sentence.tokens.some((token) => /^(?:muss|mussen|soll|sollen|must|need|needs|should|to)$/.test(token.word));

/** The one week of a period that is over: "für letzte Woche", "in KW 19". */
function namedWeek(sentence: Sentence): string | null {
  const range = sentence.periods[0]?.range;
  if (!range?.from || !range.to) return null;
  const week = weekOf(`${range.from}T12:00:00Z`, 'utc');
  return week === weekOf(`${range.to}T12:00:00Z`, 'utc') ? week : null;
}

/** "Anstehende Entscheidungen": what is pending are the decisions, not the projects. */
function decisionFilters(filters: Filters, project: string | null): Filters {
  const { registers: _r, decisionOpen: _d, start: _s, end: _e, active: _a, overdue: _o, ...others } = filters;
  return withoutTopic(others, project);
}

const withoutTopic = (filters: Filters, project: string | null): Filters => {
  if (!project) return filters;
  const { topic: _, ...rest } = filters;
  return rest;
};

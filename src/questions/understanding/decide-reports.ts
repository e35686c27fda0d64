import type { Filters } from '../question.js';
import type { Rule } from './decide-rule.js';
import { has, marksOf } from './sentence.js';
import { isFragment } from './verbs.js';

/** What reports and decisions hold: missing ones, open decisions, what changed, how one project went. */
export const reportQuestions: Rule = (sentence, { filters, project, distinct, today }) => {
  const one = project ?? (distinct.length === 1 && !has(sentence, 'noun.projects') ? (distinct[0] ?? null) : null);
  // "Für letzte Woche" is the week reported on, not when a project runs.
  const { reportMissing: _, active: _active, ...others } = filters;
  if (has(sentence, 'report.missing')) return { intent: 'missingReports', filters: others };
  if (
    has(sentence, 'report.decisions') &&
    (has(sentence, 'report.open', 'report.decided', 'ask.which', 'ask.what', 'ask.exists', 'ask.howMany', 'ask.when') ||
      isFragment(sentence))
  ) {
    const open = has(sentence, 'report.open') ? true : has(sentence, 'report.decided') ? false : true;
    return { intent: 'decisions', open, project, filters: decisionFilters(filters, project) };
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

/** "Anstehende Entscheidungen": what is pending are the decisions, not the projects. */
function decisionFilters(filters: Filters, project: string | null): Filters {
  const { registers: _r, decisionOpen: _d, ...others } = filters;
  return withoutTopic(others, project);
}

const withoutTopic = (filters: Filters, project: string | null): Filters => {
  if (!project) return filters;
  const { topic: _, ...rest } = filters;
  return rest;
};

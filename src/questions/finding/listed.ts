import type { Programme } from '../../programme/programme.js';
import type { Filters, Question } from '../question.js';

/** Which projects a question is about: some by name, or those that meet conditions. */
export type Asked = { projects: readonly string[] } | { filters: Filters };
const NONE: Asked = { projects: [] };

/** Whatever was asked about projects, taken as a wish to see them; nothing where a question is about none in particular. */
export function listed(question: Question, programme: Programme): Asked {
  switch (question.intent) {
    case 'project':
    case 'fact':
    case 'verify':
    case 'why':
    case 'history':
      return { projects: [question.project] };
    case 'compare':
      return { projects: question.projects };
    case 'list':
    case 'count':
    case 'exists':
    case 'aggregate':
    case 'group':
    case 'changes':
    case 'agenda':
      return filtered(question.filters);
    case 'missingReports':
      return { filters: { ...question.filters, reportMissing: true } };
    case 'decisions':
      return question.project
        ? { projects: [question.project] }
        : { filters: { ...question.filters, decisionOpen: true } };
    case 'milestones':
      return question.project ? { projects: [question.project] } : filtered(question.filters);
    case 'organisation':
      return { filters: { organisations: [{ ...organisation(question, programme), relation: 'any' }] } };
    case 'clarify':
      return { projects: question.options.flatMap((option) => offered(option.question)) };
    case 'notUnderstood':
      return { projects: question.near.flatMap((option) => offered(option.question)) };
    case 'concept':
    case 'overview':
    case 'programme':
    case 'outOfScope':
    case 'help':
    case 'greeting':
    case 'thanks':
      return NONE;
  }
}

function filtered(filters: Filters): Asked {
  return Object.keys(filters).length === 0 ? NONE : { filters };
}

function offered(question: Question): string[] {
  return 'project' in question && question.project ? [question.project] : [];
}

function organisation(
  { department, division }: { department: string | null; division: string | null },
  { departments }: Programme,
): { departments: string[]; division: string | null } {
  if (department) return { departments: [department], division: null };
  return { departments: departments.filter((one) => one.division === division).map(({ id }) => id), division };
}

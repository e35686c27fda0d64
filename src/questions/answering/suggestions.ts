import { REGISTERS } from '../../programme/programme.js';
import type { Answer, Body } from '../answer.js';
import type { Filters, Question } from '../question.js';
import type { Scope } from './scope.js';
import { select } from './select.js';

type Suggestion = Answer['suggestions'][number];
const MOST = 3;
/** Beyond this many matches a narrower question is not counted beforehand: that would cost more than the answer. */
const COUNTED = 500;

/** Questions that lead on from an answer. They are about the same things and find something. */
export function suggestionsFor(scope: Scope, question: Question, body: Body): Suggestion[] {
  switch (body.kind) {
    case 'projects':
    case 'count':
    case 'existence':
      return 'filters' in question && body.total > 1 ? narrower(scope, question.filters, body.total) : [];
    case 'organisation':
      return body.leads.length + body.affected.length > 0 ? [ask({ intent: 'overview' })] : [];
    case 'project':
      return [ask({ intent: 'history', project: body.project, during: null })].filter(() => body.report !== null);
    case 'facts':
    case 'verdict':
    case 'history':
      return [ask({ intent: 'project', project: body.project })];
    case 'groups':
      return [];
    case 'overview':
      return [
        listOf({ health: ['red', 'amber'] }, body.health.red + body.health.amber),
        ...(body.decisionsOpen > 0 ? [ask({ intent: 'decisions', open: true, project: null, filters: {} })] : []),
        ask({ intent: 'changes', since: null, filters: {} }),
      ].filter(({ count }) => count !== 0);
    default:
      return [];
  }
}

/** The same question, narrowed by who leads, by health or by register, as far as that makes a difference. */
function narrower(scope: Scope, filters: Filters, total: number): Suggestion[] {
  if (total > COUNTED) return [];
  const found: Suggestion[] = [];
  const offer = (more: Filters): void => {
    if (found.length >= MOST) return;
    const narrowed = { ...filters, ...more };
    const count = select(scope, narrowed).length;
    if (count > 0 && count < total) found.push(listOf(narrowed, count));
  };
  const [organisation, ...others] = filters.organisations ?? [];
  if (organisation && others.length === 0 && organisation.relation !== 'leads') {
    offer({ organisations: [{ ...organisation, relation: 'leads' }] });
  }
  if (!filters.registers) for (const register of REGISTERS.slice(1, 3)) offer({ registers: [register] });
  if (!filters.health) offer({ health: ['red', 'amber'] });
  return found;
}

function ask(question: Question): Suggestion {
  return { question, count: null };
}

function listOf(filters: Filters, count: number): Suggestion {
  return { question: { intent: 'list', filters, order: null, limit: null, page: 0 }, count };
}

import type { Body, Suggestion } from '../answer.js';
import type { Filters, Question } from '../question.js';
import type { Hit, Scope } from './scope.js';
import { matcher } from './matches.js';
import { plain, select } from './select.js';

const MOST = 3;
/** The statuses of more projects than these are not looked up for a suggestion. */
const LOOKED_AT = 500;

/** Questions that lead on from an answer. They are about the same things and find something. */
export function suggestionsFor(scope: Scope, question: Question, body: Body): Suggestion[] {
  switch (body.kind) {
    case 'projects':
    case 'count':
    case 'existence':
      return 'filters' in question && body.total > 1 ? narrower(scope, question, body.total) : [];
    case 'project':
      return body.report ? [ask('history', { intent: 'history', project: body.project, during: null })] : [];
    case 'facts':
    case 'verdict':
    case 'reason':
    case 'history':
      return [ask('details', { intent: 'project', project: body.project })];
    case 'programme':
      return [ask('overview', { intent: 'overview' })];
    case 'overview': {
      const attention = body.health.red + body.health.amber;
      return [
        ...(attention > 0 ? [listOf('attention', { health: ['red', 'amber'] }, attention)] : []),
        ...(body.decisionsOpen > 0
          ? [ask('decisions', { intent: 'decisions', open: true, project: null, filters: {} })]
          : []),
        ask('changes', { intent: 'changes', since: null, filters: {} }),
      ];
    }
    default:
      return [];
  }
}

/**
 * The same question, narrowed by who leads, by register or by health, as far as that makes a difference. Counted as the
 * headlines of list and narrowed list count: the plain matches, where there are any; what else stands in both (city-wide
 * projects, those about something near) is told apart.
 */
function narrower(scope: Scope, question: Extract<Question, { filters: Filters }>, total: number): Suggestion[] {
  const { filters } = question;
  if ('limit' in question && question.limit !== null) return [];
  const all = select(scope, filters);
  const counted = plain(all);
  const found: Suggestion[] = [];
  const offer = (label: Suggestion['label'], more: Filters): void => {
    if (found.length >= MOST) return;
    const meets = matcher(scope, more);
    const among = (hits: readonly Hit[]): number =>
      hits.reduce((sum, { project }) => sum + (meets(project) === false ? 0 : 1), 0);
    const count = among(counted);
    if (count > 0 && count < counted.length)
      found.push({ ...listOf(label, { ...filters, ...more }, count), further: among(all) - count });
  };
  const [organisation, ...others] = filters.organisations ?? [];
  if (organisation && others.length === 0 && organisation.relation !== 'leads') {
    offer('onlyLed', { organisations: [{ ...organisation, relation: 'leads' }] });
  }
  if (!filters.registers) offer('onlyRunning', { registers: ['running'] });
  if (!filters.health && total <= LOOKED_AT) offer('onlyAttention', { health: ['red', 'amber'] });
  if (!filters.registers) offer('onlyUpcoming', { registers: ['upcoming'] });
  return found;
}

function ask(label: Suggestion['label'], question: Question): Suggestion {
  return { label, question, count: null };
}

function listOf(label: Suggestion['label'], filters: Filters, count: number): Suggestion {
  return { label, question: { intent: 'list', filters, order: null, limit: null, page: 0 }, count };
}

import { presentAnswer } from '../../../src/cards/answers/present.js';
import type { Message } from '../../../src/programme/messenger.js';
import type { Portfolio } from '../../../src/programme/portfolio.js';
import type { Lang } from '../../../src/programme/text.js';
import type { Question, Reading } from '../../../src/questions/question.js';
import { ask, aTown, listOf, of } from '../../questions/answering/town.js';

export interface Card {
  body: { text?: string }[];
  actions: { type: string; title: string; verb: string; data: Record<string, unknown> }[];
  fallbackText: string;
  speak: string;
}

/** An answer as it is sent. */
export function say(
  question: Question,
  {
    lang = 'de',
    portfolio = aTown(),
    mayReport = false,
    ...reading
  }: Partial<Reading> & { portfolio?: Portfolio; mayReport?: boolean } = {},
): Message & { card: Card } {
  const given = ask(question, portfolio, { lang, ...reading });
  return presentAnswer(given, portfolio, { department: null, mayReport: () => mayReport }) as Message & { card: Card };
}

export const LANGS: readonly Lang[] = ['de', 'en'];
const project = (id: string): Question => ({ intent: 'project', project: id });
const option = (id: string) => ({ noun: 'project' as const, id, question: project(id) });

/** A question of every kind, with and without something to answer. */
export const QUESTIONS: Record<string, Question> = {
  list: listOf({}),
  'list of one': listOf({ topic: ['Archiv'] }),
  'list with city-wide': listOf({ organisations: of('affects', '20') }),
  'list with secondary fields': listOf({ actionFields: ['netze'] }),
  'list by money': listOf({}, { order: { by: 'investment', direction: 'desc' }, limit: 3 }),
  'list of troubled': listOf({ health: ['red', 'amber'] }),
  'list of a dissolved department': listOf({ organisations: of('affects', '40') }),
  nothing: listOf({ organisations: of('leads', '20'), registers: ['future'] }),
  count: { intent: 'count', filters: { organisations: of('affects', '20') } },
  'count of none': { intent: 'count', filters: { topic: ['Blockchain'] } },
  sum: { intent: 'aggregate', filters: {}, measure: 'investment', operation: 'sum' },
  'sum of nothing': { intent: 'aggregate', filters: {}, measure: 'fte', operation: 'sum' },
  groups: { intent: 'group', filters: {}, by: 'actionField', measure: 'count', order: 'desc', limit: null },
  'groups by health': { intent: 'group', filters: {}, by: 'health', measure: 'count', order: 'desc', limit: null },
  'most projects': { intent: 'group', filters: {}, by: 'leadDepartment', measure: 'count', order: 'desc', limit: 1 },
  project: project('glasfaser'),
  'bare project': project('schulung'),
  facts: { intent: 'fact', project: 'glasfaser', fields: ['end', 'investment', 'summary', 'milestones'] },
  yes: { intent: 'verify', project: 'wlan', claims: { organisations: of('affects', '20') }, field: null },
  no: { intent: 'verify', project: 'portal', claims: { organisations: of('leads', '10') }, field: null },
  exists: { intent: 'exists', filters: { topic: ['Archiv'] } },
  'exists not': { intent: 'exists', filters: { topic: ['Blockchain'] } },
  comparison: { intent: 'compare', projects: ['glasfaser', 'portal'], fields: [] },
  'comparison of money': { intent: 'compare', projects: ['glasfaser', 'portal'], fields: ['investment'] },
  'comparison by end': {
    intent: 'compare',
    projects: ['portal', 'glasfaser'],
    fields: ['end'],
    compared: { by: 'end', direction: 'asc', supposed: false },
  },
  'comparison without values': {
    intent: 'compare',
    projects: ['archiv', 'glasfaser'],
    fields: ['investment'],
    compared: { by: 'investment', direction: 'desc', supposed: true },
  },
  'why red': { intent: 'why', project: 'glasfaser', claims: { health: ['red'] } },
  'why red, wrongly': { intent: 'why', project: 'haushalt', claims: { health: ['red'] } },
  'why led, wrongly': { intent: 'why', project: 'glasfaser', claims: { organisations: of('leads', '10') } },
  department: { intent: 'organisation', department: '30', division: null },
  division: { intent: 'organisation', department: null, division: 'A' },
  changes: { intent: 'changes', since: null, filters: {} },
  history: { intent: 'history', project: 'glasfaser', during: null },
  'no history': { intent: 'history', project: 'portal', during: null },
  decisions: { intent: 'decisions', open: true, project: null, filters: {} },
  'no decisions': { intent: 'decisions', open: true, project: 'portal', filters: {} },
  agenda: { intent: 'agenda', during: { from: '2026-04-01', to: '2026-10-31' }, filters: {} },
  milestones: { intent: 'milestones', project: null, milestone: null, state: null, during: null, filters: {} },
  'overdue milestones': {
    intent: 'milestones',
    project: 'glasfaser',
    milestone: null,
    state: 'overdue',
    during: null,
    filters: {},
  },
  'a milestone': {
    intent: 'milestones',
    project: 'glasfaser',
    milestone: 'Tiefbau fertig',
    state: null,
    during: null,
    filters: {},
  },
  'no milestones': {
    intent: 'milestones',
    project: null,
    milestone: null,
    state: 'open',
    during: { from: '2030-01-01', to: '2030-12-31' },
    filters: {},
  },
  'changes to the worse': { intent: 'changes', since: '2026-01-01', filters: {}, turned: 'worse' },
  missing: { intent: 'missingReports', filters: {} },
  concept: { intent: 'concept', words: ['Daten'] },
  overview: { intent: 'overview' },
  programme: { intent: 'programme' },
  clarify: { intent: 'clarify', about: 'project', words: 'digital', options: ['haushalt', 'archiv'].map(option) },
  'clarify many': {
    intent: 'clarify',
    about: 'project',
    words: null,
    options: aTown().programme.projects.map(({ id }) => option(id)),
  },
  'clarify person': {
    intent: 'clarify',
    about: 'person',
    words: 'Beispiel',
    options: [
      { noun: 'person', id: 'kim', question: listOf({ people: { persons: ['kim'], role: 'lead' } }) },
      { noun: 'person', id: 'gone', question: listOf({ people: { persons: ['gone'], role: 'lead' } }) },
    ],
  },
  'clarify own department': {
    intent: 'clarify',
    about: 'own-department',
    words: null,
    options: [],
    pending: listOf({ organisations: of('affects') }),
  },
  'not understood': { intent: 'notUnderstood', words: ['flurbl'], near: [] },
  gone: project('nie'),
  'out of scope': { intent: 'outOfScope' },
  help: { intent: 'help' },
  greeting: { intent: 'greeting' },
};

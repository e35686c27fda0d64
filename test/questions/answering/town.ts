import type { Portfolio } from '../../../src/programme/portfolio.js';
import type { Answer } from '../../../src/questions/answer.js';
import { answer } from '../../../src/questions/answering/answer.js';
import type { TopicSearch } from '../../../src/questions/answering/scope.js';
import type { Filters, Question, Reading } from '../../../src/questions/question.js';
import { aDecision, aDepartment, aPerson, aPortfolio, aProject, aReport } from '../../builders.js';

/** A made-up town: three living departments in two divisions, one dissolved, seven projects. A Monday in May 2026. */
export const NOW = new Date('2026-05-18T10:00:00Z');

export function aTown(): Portfolio {
  return aPortfolio({
    programme: {
      divisions: [
        { id: 'A', name: { de: 'Dezernat A', en: 'Directorate A' }, aliases: [], formerNames: [] },
        { id: 'B', name: { de: 'Dezernat B', en: 'Directorate B' }, aliases: [], formerNames: [] },
      ],
      departments: [
        aDepartment({
          id: '10',
          shortName: 'FB 10',
          name: { de: 'Zentrale Dienste', en: 'Central services' },
          division: 'A',
        }),
        aDepartment({ id: '20', shortName: 'FB 20', name: { de: 'Finanzen', en: 'Finance' }, division: 'A' }),
        aDepartment({ id: '30', shortName: 'FB 30', name: { de: 'Schulen', en: 'Schools' }, division: 'B' }),
        aDepartment({
          id: '40',
          shortName: 'FB 40',
          name: { de: 'Meldewesen' },
          kind: 'dissolved',
          successors: ['10'],
        }),
      ],
      actionFields: [
        { id: 'netze', name: { de: 'Netze', en: 'Networks' }, aliases: [] },
        { id: 'dienste', name: { de: 'Dienste', en: 'Services' }, aliases: [] },
      ],
      goals: [{ id: 'einfach', name: { de: 'Einfacher werden', en: 'Become simpler' }, aliases: [] }],
      targetGroups: [{ id: 'eltern', name: { de: 'Eltern', en: 'Parents' }, aliases: [] }],
      concept: [
        {
          id: 'k1',
          title: { de: 'Leitbild' },
          text: { de: 'Wir denken von den Menschen her. Offene Daten sind der Regelfall.' },
        },
        { id: 'k2', title: { de: 'Netze' }, text: { de: 'Glasfaser kommt zuerst in die Schulen.' } },
      ],
    },
    people: [aPerson({ id: 'kim', name: 'Kim Beispiel' })],
    projects: [
      aProject({
        id: 'glasfaser',
        title: { de: 'Glasfaser für Schulen', en: 'Fibre for schools' },
        actionFields: ['netze', 'dienste'],
        lead: { department: '30', person: 'kim' },
        affects: ['10'],
        start: '2025-01-01',
        end: '2026-09-30',
        resources: { investment: 400_000, runningPerYear: 12_000, personnelDays: 120 },
        legalBasis: ['OZG', 'BayGO Art. 47a'],
        goals: ['einfach'],
        climate: 'positive',
        milestones: [
          { title: { de: 'Vergabe', en: 'Contract' }, due: '2025-06-30', done: '2025-07-04' },
          {
            title: { de: 'Tiefbau fertig', en: 'Digging done' },
            due: '2026-04-30',
            done: null,
            original: '2026-01-31',
          },
          { title: { de: 'Letzte Schule am Netz' }, due: '2026-08-31', done: null },
        ],
        summary: { de: 'Alle Schulen ans Netz.', en: 'All schools online.' },
      }),
      aProject({
        id: 'haushalt',
        title: { de: 'Digitaler Haushalt', en: 'Digital budget' },
        actionFields: ['dienste'],
        lead: { department: '20' },
        affects: 'all',
        start: '2024-01-01',
        end: '2026-04-30',
        resources: { investment: 50_000.5 },
      }),
      aProject({
        id: 'portal',
        title: { de: 'Elternportal', en: 'Parents portal' },
        actionFields: ['dienste', 'netze'],
        targetGroups: ['eltern'],
        lead: { department: '30' },
        affects: ['20'],
        register: 'upcoming',
        start: '2026-10-01',
        end: '2027-12-31',
        resources: { investment: 90_000 },
      }),
      aProject({
        id: 'telefon',
        title: { de: 'Telefonie', en: 'Telephony' },
        register: 'permanent',
        actionFields: ['netze'],
        lead: { department: '10' },
        affects: 'all',
        start: '2019-01-01',
      }),
      aProject({
        id: 'archiv',
        title: { de: 'Digitales Archiv', en: 'Digital archive' },
        register: 'future',
        actionFields: ['dienste'],
        lead: { department: '10' },
        affects: [],
        climate: 'negative',
      }),
      aProject({
        id: 'wlan',
        title: { de: 'WLAN im Rathaus', en: 'Town hall Wi-Fi' },
        paused: true,
        lead: { department: '10' },
        affects: ['20', '30'],
      }),
      aProject({
        id: 'schulung',
        title: { de: 'Schulungen', en: 'Trainings' },
        actionFields: [],
        lead: { department: '10' },
        affects: ['30'],
      }),
    ],
    reports: [
      aReport({
        project: 'glasfaser',
        week: '2026-W19',
        submittedAt: '2026-05-07T10:00:00Z',
        health: 'green',
        progress: 50,
        summary: 'Läuft.',
      }),
      aReport({
        project: 'glasfaser',
        week: '2026-W20',
        submittedAt: '2026-05-14T10:00:00Z',
        health: 'red',
        progress: 55,
        summary: 'Stockt.',
        risk: 'Die Baufirma fehlt.',
      }),
      aReport({
        project: 'haushalt',
        week: '2026-W18',
        submittedAt: '2026-04-30T10:00:00Z',
        health: 'amber',
        progress: 90,
      }),
    ],
    decisions: [
      aDecision({ id: 'd1', project: 'glasfaser', text: 'Neue Baufirma beauftragen?', by: '2026-05-15' }),
      aDecision({ id: 'd2', project: 'haushalt', text: 'Weiter?', by: '2026-06-30' }),
    ],
  });
}

/** Every project is about the words of its own title. */
export const byTitle =
  (portfolio: Portfolio): TopicSearch =>
  (words) =>
    portfolio.programme.projects
      .filter(({ title }) => words.some((word) => title.de?.toLowerCase().includes(word.toLowerCase())))
      .map(({ id }) => ({ project: id }));

export function read(question: Question, overrides: Partial<Reading> = {}): Reading {
  return { question, lang: 'de', alternatives: [], unknownWords: [], corrected: [], notes: [], ...overrides };
}

export function ask(question: Question, portfolio: Portfolio = aTown(), overrides: Partial<Reading> = {}): Answer {
  return answer(read(question, overrides), portfolio, {
    now: NOW,
    topics: byTitle(portfolio),
    reportingWeek: () => '2026-W20',
  });
}

export function listOf(filters: Filters, more: Partial<Extract<Question, { intent: 'list' }>> = {}): Question {
  return { intent: 'list', filters, order: null, limit: null, page: 0, ...more };
}

export const of = (
  relation: 'affects' | 'leads' | 'any',
  ...departments: string[]
): NonNullable<Filters['organisations']> => [{ departments, division: null, relation }];

/** The body of an answer, when it is of that kind. */
export function bodyOf<K extends Answer['body']['kind']>(given: Answer, kind: K): Extract<Answer['body'], { kind: K }> {
  if (given.body.kind !== kind) throw new Error(`the answer is of kind ${given.body.kind}, not ${kind}`);
  return given.body as Extract<Answer['body'], { kind: K }>;
}

/** The ids a list names, in order; those set apart with the reason behind a colon. */
export function named(given: Answer): string[] {
  if (given.body.kind === 'none') return [];
  return bodyOf(given, 'projects').lines.map(({ project, because }) => (because ? `${project}:${because}` : project));
}

import { describe, expect, it } from '@jest/globals';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import type { Filters, Question } from '../../../src/questions/question.js';
import { checkQuestion } from '../../../src/teams/planner/check.js';
import { aTown } from './town.js';

const programme = aTown({
  concept: [{ id: 'k1', title: { de: 'Leitbild' }, text: { de: 'Barrierefreiheit zuerst.' } }],
});
const { topic: topics } = createUnderstanding(programme);
const now = new Date('2026-05-18T08:00:00Z');
const check = (question: Question, text = 'Was gibt es zu Drohnen nach dem BayDiG?') =>
  checkQuestion(question, text, { programme, topics, now });
const list = (filters: Filters): Question => ({ intent: 'list', filters, order: null, limit: null, page: 0 });

describe('a question made by a model is taken', () => {
  it.each<[string, Question]>([
    ['with words the person said', list({ topic: ['Drohnen'], legal: ['BayDiG'] })],
    ['with words of the programme', list({ topic: ['Baumkataster'], legal: ['OZG'] })],
    ['about the concept in its own words', { intent: 'concept', words: ['Barrierefreiheit'] }],
    ['with bounds', list({ thresholds: [{ measure: 'investment', over: 50_000, under: null, inclusive: false }] })],
    ['about a day that has been', { intent: 'changes', since: '2026-05-11', filters: {} }],
    ['about two projects', { intent: 'compare', projects: ['baumkataster', 'giessplan'], fields: [] }],
    ['about a division', { intent: 'organisation', department: null, division: 'III' }],
  ])('%s', (_, question) => {
    expect(check(question)).toEqual({ question });
  });
});

describe('a question made by a model is refused', () => {
  const organisation = { departments: ['66'], division: null, relation: 'leads' as const };
  it.each<[string, Question]>([
    ['a project', { intent: 'fact', project: 'x', fields: ['end'] }],
    ['a project of a comparison', { intent: 'compare', projects: ['baumkataster', 'x'], fields: [] }],
    ['a project among the conditions', list({ projects: ['x'] })],
    ['a department', list({ organisations: [organisation] })],
    ['a department in what is denied', list({ not: { organisations: [organisation] } })],
    [
      'a department of a claim',
      { intent: 'verify', project: 'baumkataster', claims: { organisations: [organisation] }, field: null },
    ],
    ['a division', list({ organisations: [{ departments: [], division: 'IX', relation: 'any' }] })],
    ['an action field', { intent: 'count', filters: { actionFields: ['x'] } }],
    ['a target group', { intent: 'exists', filters: { targetGroups: ['x'] } }],
    ['a goal', { intent: 'missingReports', filters: { goals: ['x'] } }],
    ['a project of decisions', { intent: 'decisions', open: true, project: 'x', filters: {} }],
    ['a day', list({ end: { from: null, to: '2026-02-30' } })],
    ['a day of history', { intent: 'history', project: 'baumkataster', during: { from: '2026-13-01', to: null } }],
  ])('that names %s which does not exist', (_, question) => {
    expect(check(question)).toEqual({ faults: [expect.stringMatching(/There is no|no day/)] });
  });

  it.each<[string, Question]>([
    ['words nobody said', list({ topic: ['Überweisung'] })],
    ['a whole text', list({ topic: Array.from({ length: 13 }, () => 'Drohnen') })],
    ['a law nobody named', list({ legal: ['StGB'] })],
    ['words that are not in the concept', { intent: 'concept', words: ['Überweisung'] }],
    ['no organisation at all', { intent: 'organisation', department: null, division: null }],
    [
      'an organisation without departments',
      list({ organisations: [{ departments: [], division: null, relation: 'any' }] }),
    ],
    ['a bound without a number', list({ thresholds: [{ measure: 'fte', over: null, under: null, inclusive: true }] })],
    ['changes to come', { intent: 'changes', since: '2026-05-19', filters: {} }],
    ['one project to compare', { intent: 'compare', projects: ['giessplan', 'giessplan'], fields: [] }],
  ])('with %s', (_, question) => {
    expect(check(question)).toEqual({ faults: [expect.any(String)] });
  });
});

it('conditions that hold nothing are left out, for an empty list would match nothing', () => {
  const filled: Filters = {
    registers: [],
    topic: [],
    start: { from: null, to: null },
    not: { goals: [] },
    overdue: true,
  };
  expect(check(list(filled))).toEqual({ question: list({ overdue: true }) });
});

it('a division stands for its departments, whatever the model lists', () => {
  const said = { departments: ['10'], division: 'III', relation: 'affects' as const };
  expect(check(list({ organisations: [said] }))).toEqual({
    question: list({ organisations: [{ ...said, departments: ['67'] }] }),
  });
});

it('a question about a project without anything asked is about all of it', () => {
  const whole = { question: { intent: 'project', project: 'giessplan' } };
  expect(check({ intent: 'fact', project: 'giessplan', fields: [] })).toEqual(whole);
  expect(check({ intent: 'verify', project: 'giessplan', claims: { topic: [] }, field: null })).toEqual(whole);
});

it('the first page is shown, whichever the model asks for', () => {
  expect(check({ intent: 'list', filters: {}, order: null, limit: null, page: 7 })).toEqual({ question: list({}) });
});

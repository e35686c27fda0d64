import type { Body } from '../../../src/questions/answer.js';
import type { Question } from '../../../src/questions/question.js';
import { aPortfolio, aProject, aReport } from '../../builders.js';
import { ask } from './town.js';

const report = (project: string, week: string, health: 'green' | 'amber' | 'red', more: object = {}) =>
  aReport({ id: `${project}-${week}`, project, week, health, ...more });
const portfolio = aPortfolio({
  projects: ['bruecke', 'tunnel', 'faehre'].map((id) => aProject({ id, title: { de: id } })),
  reports: [
    report('bruecke', '2026-W17', 'green'),
    report('bruecke', '2026-W19', 'red', { summary: 'Ein Pfeiler fehlt', risk: 'Der Winter kommt.' }),
    report('tunnel', '2026-W18', 'amber'),
    report('tunnel', '2026-W19', 'amber'),
    report('faehre', '2026-W19', 'green'),
  ],
});
const body = (question: Question): Body => ask(question, portfolio).body;

describe('reports', () => {
  it('sets two weeks against each other: what stood at the end of the first counts, a first report turns nothing', () => {
    expect(body({ intent: 'changes', since: null, filters: {}, weeks: { from: '2026-W18', to: '2026-W19' } })).toEqual(
      expect.objectContaining({
        kind: 'changes',
        health: [expect.objectContaining({ project: 'bruecke', from: 'green', to: 'red' })],
        edits: [],
        reports: 3,
      }),
    );
  });
  it('tells only the direction asked for, a first report turning nothing', () => {
    const weeks = { from: '2026-W17', to: '2026-W19' };
    const turned = (direction: 'better' | 'worse') =>
      body({ intent: 'changes', since: null, filters: {}, weeks, turned: direction });
    expect(turned('worse')).toMatchObject({ turned: 'worse', health: [{ project: 'bruecke', to: 'red' }], edits: [] });
    expect(turned('better')).toMatchObject({ turned: 'better', health: [] });
    expect(body({ intent: 'changes', since: '2000-01-01', filters: {}, turned: 'worse' })).toMatchObject({
      turned: 'worse',
      weeks: null,
      health: [],
      edits: [],
    });
  });
  it('tells why a project is critical in all that was reported', () => {
    expect(body({ intent: 'list', filters: { health: ['red'] }, order: null, limit: null, page: 0 })).toMatchObject({
      lines: [{ project: 'bruecke', reason: 'Ein Pfeiler fehlt. Der Winter kommt.' }],
    });
  });
  it('shows the newest report to who asks for the status, and to nobody else', () => {
    expect(body({ intent: 'fact', project: 'bruecke', fields: ['status'] })).toMatchObject({
      report: { week: '2026-W19' },
    });
    expect(body({ intent: 'fact', project: 'bruecke', fields: ['end'] })).toMatchObject({ report: null });
  });
});

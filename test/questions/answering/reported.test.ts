import type { Filters, Question } from '../../../src/questions/question.js';
import { aPortfolio, aProject } from '../../builders.js';
import { ask, bodyOf, listOf, named } from './town.js';

describe('decisions within a time', () => {
  const decided = (during: Extract<Question, { intent: 'decisions' }>['during']) =>
    bodyOf(ask({ intent: 'decisions', open: true, project: null, filters: {}, during }), 'decisions');
  it('are those wanted by then', () => {
    const { decisions, ofAll } = decided({ from: null, to: '2026-05-31' });
    expect(decisions.map(({ id }) => id)).toEqual(['d1']);
    expect(ofAll).toBe(2);
  });
  it('tell how many there are at all when there is none', () => {
    expect(decided({ from: '2026-07-01', to: '2026-07-31' })).toMatchObject({ decisions: [], ofAll: 2 });
  });
});

describe('missing reports of a week', () => {
  it('are those of the week that was named', () => {
    const missing = (week?: string) =>
      bodyOf(ask({ intent: 'missingReports', filters: {}, ...(week ? { week } : {}) }), 'missingReports');
    expect(missing().week).toBe('2026-W20');
    expect(missing('2026-W19').week).toBe('2026-W19');
    expect(missing('2026-W18').lines.map(({ project }) => project)).not.toContain('haushalt');
    expect(missing('2026-W19').lines.map(({ project }) => project)).toContain('haushalt');
  });
});

describe('assessments', () => {
  const portfolio = aPortfolio({
    projects: [
      aProject({
        id: 'a',
        assessment: {
          legal: { rating: 'critical', note: null },
          technical: { rating: 'open', note: null },
          economic: null,
        },
      }),
      aProject({ id: 'b', assessment: { legal: { rating: 'ok', note: null }, technical: null, economic: null } }),
      aProject({ id: 'c' }),
    ],
  });
  it.each<[NonNullable<Filters['assessment']>, string[]]>([
    [{ side: 'legal', ratings: ['critical'] }, ['a']],
    [{ side: 'technical', ratings: ['critical'] }, []],
    [{ side: null, ratings: ['ok', 'open'] }, ['a', 'b']],
  ])('find projects by %j', (assessment, expected) => {
    expect(named(ask(listOf({ assessment }), portfolio)).sort()).toEqual(expected);
  });
});

describe('the concept', () => {
  const chapters = (...words: string[]) => bodyOf(ask({ intent: 'concept', words }), 'concept').chapters;
  it('is quoted from the sentence that fits', () => {
    expect(chapters('offenen', 'Daten')).toEqual([{ id: 'k1', excerpt: 'Offene Daten sind der Regelfall.' }]);
  });
  it('is silent on what it does not say', () => {
    expect(chapters('Drohnen')).toEqual([]);
  });
});

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

describe('a health in a time', () => {
  const W19 = { from: '2026-05-04', to: '2026-05-10' };
  const W20 = { from: '2026-05-11', to: '2026-05-17' };
  it.each<[Filters, string[]]>([
    [{ health: ['red'], reported: W20 }, ['glasfaser']],
    [{ health: ['red'], reported: W19 }, []],
    [{ health: ['green'], reported: W19 }, ['glasfaser']],
    [{ health: ['green', 'amber'], reported: { from: '2026-04-01', to: '2026-05-10' } }, ['glasfaser', 'haushalt']],
    // Throughout since then.
    [{ health: ['red'], reported: { from: '2026-05-11', to: null } }, ['glasfaser']],
    [{ health: ['red'], reported: { from: '2026-05-04', to: null } }, []],
    [{ registers: ['running'], not: { health: ['red'], reported: W20 } }, ['haushalt', 'wlan', 'schulung']],
  ])('finds projects by what was reported then: %j', (filters, expected) => {
    expect(named(ask(listOf(filters))).sort()).toEqual([...expected].sort());
  });
  it('shows the status and the reason of that time', () => {
    const then = bodyOf(ask(listOf({ health: ['green'], reported: W19 })), 'projects').lines[0];
    expect(then).toMatchObject({ status: { health: 'green', week: '2026-W19' }, reason: null });
  });
  it('is confirmed or denied of one project by the report of that time', () => {
    const verdict = (health: 'red' | 'green', reported: NonNullable<Filters['reported']>) =>
      bodyOf(
        ask({ intent: 'verify', project: 'glasfaser', claims: { health: [health], reported }, field: null }),
        'verdict',
      );
    expect(verdict('green', W19)).toMatchObject({ verdict: 'yes', facts: [{ value: { week: '2026-W19' } }] });
    expect(verdict('red', W19)).toMatchObject({ verdict: 'no', facts: [{ value: { week: '2026-W19' } }] });
    expect(verdict('red', { from: '2026-03-02', to: '2026-03-08' })).toMatchObject({ verdict: 'unknown' });
  });
  it('has the reason of that time', () => {
    const reported = W20;
    const asked: Question = { intent: 'why', project: 'glasfaser', claims: { health: ['red'], reported } };
    expect(bodyOf(ask(asked), 'reason')).toMatchObject({ holds: true, reason: 'Stockt. Die Baufirma fehlt.' });
    const before: Question = { ...asked, claims: { health: ['red'], reported: W19 } };
    expect(bodyOf(ask(before), 'reason')).toMatchObject({ holds: false, reason: null, status: { health: 'green' } });
  });
});

describe('decisions on a matter', () => {
  const about = (...topic: string[]) =>
    ask({ intent: 'decisions', open: true, project: null, filters: { topic } }, undefined, { unknownWords: topic });

  it('are found by their own words, which were understood then', () => {
    const found = about('baufirma');
    expect(bodyOf(found, 'decisions').decisions.map(({ id }) => id)).toEqual(['d1']);
    expect(found.reading.unknownWords).toEqual([]);
  });

  it('are found by what their project is about as well', () => {
    expect(bodyOf(about('Haushalt'), 'decisions').decisions.map(({ id }) => id)).toEqual(['d2']);
  });

  it('name the word that neither speaks of', () => {
    const none = about('Quanten');
    expect(bodyOf(none, 'decisions').decisions).toEqual([]);
    expect(none.reading.unknownWords).toEqual(['Quanten']);
  });
});

describe('since when a project has been so', () => {
  const since = (...health: ('green' | 'amber' | 'red')[]) =>
    bodyOf(ask({ intent: 'history', project: 'glasfaser', during: null, since: health }), 'history').standing;

  it('is the first week of the latest run', () => {
    expect(since('red')).toEqual({
      health: ['red'],
      run: { from: '2026-W20', to: '2026-W20' },
      holds: true,
      fromFirst: false,
    });
    expect(since('red', 'green')).toMatchObject({ run: { from: '2026-W19', to: '2026-W20' }, fromFirst: true });
  });
  it('says where it no longer is so, or never was', () => {
    expect(since('green')).toMatchObject({ run: { from: '2026-W19', to: '2026-W19' }, holds: false });
    expect(since('amber')).toMatchObject({ run: null, holds: false });
  });
});

import type { Fact } from '../../../src/questions/fact.js';
import type { Filters, Question } from '../../../src/questions/question.js';
import { aPortfolio, aProject, aReport } from '../../builders.js';
import { say } from '../../cards/answers/present.js';
import { ask, aTown, bodyOf, of } from './town.js';

const values = (facts: readonly Fact[]) => Object.fromEntries(facts.map(({ field, value }) => [field, value]));

describe('numbers', () => {
  it('counts plain and city-wide ones apart', () => {
    const body = bodyOf(ask({ intent: 'count', filters: { organisations: of('affects', '20') } }), 'count');
    expect(body).toMatchObject({ total: 4, of: 7, tally: { main: 3, citywide: 1 } });
  });
  it('sums over who states it and tells who does not', () => {
    const body = bodyOf(
      ask({ intent: 'aggregate', filters: { registers: ['running'] }, measure: 'investment', operation: 'sum' }),
      'aggregate',
    );
    expect(body).toMatchObject({
      value: 450_000.5,
      stated: 2,
      of: 4,
      missing: ['schulung', 'wlan'],
    });
  });
  it.each([
    ['average', 180_000.17],
    ['min', 50_000.5],
    ['max', 400_000],
  ] as const)('knows the %s', (operation, expected) => {
    const body = bodyOf(ask({ intent: 'aggregate', filters: {}, measure: 'investment', operation }), 'aggregate');
    expect(body.value).toBeCloseTo(expected, 1);
  });
  it('tells the sum with city-wide projects beside the one without', () => {
    const body = bodyOf(
      ask({
        intent: 'aggregate',
        filters: { organisations: of('affects', '10') },
        measure: 'investment',
        operation: 'sum',
      }),
      'aggregate',
    );
    expect(body).toMatchObject({ value: 400_000, citywide: { value: 450_000.5 } });
  });
  it('counts city-wide projects once where none matches plainly', () => {
    const filters: Filters = {
      organisations: of('affects', '20'),
      actionFields: ['netze'],
      registers: ['upcoming', 'permanent'],
    };
    const body = bodyOf(ask({ intent: 'aggregate', filters, measure: 'investment', operation: 'sum' }), 'aggregate');
    expect(body).toMatchObject({ value: 90_000, of: 2, citywide: null });
  });
  it('has no sum where nobody states the measure', () => {
    const body = bodyOf(ask({ intent: 'aggregate', filters: {}, measure: 'fte', operation: 'sum' }), 'aggregate');
    expect(body).toMatchObject({ value: null, stated: 0, of: 7 });
  });
  it('names the projects of each group where they are asked for', () => {
    const answer = ask({
      intent: 'group',
      filters: { registers: ['upcoming', 'future'] },
      by: 'register',
      measure: 'count',
      order: 'desc',
      limit: null,
      listed: true,
    });
    expect(bodyOf(answer, 'groups').rows).toEqual([
      { id: 'upcoming', value: 1, projects: 1, listed: ['portal'] },
      { id: 'future', value: 1, projects: 1, listed: ['archiv'] },
    ]);
    expect(answer.named).toEqual(['portal', 'archiv']);
  });
  it('groups, with empty groups and those outside of all', () => {
    const question: Question = {
      intent: 'group',
      filters: {},
      by: 'actionField',
      measure: 'count',
      order: 'desc',
      limit: null,
    };
    expect(bodyOf(ask(question), 'groups').rows).toEqual([
      { id: 'netze', value: 3, projects: 3 },
      { id: 'dienste', value: 3, projects: 3 },
      { id: null, value: 1, projects: 1 },
    ]);
  });
  it('knows who leads most, ties included', () => {
    const question: Question = {
      intent: 'group',
      filters: {},
      by: 'leadDepartment',
      measure: 'count',
      order: 'desc',
      limit: 1,
    };
    expect(bodyOf(ask(question), 'groups').rows).toEqual([{ id: '10', value: 4, projects: 4 }]);
  });
  describe('groups within bounds', () => {
    const leads = (over: number | null, under: number | null, inclusive = true): Question => ({
      intent: 'group',
      filters: {},
      by: 'leadDepartment',
      measure: 'count',
      order: over === null ? 'asc' : 'desc',
      limit: null,
      bound: { over, under, inclusive },
    });
    it.each([
      [leads(2, null, false), ['10'], 'Eine Stelle leitet mehr als 2 Projekte: FB 10 (Zentrale Dienste) mit 4.'],
      [leads(2, 2), ['30'], 'Eine Stelle leitet genau 2 Projekte: FB 30 (Schulen) mit 2.'],
      [
        leads(null, 2),
        ['20', '30'],
        '2 Stellen leiten höchstens 2 Projekte: FB 20 (Finanzen) mit 1 und FB 30 (Schulen) mit 2.',
      ],
      [leads(9, null), [], 'Projekte nach Federführung: nirgends mindestens 9.'],
      [leads(0, 0), [], 'Projekte nach Federführung: überall mindestens eines.'],
    ] as const)('are those alone, and are said with their number', (question, ids, text) => {
      const answer = ask(question);
      expect(bodyOf(answer, 'groups').rows.map(({ id }) => id)).toEqual(ids);
      expect(say(question).text).toContain(text);
    });
    it('name what holds nothing at all, save offices that are dissolved', () => {
      const question = { ...leads(0, 0), filters: { registers: ['future' as const] } };
      expect(bodyOf(ask(question), 'groups').rows.map(({ id }) => id)).toEqual(['20', '30']);
    });
    it('bound a sum of money as well', () => {
      const question = { ...leads(100_000, null, false), measure: 'investment' as const };
      expect(say(question).text).toContain(
        'Investition nach Federführung: mehr als 100.000\u00a0€ in einem Fall: FB 30 (Schulen) (490.000\u00a0€).',
      );
    });
  });
});

describe('one project', () => {
  it('states facts, and null where there is none', () => {
    const body = bodyOf(
      ask({ intent: 'fact', project: 'glasfaser', fields: ['end', 'fte', 'risk', 'progress'] }),
      'facts',
    );
    expect(values(body.facts)).toEqual({ end: '2026-09-30', fte: null, risk: 'Die Baufirma fehlt.', progress: 55 });
  });
  it('holds everything that is stated, the newest report and pending decisions', () => {
    const body = bodyOf(ask({ intent: 'project', project: 'glasfaser' }), 'project');
    expect(body.facts.every(({ value }) => value !== null)).toBe(true);
    expect(body).toMatchObject({ status: { health: 'red', ageDays: 4 }, report: { summary: 'Stockt.' } });
    expect(body.decisions.map(({ id }) => id)).toEqual(['d1']);
  });
  it('says so when the project is gone', () => {
    expect(ask({ intent: 'project', project: 'nie' }).body).toEqual({ kind: 'gone', noun: 'project', id: 'nie' });
  });
  it('remembers it as what the talk is about', () => {
    expect(ask({ intent: 'fact', project: 'portal', fields: ['end'] }).named).toEqual(['portal']);
  });
});

describe('yes or no', () => {
  const cases: [string, string, Filters, 'yes' | 'no' | 'unknown'][] = [
    ['affected by name', 'wlan', { organisations: of('affects', '20') }, 'yes'],
    ['affected because city-wide', 'haushalt', { organisations: of('affects', '30') }, 'yes'],
    ['not affected', 'portal', { organisations: of('affects', '10') }, 'no'],
    ['led by another', 'portal', { organisations: of('leads', '10') }, 'no'],
    ['running', 'portal', { registers: ['running'] }, 'no'],
    ['end unknown', 'wlan', { end: { from: null, to: '2026-12-31' } }, 'unknown'],
    ['never reported', 'schulung', { health: ['red'] }, 'unknown'],
    [
      'cheaper than it is',
      'glasfaser',
      { thresholds: [{ measure: 'investment', over: null, under: 100, inclusive: false }] },
      'no',
    ],
  ];
  it.each(cases)('%s', (_, project, claims, expected) => {
    expect(bodyOf(ask({ intent: 'verify', project, claims, field: null }), 'verdict').verdict).toBe(expected);
  });
  it('marks a yes that holds only because the project is city-wide', () => {
    const question: Question = {
      intent: 'verify',
      project: 'telefon',
      claims: { organisations: of('any', '20') },
      field: null,
    };
    expect(bodyOf(ask(question), 'verdict').citywide).toBe(true);
  });
  it('brings the true value of what was supposed', () => {
    const question: Question = {
      intent: 'verify',
      project: 'portal',
      claims: { organisations: of('leads', '10') },
      field: null,
    };
    expect(values(bodyOf(ask(question), 'verdict').facts)).toMatchObject({ lead: { department: '30' } });
  });
  it('asked only for a field, it is about whether that is stated', () => {
    const question = (project: string): Question => ({ intent: 'verify', project, claims: {}, field: 'investment' });
    expect(bodyOf(ask(question('wlan')), 'verdict').verdict).toBe('no');
    expect(bodyOf(ask(question('portal')), 'verdict').verdict).toBe('yes');
  });
  it('tells whether there are such projects at all', () => {
    expect(bodyOf(ask({ intent: 'exists', filters: { topic: ['Blockchain'] } }), 'existence').verdict).toBe(false);
    expect(bodyOf(ask({ intent: 'exists', filters: { topic: ['Archiv'] } }), 'existence')).toMatchObject({
      verdict: true,
      total: 1,
    });
  });
  it('brings the truth for a premise that was wrong', () => {
    const notes = [{ kind: 'premise' as const, project: 'portal', field: 'lead' as const, claimed: '10' }];
    const given = ask({ intent: 'fact', project: 'portal', fields: ['end'] }, aTown(), { notes });
    expect(given.premises).toMatchObject([{ project: 'portal', fact: { field: 'lead', value: { department: '30' } } }]);
  });
});

describe('more than one thing', () => {
  it('compares, with the difference in the measure asked for', () => {
    const body = bodyOf(
      ask({ intent: 'compare', projects: ['glasfaser', 'portal'], fields: ['investment'] }),
      'comparison',
    );
    expect(body.difference).toEqual({ measure: 'investment', amount: 310_000 });
  });
  it('compares a project with one that is gone by telling of the one that is left', () => {
    expect(ask({ intent: 'compare', projects: ['portal', 'nie'], fields: [] }).body).toMatchObject({
      kind: 'project',
      project: 'portal',
    });
  });
  it('tells what a department leads and what else touches it', () => {
    const body = bodyOf(ask({ intent: 'organisation', department: '30', division: null }), 'organisation');
    expect(body.leads.map(({ project }) => project)).toEqual(['glasfaser', 'portal']);
    expect(body.affected.map(({ project }) => project)).toEqual(['schulung', 'wlan']);
    expect(body).toMatchObject({ division: 'B', citywide: 2 });
  });
  it('takes a division as its departments', () => {
    const body = bodyOf(ask({ intent: 'organisation', department: null, division: 'A' }), 'organisation');
    expect(body.departments).toEqual(['10', '20']);
  });
});

describe('time', () => {
  it('finds statuses that turned since a day, with the reason', () => {
    const body = bodyOf(ask({ intent: 'changes', since: '2026-05-11', filters: {} }), 'changes');
    expect(body.health).toEqual([
      { project: 'glasfaser', from: 'green', to: 'red', week: '2026-W20', reason: 'Die Baufirma fehlt.' },
    ]);
    expect(body.reports).toBe(1);
  });
  it('are not made by what was handed in late for an earlier week, and good news has no trouble for its reason', () => {
    const given = (week: string, submittedAt: string, more: Parameters<typeof aReport>[0]) =>
      aReport({ project: 'a', week, submittedAt, ...more });
    const portfolio = aPortfolio({
      projects: [aProject({ id: 'a' })],
      reports: [
        given('2026-W18', '2026-04-30T10:00:00Z', { health: 'red' }),
        given('2026-W20', '2026-05-14T10:00:00Z', { health: 'green', summary: 'Geliefert.', risk: 'Rest offen.' }),
        given('2026-W19', '2026-05-15T10:00:00Z', { health: 'amber', risk: 'Nachgetragen.' }),
      ],
    });
    const body = bodyOf(ask({ intent: 'changes', since: '2026-05-11', filters: {} }, portfolio), 'changes');
    expect(body.health).toEqual([{ project: 'a', from: 'red', to: 'green', week: '2026-W20', reason: 'Geliefert.' }]);
  });
  it('finds edits of projects since then, the first import aside', () => {
    const imported = (seq: number, revision: number, at: string) => ({
      id: `e${seq}`,
      seq,
      type: 'programme.imported' as const,
      at,
      by: null,
      why: null,
      data: {
        revision,
        changes: [
          {
            kind: 'changed' as const,
            noun: 'project' as const,
            id: 'a',
            field: 'end',
            from: '2026-01-01',
            to: '2026-12-31',
          },
        ],
      },
    });
    const portfolio = aPortfolio({
      projects: [aProject({ id: 'a' })],
      history: [imported(1, 1, '2026-05-12T10:00:00Z'), imported(2, 2, '2026-05-13T10:00:00Z')],
    });
    expect(bodyOf(ask({ intent: 'changes', since: null, filters: {} }, portfolio), 'changes').edits).toHaveLength(1);
  });
  it('tells the course of a project within a span', () => {
    const weeks = (during: { from: string; to: string } | null) =>
      bodyOf(ask({ intent: 'history', project: 'glasfaser', during }), 'history').reports.map(({ week }) => week);
    expect(weeks(null)).toEqual(['2026-W19', '2026-W20']);
    expect(weeks({ from: '2026-05-01', to: '2026-05-10' })).toEqual(['2026-W19']);
  });
  it('counts a corrected report once and a withdrawn one never', () => {
    const portfolio = aPortfolio({
      projects: [aProject({ id: 'a' })],
      reports: [
        aReport({ id: 'r1', project: 'a', week: '2026-W20', health: 'green' }),
        aReport({ id: 'r2', project: 'a', week: '2026-W20', health: 'red', corrects: 'r1' }),
        aReport({ id: 'r3', project: 'a', week: '2026-W21', withdrawn: { at: '', by: null, reason: '' } }),
      ],
    });
    const body = bodyOf(ask({ intent: 'history', project: 'a', during: null }, portfolio), 'history');
    expect(body.reports.map(({ id }) => id)).toEqual(['r2']);
  });
  it('lists pending decisions by the day they are wanted', () => {
    const body = bodyOf(ask({ intent: 'decisions', open: true, project: null, filters: {} }), 'decisions');
    expect(body.decisions.map(({ id }) => id)).toEqual(['d1', 'd2']);
  });
  it('knows whose report of the week is missing', () => {
    const body = bodyOf(ask({ intent: 'missingReports', filters: {} }), 'missingReports');
    expect(body).toMatchObject({ week: '2026-W20', due: 3 });
    expect(body.lines.map(({ project }) => project)).toEqual(['haushalt', 'schulung']);
  });
  it('holds the day in the programme’s zone', () => {
    expect(ask({ intent: 'overview' }).asOf).toBe('2026-05-18');
  });
});

describe('the whole', () => {
  it('tells where the programme stands', () => {
    expect(bodyOf(ask({ intent: 'overview' }), 'overview')).toMatchObject({
      total: 7,
      running: 4,
      health: { green: 0, amber: 1, red: 1 },
      unreported: 2,
      decisionsOpen: 2,
      registers: { running: 4, upcoming: 1, permanent: 1, future: 1 },
    });
  });
  it('quotes the concept word by word, with the chapter', () => {
    const body = bodyOf(ask({ intent: 'concept', words: ['Daten'] }), 'concept');
    expect(body.chapters).toEqual([{ id: 'k1', excerpt: 'Offene Daten sind der Regelfall.' }]);
  });
  it('quotes nothing where the concept is silent', () => {
    expect(bodyOf(ask({ intent: 'concept', words: ['Drohnen'] }), 'concept').chapters).toEqual([]);
  });
});

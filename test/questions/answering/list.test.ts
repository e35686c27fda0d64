import type { Filters, Question } from '../../../src/questions/question.js';
import { aPortfolio, aProject, aReport } from '../../builders.js';
import { say } from '../../cards/answers/present.js';
import { ask, bodyOf, listOf, named, of } from './town.js';

const days = (from: string | null, to: string | null) => ({ from, to });
const over = (measure: 'investment' | 'duration' | 'progress', value: number, inclusive = false) => [
  { measure, over: value, under: null, inclusive },
];

describe('which projects meet conditions', () => {
  const cases: [string, Filters, string[]][] = [
    [
      'affects: listed or leading, city-wide ones apart',
      { organisations: of('affects', '20') },
      ['haushalt', 'wlan', 'portal', 'telefon:citywide'],
    ],
    ['leads: the lead alone', { organisations: of('leads', '30') }, ['glasfaser', 'portal']],
    [
      'any: leading or affected',
      { organisations: of('any', '30') },
      ['glasfaser', 'schulung', 'wlan', 'portal', 'haushalt:citywide', 'telefon:citywide'],
    ],
    [
      'a division is its departments',
      { organisations: [{ departments: ['10', '20'], division: 'A', relation: 'leads' }] },
      ['haushalt', 'schulung', 'wlan', 'telefon', 'archiv'],
    ],
    [
      'two organisations hold together',
      { organisations: [...of('affects', '10'), ...of('leads', '30')] },
      ['glasfaser'],
    ],
    ['a dissolved department is affected by nothing', { organisations: of('affects', '40') }, []],
    [
      'an action field: main first, secondary apart',
      { actionFields: ['netze'] },
      ['glasfaser', 'wlan', 'telefon', 'portal:secondaryField'],
    ],
    ['registers, any of them', { registers: ['upcoming', 'future'] }, ['portal', 'archiv']],
    ['target group', { targetGroups: ['eltern'] }, ['portal']],
    ['goal', { goals: ['einfach'] }, ['glasfaser']],
    ['climate', { climate: ['negative'] }, ['archiv']],
    ['legal basis, whatever the case and stops', { legal: ['baygo art 47a'] }, ['glasfaser']],
    ['legal basis, however its hyphens are typed', { legal: ['bay-go', 'baygo-art.'] }, ['glasfaser']],
    ['legal basis, from the beginning of a word on', { legal: ['zg'] }, []],
    ['led by somebody', { people: { persons: ['kim'], role: 'lead' } }, ['glasfaser']],
    ['stood in for by somebody', { people: { persons: ['kim'], role: 'deputy' } }, []],
    ['health, the worst first', { health: ['amber', 'red'] }, ['glasfaser', 'haushalt']],
    ['topic', { topic: ['digital'] }, ['haushalt', 'archiv']],
    ['end in a range, days included', { end: days('2026-04-30', '2026-09-30') }, ['haushalt', 'glasfaser']],
    ['start from a day on', { start: days('2026-05-18', null) }, ['portal']],
    [
      'running at some time: without dates only what goes on',
      { active: days('2018-01-01', '2018-12-31') },
      ['schulung', 'wlan'],
    ],
    ['overdue: the planned end is past', { overdue: true }, ['haushalt']],
    ['above an amount', { thresholds: over('investment', 90_000) }, ['glasfaser']],
    [
      'at least an amount, the dearest first',
      { thresholds: over('investment', 90_000, true) },
      ['glasfaser', 'portal'],
    ],
    [
      'not stated at all',
      { registers: ['running'], thresholds: [{ measure: 'investment', missing: true }] },
      ['schulung', 'wlan'],
    ],
    ['duration is reckoned in days', { thresholds: over('duration', 800) }, ['haushalt']],
    ['progress as last reported', { thresholds: over('progress', 60) }, ['haushalt']],
    ['has a field', { has: ['legalBasis'] }, ['glasfaser']],
    ['lacks a field', { registers: ['running'], lacks: ['start'] }, ['schulung', 'wlan']],
    ['a decision is pending', { decisionOpen: true }, ['haushalt', 'glasfaser']],
    ['the report is missing: paused projects owe none', { reportMissing: true }, ['haushalt', 'schulung']],
    ['paused', { paused: true }, ['wlan']],
    ['city-wide', { citywide: true }, ['haushalt', 'telefon']],
    ['among those named before', { projects: ['telefon', 'archiv'], registers: ['future'] }, ['archiv']],
    ['not led by', { actionFields: ['dienste'], not: { organisations: of('leads', '30') } }, ['haushalt', 'archiv']],
    [
      'not affecting leaves city-wide ones out',
      { not: { organisations: of('affects', '20') } },
      ['glasfaser', 'schulung', 'archiv'],
    ],
    [
      'not in a field means its main field',
      { registers: ['running', 'upcoming'], not: { actionFields: ['netze'] } },
      ['haushalt', 'schulung', 'portal'],
    ],
    [
      'each denied condition excludes by itself',
      { not: { registers: ['running'], climate: ['negative'] } },
      ['portal', 'telefon'],
    ],
  ];
  it.each(cases)('%s', (_, filters, expected) => {
    expect(named(ask(listOf(filters)))).toEqual(expected);
  });
});

describe('order and limit', () => {
  const dearest = (limit: number | null): Question =>
    listOf({}, { order: { by: 'investment', direction: 'desc' }, limit });

  it('names the first ones and leaves out who states nothing', () => {
    expect(named(ask(dearest(2)))).toEqual(['glasfaser', 'portal']);
    expect(named(ask(dearest(9)))).toEqual(['glasfaser', 'portal', 'haushalt']);
  });
  it('keeps those that tie with the last place', () => {
    const same = (id: string, investment: number) => aProject({ id, resources: { investment } });
    const portfolio = aPortfolio({ projects: [same('a', 5), same('b', 7), same('c', 7), same('d', 1)] });
    expect(named(ask(dearest(1), portfolio)).sort()).toEqual(['b', 'c']);
  });
  it('shows the value a list is bounded by', () => {
    const [first] = bodyOf(ask(listOf({ thresholds: over('investment', 0) })), 'projects').lines;
    expect(first?.value).toEqual({ measure: 'investment', amount: 400_000 });
  });
  it('tells why a project is critical, and how old that is', () => {
    const [first] = bodyOf(ask(listOf({ health: ['red'] })), 'projects').lines;
    expect(first).toMatchObject({ reason: 'Stockt. Die Baufirma fehlt.', status: { health: 'red', ageDays: 4 } });
  });
});

describe('a narrowing that is offered', () => {
  const headline = (body: { total: number; tally: { main: number } }): number => body.tally.main || body.total;
  const asked: Filters[] = [
    { organisations: of('affects', '20') },
    { organisations: of('affects', '30') },
    { organisations: of('any', '10') },
    { actionFields: ['netze'] },
    { registers: ['running'] },
    {},
  ];

  it.each(asked)('of %j tells the number its answer begins with, and is smaller than its list', (filters) => {
    const list = ask(listOf(filters));
    const narrowings = list.suggestions.filter(({ count }) => count !== null);
    expect(narrowings.length).toBeGreaterThan(0);
    for (const { question, count } of narrowings) {
      expect(headline(bodyOf(ask(question), 'projects'))).toBe(count);
      expect(count).toBeLessThan(headline(bodyOf(list, 'projects')));
    }
  });
  it.each(asked)('of %j tells apart what else its list shows', (filters) => {
    for (const { question, count, further = 0 } of ask(listOf(filters)).suggestions) {
      if (count !== null) expect(bodyOf(ask(question), 'projects').total).toBe(count + further);
    }
  });
  it('counts city-wide projects beside the plain ones, not among them', () => {
    const portfolio = aPortfolio({
      projects: ['own', 'idle', 'all1', 'all2'].map((id) =>
        aProject({ id, affects: id.startsWith('all') ? 'all' : ['10'], lead: { department: '99' } }),
      ),
      reports: ['own', 'all1', 'all2'].map((project) => aReport({ project, week: '2026-W20', health: 'red' })),
    });
    const { suggestions } = ask(listOf({ organisations: of('affects', '10') }), portfolio);
    expect(suggestions).toMatchObject([{ label: 'onlyAttention', count: 1, further: 2 }]);
    const { card } = say(listOf({ organisations: of('affects', '10') }), { portfolio });
    expect(JSON.stringify(card)).toContain('Nur gefährdete und kritische (1 + 2)');
  });
});

describe('pages', () => {
  const many = (own: number, citywide: number) =>
    aPortfolio({
      programme: {},
      projects: [
        ...Array.from({ length: own }, (_, n) =>
          aProject({ id: `o${String(n).padStart(3, '0')}`, affects: ['10'], lead: { department: '99' } }),
        ),
        ...Array.from({ length: citywide }, (_, n) =>
          aProject({ id: `c${String(n).padStart(3, '0')}`, affects: 'all', lead: { department: '99' } }),
        ),
      ],
    });
  const page = (own: number, citywide: number, at: number) => {
    const body = bodyOf(
      ask(listOf({ organisations: of('affects', '10') }, { page: at }), many(own, citywide)),
      'projects',
    );
    return {
      total: body.total,
      pages: body.pages,
      page: body.page,
      main: body.tally.main,
      lines: body.lines.map(({ project }) => project),
    };
  };

  it('keeps up to 15 together, city-wide ones included', () => {
    expect(page(5, 10, 0)).toMatchObject({ total: 15, pages: 1, main: 5 });
    expect(page(5, 10, 0).lines).toHaveLength(15);
  });
  it('names all plain ones first when the city-wide ones make it long', () => {
    expect(page(7, 13, 0)).toMatchObject({ total: 20, pages: 2, main: 7 });
    expect(page(7, 13, 0).lines.every((id) => id.startsWith('o'))).toBe(true);
    expect(page(7, 13, 1).lines.every((id) => id.startsWith('c'))).toBe(true);
  });
  it('goes through every project exactly once', () => {
    const all = [0, 1, 2, 3].flatMap((at) => page(20, 18, at).lines);
    expect(all).toHaveLength(38);
    expect(new Set(all).size).toBe(38);
  });
  it('stays on the last page when asked for a later one', () => {
    expect(page(20, 0, 99)).toMatchObject({ page: 1, pages: 2 });
  });
});

describe('nothing matches', () => {
  it('says that none states what they are ranked by, rather than that there are none', () => {
    const question = listOf({ registers: ['permanent'] }, { order: { by: 'investment', direction: 'desc' }, limit: 1 });
    expect(bodyOf(ask(question), 'aggregate')).toMatchObject({ value: null, stated: 0, of: 1 });
  });
  it('offers what is left when one condition is dropped', () => {
    const body = bodyOf(ask(listOf({ organisations: of('leads', '20'), registers: ['future'] })), 'none');
    expect(body.near.map(({ count }) => count)).toEqual([1, 1]);
  });
  it('offers the departments that took over from a dissolved one, and says that it is dissolved', () => {
    const given = ask(listOf({ organisations: of('leads', '40') }));
    expect(given.notes).toEqual([{ kind: 'dissolved', department: '40' }]);
    expect(bodyOf(given, 'none').near[0]).toMatchObject({
      count: 4,
      question: { filters: { organisations: of('leads', '10') } },
    });
  });
});

describe('a planned end that was moved', () => {
  const moved = (revision: number, id: string, from: unknown, to: unknown) => ({
    id: `e${id}`,
    seq: revision,
    type: 'programme.imported' as const,
    at: '2026-05-12T10:00:00Z',
    by: null,
    why: null,
    data: { revision, changes: [{ kind: 'changed' as const, noun: 'project' as const, id, field: 'end', from, to }] },
  });
  const portfolio = aPortfolio({
    projects: ['later', 'earlier', 'first', 'opened'].map((id) => aProject({ id })),
    history: [
      moved(1, 'first', '2026-06-30', '2026-12-31'),
      moved(2, 'later', '2026-06-30', '2026-12-31'),
      moved(3, 'earlier', '2026-12-31', '2026-06-30'),
      moved(4, 'opened', '2026-12-31', null),
    ],
  });
  it('is told of those an import after the first one gave a later day', () => {
    expect(named(ask(listOf({ postponed: true }), portfolio))).toEqual(['later']);
    expect(named(ask(listOf({ postponed: false }), portfolio)).sort()).toEqual(['earlier', 'first', 'opened']);
  });
  it('is told with both days, also as what a reason is asked for', () => {
    const end = { from: '2026-06-30', to: '2026-12-31', at: expect.any(String) };
    const claims = { postponed: true };
    expect(bodyOf(ask({ intent: 'why', project: 'later', claims }, portfolio), 'reason').moved).toEqual(end);
    expect(
      bodyOf(ask({ intent: 'verify', project: 'later', claims, field: null }, portfolio), 'verdict').moved,
    ).toEqual(end);
    expect(bodyOf(ask({ intent: 'why', project: 'earlier', claims }, portfolio), 'reason')).toMatchObject({
      holds: false,
      facts: [{ field: 'end' }],
    });
  });
  it('is denied only where history could hold it', () => {
    const verdict = (project: string, history: typeof portfolio.history) => {
      const known = { ...portfolio, history };
      return bodyOf(ask({ intent: 'verify', project, claims: { postponed: true }, field: null }, known), 'verdict')
        .verdict;
    };
    expect(verdict('later', portfolio.history)).toBe('yes');
    expect(verdict('earlier', portfolio.history)).toBe('no');
    expect(verdict('earlier', portfolio.history.slice(0, 1))).toBe('unknown');
  });
});

import { describe, expect, test } from '@jest/globals';
import { asOf } from '../../src/digest/as-of.js';
import { composeDigest } from '../../src/digest/compose.js';
import { digestInstant, digestWeek } from '../../src/digest/week.js';
import type { Recorded } from '../../src/programme/events.js';
import type { Portfolio } from '../../src/programme/portfolio.js';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';
import { dueReminders } from '../../src/reporting/reminders.js';
import { missingProjects } from '../../src/reporting/requests.js';
import { aDecision, aPerson, aPortfolio, aProject, aReport } from '../builders.js';
import { ask } from '../questions/answering/town.js';

const place = { timeZone: 'Europe/Berlin', holidays: 'DE-BY' };
const at = new Date('2026-05-18T11:00:00Z'); // Monday 13:00 after week 20
const previous = { week: '2026-W19', at: '2026-05-11T11:00:00Z' };
const digestOf = (portfolio: Portfolio, overrides: Partial<Parameters<typeof composeDigest>[1]> = {}) =>
  composeDigest(portfolio, { week: '2026-W20', at, schedule: DEFAULT_SCHEDULE, previous, ...overrides });

describe('the week a digest reports on', () => {
  test.each([
    ['Monday at one', '2026-05-18T11:00:00Z', '2026-W20'],
    ['Monday morning', '2026-05-18T06:00:00Z', '2026-W20'],
    ['Sunday night in the programme, Monday nowhere yet', '2026-05-17T21:59:00Z', '2026-W19'],
    ['Monday in the programme, Sunday in UTC', '2026-05-17T22:01:00Z', '2026-W20'],
    ['the turn of the year', '2027-01-04T12:00:00Z', '2026-W53'],
  ])('%s', (_, instant, week) => {
    expect(digestWeek(new Date(instant), DEFAULT_SCHEDULE, place)).toBe(week);
  });

  test.each([
    ['summer time', '2026-W20', '2026-05-18T11:00:00.000Z'],
    ['winter time', '2026-W02', '2026-01-12T12:00:00.000Z'],
    ['Whit Monday: Tuesday', '2026-W21', '2026-05-26T11:00:00.000Z'],
    ['Easter Monday: Tuesday', '2026-W14', '2026-04-07T11:00:00.000Z'],
  ])('goes out at the scheduled hour: %s', (_, week, instant) => {
    expect(digestInstant(week, DEFAULT_SCHEDULE, place).toISOString()).toBe(instant);
  });

  test('a digest pushed into the next week by a holiday still reports on its own week', () => {
    const fridays = { ...DEFAULT_SCHEDULE, digest: { weekday: 5, time: '13:00' } as const };
    // Labour Day 2026 is a Friday: the digest of week 17 waits until Monday of week 19.
    expect(digestInstant('2026-W17', fridays, place).toISOString()).toBe('2026-05-04T11:00:00.000Z');
    expect(digestWeek(new Date('2026-05-04T11:00:00Z'), fridays, place)).toBe('2026-W17');
    expect(digestWeek(new Date('2026-05-08T11:00:00Z'), fridays, place)).toBe('2026-W18');
  });
});

describe('health', () => {
  const project = 'p';
  const one = (...reports: Parameters<typeof aReport>[0][]) =>
    aPortfolio({
      projects: [aProject({ id: project })],
      reports: reports.map((each) => aReport({ project, ...each })),
    });

  test('a project that turned red is the weightiest change, with the reason of its report', () => {
    const digest = digestOf(
      one({ week: '2026-W19' }, { week: '2026-W20', health: 'red', risk: 'Lieferant insolvent', summary: 'Wenig' }),
    );
    expect(digest.changes).toEqual([
      { kind: 'health', project, from: 'green', to: 'red', week: '2026-W20', reason: 'Lieferant insolvent' },
    ]);
    expect(digest.headline).toMatchObject({ newlyRed: [project], worsened: 1, improved: 0, red: 1, total: 1 });
    expect(digest.attention).toMatchObject([{ health: 'red', trend: 'worse', since: '2026-W20', weeks: 1 }]);
  });

  test('since when counts the unbroken run, gaps in reporting included', () => {
    const digest = digestOf(
      one(
        { week: '2026-W15', health: 'amber' },
        { week: '2026-W16', health: 'green' },
        { week: '2026-W17', health: 'amber' },
        { week: '2026-W19', health: 'amber' },
      ),
    );
    expect(digest.attention).toMatchObject([{ trend: 'same', since: '2026-W17', weeks: 4, reported: '2026-W19' }]);
    expect(digest.changes).toEqual([]);
  });

  test('back to green is told with the summary; a first green report is no change', () => {
    const better = digestOf(one({ week: '2026-W19', health: 'red' }, { week: '2026-W20', summary: 'Abnahme erteilt' }));
    expect(better.changes).toMatchObject([{ kind: 'health', from: 'red', to: 'green', reason: 'Abnahme erteilt' }]);
    expect(digestOf(one({ week: '2026-W20' })).changes).toEqual([]);
    expect(digestOf(one({ week: '2026-W20', health: 'amber' })).changes).toMatchObject([{ from: null, to: 'amber' }]);
  });

  test.each([
    ['one that came late for an earlier week does not count as the newest', '2026-W18', 'green'],
    ['the last one for a week counts', '2026-W20', 'red'],
  ])('%s', (_, week, health) => {
    const digest = digestOf(
      one(
        { week: '2026-W19', submittedAt: '2026-05-08T08:00:00Z' },
        { week: '2026-W20', submittedAt: '2026-05-14T08:00:00Z' },
        { week, health: 'red', risk: 'Verzug', submittedAt: '2026-05-15T08:00:00Z' },
      ),
    );
    expect(digest.counts[health as 'green' | 'red']).toBe(1);
    expect(digest.missing).toEqual([]);
  });

  test('of reports that came out of order, those before the instant count', () => {
    const digest = digestOf(
      one(
        { week: '2026-W21', health: 'red', submittedAt: '2026-05-21T08:00:00Z' },
        { week: '2026-W20', health: 'amber', submittedAt: '2026-05-14T10:00:00+02:00' },
        { week: '2026-W19', submittedAt: '2026-05-11T11:00:00Z' },
      ),
    );
    expect(digest.changes).toMatchObject([{ kind: 'health', from: 'green', to: 'amber' }]);
  });

  test('what came after the instant is not known', () => {
    const digest = digestOf(one({ week: '2026-W20', health: 'red', submittedAt: '2026-05-18T11:00:01Z' }));
    expect(digest.counts).toEqual({ green: 0, amber: 0, red: 0, unreported: 1, total: 1 });
  });

  test('a correction of what a digest has told is told as such, with old and new', () => {
    const first = aReport({ project, week: '2026-W19', health: 'green' });
    const again = aReport({
      project,
      week: '2026-W19',
      health: 'red',
      risk: 'Doch kein Geld',
      corrects: first.id,
      submittedAt: '2026-05-12T08:00:00Z',
    });
    expect(digestOf(one(first, again)).changes).toEqual([
      { kind: 'corrected', project, week: '2026-W19', from: 'green', to: 'red', reason: 'Doch kein Geld' },
    ]);
  });

  test('a correction before anybody was told is no news of its own', () => {
    const first = aReport({ project, week: '2026-W20', health: 'red' });
    const again = aReport({ project, week: '2026-W20', corrects: first.id, submittedAt: '2026-05-15T08:00:00Z' });
    expect(digestOf(one({ week: '2026-W19' }, first, again)).changes).toEqual([]);
  });

  test('a withdrawal after the digest is told with its reason, and health falls back', () => {
    const withdrawn = { at: '2026-05-13T08:00:00Z', by: null, reason: 'Falsches Projekt' };
    const digest = digestOf(one({ week: '2026-W18' }, { week: '2026-W19', health: 'red', withdrawn }));
    expect(digest.changes).toEqual([{ kind: 'withdrawn', project, week: '2026-W19', reason: 'Falsches Projekt' }]);
    expect(digest.counts.green).toBe(1);
  });

  test('paused projects rest: not counted, not missing, not in danger', () => {
    const portfolio = aPortfolio({
      projects: [aProject({ id: project, paused: true })],
      reports: [aReport({ project, health: 'red', week: '2026-W19' })],
    });
    expect(digestOf(portfolio)).toMatchObject({ counts: { total: 0 }, attention: [], missing: [] });
  });

  test('eight weeks: each by the newest report up to it, the last as of now', () => {
    const digest = digestOf(
      one(
        { week: '2026-W14', health: 'red' },
        { week: '2026-W17', health: 'amber' },
        { week: '2026-W21', submittedAt: '2026-05-18T08:00:00Z' },
      ),
    );
    expect(
      digest.weeks.map(({ week, green, amber, red, unreported }) => [week, green, amber, red, unreported]),
    ).toEqual([
      ['2026-W13', 0, 0, 0, 1],
      ['2026-W14', 0, 0, 1, 0],
      ['2026-W15', 0, 0, 1, 0],
      ['2026-W16', 0, 0, 1, 0],
      ['2026-W17', 0, 1, 0, 0],
      ['2026-W18', 0, 1, 0, 0],
      ['2026-W19', 0, 1, 0, 0],
      ['2026-W20', 1, 0, 0, 0],
    ]);
    expect(digest.weeks.at(-1)).toMatchObject(digest.counts);
  });
});

describe('reports missing', () => {
  const missing = (report: Parameters<typeof aReport>[0] | null, project = {}) =>
    digestOf(
      aPortfolio({
        projects: [aProject({ id: 'p', ...project })],
        reports: report ? [aReport({ project: 'p', ...report })] : [],
      }),
    ).missing.map(({ project: id, last, weeks }) => [id, last, weeks]);

  test.each([
    ['none at all', null, [['p', null, null]]],
    ['tagged with the week', { week: '2026-W20' }, []],
    ['for the week, given on Monday before the digest', { week: '2026-W20', submittedAt: '2026-05-18T10:00:00Z' }, []],
    ['an old one', { week: '2026-W18' }, [['p', '2026-W18', 2]]],
    [
      'given in the week for an earlier one, late',
      { week: '2026-W19', submittedAt: '2026-05-13T10:00:00Z' },
      [['p', '2026-W19', 1]],
    ],
    [
      'given on Monday morning for the week before, in time',
      { week: '2026-W19', submittedAt: '2026-05-11T09:00:00Z' },
      [['p', '2026-W19', 1]],
    ],
  ])('%s', (_, report, expected) => {
    expect(missing(report)).toEqual(expected);
  });

  test.each([
    ['upcoming ones are not asked', { register: 'upcoming' as const }, []],
    ['unless the office wants it', { register: 'upcoming' as const, cadence: 'weekly' as const }, [['p', null, null]]],
    ['never means never', { cadence: 'never' as const }, []],
  ])('%s', (_, project, expected) => {
    expect(missing(null, project)).toEqual(expected);
  });

  test('digest, reminders and the list of missing reports agree about a report that came late for an earlier week', () => {
    const portfolio = aPortfolio({
      people: [aPerson({ id: 'kim' })],
      projects: ['silent', 'late', 'given', 'withdrawn', 'paused'].map((id) =>
        aProject({ id, lead: { person: 'kim' }, paused: id === 'paused' }),
      ),
      reports: [
        aReport({ project: 'late', week: '2026-W19', submittedAt: '2026-05-14T10:00:00Z' }),
        aReport({ project: 'given', week: '2026-W20' }),
        aReport({
          project: 'withdrawn',
          week: '2026-W20',
          withdrawn: { at: '2026-05-15T10:00:00Z', by: null, reason: '' },
        }),
      ],
    });
    const owed = ['late', 'silent', 'withdrawn'];
    expect(
      digestOf(portfolio)
        .missing.map(({ project }) => project)
        .sort(),
    ).toEqual(owed);
    expect(missingProjects(portfolio, '2026-W20').sort()).toEqual(owed);
    const beforeDigest = new Date('2026-05-18T09:00:00Z');
    const { messages } = dueReminders(portfolio, beforeDigest, DEFAULT_SCHEDULE);
    expect(messages.flatMap(({ projects }) => projects.map(({ project }) => project)).sort()).toEqual(owed);
    const listed = ask({ intent: 'missingReports', filters: {} }, portfolio).body;
    expect(listed).toMatchObject({ week: '2026-W20', due: 4 });
    expect(listed.kind === 'missingReports' && listed.lines.map(({ project }) => project).sort()).toEqual(owed);
  });

  test('a report that came early for the week after is not the last one before it', () => {
    const portfolio = aPortfolio({
      projects: ['early', 'new'].map((id) => aProject({ id })),
      reports: [
        aReport({ project: 'early', week: '2026-W18' }),
        ...['early', 'new'].map((project) =>
          aReport({ project, week: '2026-W21', submittedAt: '2026-05-18T08:00:00Z' }),
        ),
      ],
    });
    expect(digestOf(portfolio).missing).toEqual([
      { project: 'new', last: null, weeks: null },
      { project: 'early', last: '2026-W18', weeks: 2 },
    ]);
    const { body } = ask({ intent: 'missingReports', filters: {}, week: '2026-W20' }, portfolio);
    const lines = body.kind === 'missingReports' ? body.lines : [];
    expect(new Map(lines.map(({ project, status }) => [project, status?.week]))).toEqual(
      new Map([
        ['early', '2026-W18'],
        ['new', undefined],
      ]),
    );
  });

  test('the silent longest come first, and who was represented is told by role', () => {
    const digest = digestOf(
      aPortfolio({
        projects: ['a', 'b', 'c', 'd'].map((id) => aProject({ id })),
        reports: [
          aReport({ project: 'a', week: '2026-W19' }),
          aReport({ project: 'b', week: '2026-W12' }),
          aReport({ project: 'd', week: '2026-W20', role: 'deputy' }),
        ],
      }),
    );
    expect(digest.missing.map(({ project }) => project)).toEqual(['c', 'b', 'a']);
    expect(digest.represented).toEqual([{ project: 'd', role: 'deputy' }]);
  });
});

describe('milestones', () => {
  const project = 'p';
  const milestone = { title: { de: 'Abnahme', en: 'Acceptance' }, due: '2026-05-29', done: null };
  const withReport = (report: Parameters<typeof aReport>[0]) =>
    digestOf(
      aPortfolio({
        projects: [aProject({ id: project, milestones: [milestone] })],
        reports: [aReport({ project, week: '2026-W20', ...report })],
      }),
    );

  test('one that a report moved shows the old and the new day and why', () => {
    const digest = withReport({
      risk: 'Testsystem fehlt',
      milestones: [{ title: 'Abnahme', due: '2026-06-12', done: null }],
    });
    expect(digest.changes).toEqual([
      {
        kind: 'milestone',
        project,
        title: milestone.title,
        from: '2026-05-29',
        to: '2026-06-12',
        reason: 'Testsystem fehlt',
      },
    ]);
    expect(digest.milestones.due).toMatchObject([{ due: '2026-06-12', original: '2026-05-29' }]);
  });

  test('one that a report ticked is reached', () => {
    const digest = withReport({ milestones: [{ title: 'Acceptance', due: '2026-05-29', done: '2026-05-06' }] });
    expect(digest.milestones).toMatchObject({ reached: [{ done: '2026-05-06' }], due: [], overdue: [] });
  });

  test.each([
    ['due today', '2026-05-18', 'due'],
    ['due in four weeks', '2026-06-15', 'due'],
    ['due a day later', '2026-06-16', null],
    ['due yesterday', '2026-05-17', 'overdue'],
  ])('%s', (_, due, section) => {
    const portfolio = aPortfolio({ projects: [aProject({ milestones: [{ ...milestone, due }] })] });
    const { milestones } = digestOf(portfolio);
    expect(Object.entries(milestones).flatMap(([name, lines]) => (lines.length > 0 ? [name] : []))).toEqual(
      section ? [section] : [],
    );
  });

  test('a day reached that the file brought is told once', () => {
    const portfolio = aPortfolio({ projects: [aProject({ milestones: [{ ...milestone, done: '2026-05-11' }] })] });
    expect(digestOf(portfolio).milestones.reached).toHaveLength(0);
    expect(digestOf(portfolio, { previous: null }).milestones.reached).toHaveLength(1);
  });
});

describe('milestones in the programme file', () => {
  const moved = (from: string, to: string, when: string): Recorded => ({
    id: when,
    seq: 1,
    type: 'programme.imported',
    at: when,
    by: null,
    why: 'Neuer Plan',
    data: {
      revision: 2,
      changes: [
        {
          kind: 'changed',
          noun: 'project',
          id: 'p',
          field: 'milestones',
          from: [{ title: { de: 'Abnahme' }, due: from, done: null }],
          to: [{ title: { de: 'Abnahme' }, due: to, done: null }],
        },
      ],
    },
  });
  const digestAfter = (history: Recorded[], due: string, ...reports: Parameters<typeof aReport>[0][]) =>
    digestOf(
      aPortfolio({
        projects: [aProject({ id: 'p', milestones: [{ title: { de: 'Abnahme' }, due, done: null }] })],
        reports: reports.map((report) => aReport({ project: 'p', ...report })),
        history,
      }),
    );
  const late = { week: '2026-W19', milestones: [{ title: 'Abnahme', due: '2026-06-30', done: null }] };

  test('a move by import is told with the reason of the import', () => {
    const { changes } = digestAfter([moved('2026-05-29', '2026-06-05', '2026-05-13T08:00:00Z')], '2026-06-05');
    expect(changes).toMatchObject([{ from: '2026-05-29', to: '2026-06-05', reason: 'Neuer Plan' }]);
  });
  test('what the file says later counts more than an earlier report', () => {
    const { milestones } = digestAfter([moved('2026-05-29', '2026-06-05', '2026-05-09T08:00:00Z')], '2026-06-05', late);
    expect(milestones.due).toMatchObject([{ due: '2026-06-05', original: null }]);
  });
  test('an import after the instant is not known yet', () => {
    const { changes, milestones } = digestAfter(
      [moved('2026-05-29', '2026-06-05', '2026-05-19T08:00:00Z')],
      '2026-06-05',
    );
    expect(changes).toEqual([]);
    expect(milestones.due).toMatchObject([{ due: '2026-05-29' }]);
  });
});

describe('edits of the programme', () => {
  const imported = (
    changes: unknown[],
    when = '2026-05-13T09:00:00Z',
    why: string | null = 'Beschluss vom 12. Mai',
  ): Recorded =>
    ({
      id: when,
      seq: 1,
      type: 'programme.imported',
      at: when,
      by: null,
      why,
      data: { revision: 2, changes },
    }) as Recorded;
  const changed = (field: string, from: unknown, to: unknown, id = 'p') => ({
    kind: 'changed',
    noun: 'project',
    id,
    field,
    from,
    to,
  });
  const kinds = (history: Recorded[]) =>
    digestOf(aPortfolio({ projects: [aProject({ id: 'p' })], reports: [aReport({ project: 'p' })], history })).changes;

  test.each<[string, unknown[], object[]]>([
    [
      'a move between registers',
      [changed('register', 'upcoming', 'running')],
      [{ kind: 'register', from: 'upcoming', to: 'running' }],
    ],
    [
      'a later end',
      [changed('end', '2026-06-30', '2026-12-31')],
      [{ kind: 'end', from: '2026-06-30', to: '2026-12-31' }],
    ],
    ['a pause', [changed('paused', false, true)], [{ kind: 'paused', paused: true }]],
    [
      'a new project',
      [{ kind: 'added', noun: 'project', id: 'p', field: null, from: null, to: { de: 'P' } }],
      [{ kind: 'new' }],
    ],
    [
      'one that left, by its name',
      [{ kind: 'removed', noun: 'project', id: 'x', field: null, from: { de: 'Altes Verfahren' }, to: null }],
      [{ kind: 'removed', project: 'x', title: { de: 'Altes Verfahren' } }],
    ],
    ['other fields', [changed('keywords', [], ['a'])], []],
  ])('%s', (_, changes, expected) => {
    expect(kinds([imported(changes)])).toMatchObject(
      expected.map((each) => ({ ...each, reason: 'Beschluss vom 12. Mai' })),
    );
    expect(kinds([imported(changes)])).toHaveLength(expected.length);
  });

  test('there and back again is no change; before the last digest neither', () => {
    expect(
      kinds([
        imported([changed('register', 'running', 'future')]),
        imported([changed('register', 'future', 'running')], '2026-05-14T09:00:00Z'),
      ]),
    ).toEqual([]);
    expect(kinds([imported([changed('register', 'running', 'future')], '2026-05-11T11:00:00Z')])).toEqual([]);
  });

  test('what an import after the instant changed is not known yet', () => {
    const later = '2026-05-20T09:00:00Z';
    const changes = [
      changed('register', 'running', 'future'),
      changed('resources.funding', 'missing', 'available'),
      changed('title.de', 'Alter Name', 'Vorhaben p'),
      { kind: 'added', noun: 'project', id: 'q', field: null, from: null, to: { de: 'Q' } },
    ];
    const projects = [
      aProject({ id: 'p', register: 'future', resources: { funding: 'available' } }),
      aProject({ id: 'q' }),
    ];
    const portfolio = aPortfolio({ projects, history: [imported(changes, later)] });
    expect(digestOf(portfolio)).toMatchObject({
      changes: [],
      counts: { total: 1 },
      missing: [{ project: 'p' }],
      resources: [{ kind: 'funding', project: 'p', funding: 'missing' }],
    });
    const then = asOf(portfolio, at);
    expect([...then.projects].map(([id, { title }]) => [id, title.de])).toEqual([['p', 'Alter Name']]);
    const first = { kind: 'added', noun: 'programme', id: 'm', field: null, from: null, to: null };
    expect(digestOf({ ...portfolio, history: [imported([first, ...changes], later)] }).counts.total).toBe(1);
  });

  test('the first import of a programme is no news', () => {
    const first = { kind: 'added', noun: 'programme', id: 'm', field: null, from: null, to: null };
    expect(
      kinds([imported([first, { kind: 'added', noun: 'project', id: 'p', field: null, from: null, to: null }])]),
    ).toEqual([]);
  });
});

describe('what a week brings to an end, and what the next ninety days bring', () => {
  test('a project that reached a hundred per cent is told once, with its summary', () => {
    const done = aReport({ project: 'p', week: '2026-W20', progress: 100, summary: 'Übergeben' });
    const portfolio = aPortfolio({
      projects: [aProject({ id: 'p' })],
      reports: [aReport({ project: 'p', week: '2026-W19' }), done],
    });
    expect(digestOf(portfolio).changes).toEqual([{ kind: 'finished', project: 'p', reason: 'Übergeben' }]);
    const next = {
      week: '2026-W21',
      at: new Date('2026-05-26T11:00:00Z'),
      previous: { week: '2026-W20', at: at.toISOString() },
    };
    expect(digestOf(portfolio, next).changes).toEqual([]);
  });

  test('starts, ends and milestones up to the ninetieth day, by day, in personal digests only', () => {
    const milestones = ['2026-06-15', '2026-06-16', '2026-08-16', '2026-08-17'].map((due) => {
      return { title: { de: due }, due, done: null };
    });
    const portfolio = aPortfolio({
      projects: [
        aProject({ id: 'ends', start: '2025-01-01', end: '2026-08-16' }),
        aProject({ id: 'late', start: '2026-08-17', end: '2026-12-31', register: 'upcoming' }),
        aProject({ id: 'starts', start: '2026-06-30', milestones, register: 'upcoming' }),
        aProject({ id: 'rests', start: '2026-06-30', paused: true }),
      ],
    });
    // Those of the next four weeks are among the milestones anyway.
    expect(digestOf(portfolio, { ahead: true }).ahead).toEqual([
      { kind: 'milestone', project: 'starts', day: '2026-06-16', title: { de: '2026-06-16' } },
      { kind: 'start', project: 'starts', day: '2026-06-30' },
      { kind: 'end', project: 'ends', day: '2026-08-16' },
      { kind: 'milestone', project: 'starts', day: '2026-08-16', title: { de: '2026-08-16' } },
    ]);
    expect(digestOf(portfolio).ahead).toEqual([]);
  });
});

describe('decisions', () => {
  const digestWith = (...decisions: Parameters<typeof aDecision>[0][]) =>
    digestOf(
      aPortfolio({ projects: [aProject({ id: 'project' })], decisions: decisions.map((each) => aDecision(each)) }),
    );
  const ruling = { comment: '', condition: null, until: null, at: '2026-05-13T10:00:00Z', by: 'chair' };

  test('the earliest day first, those without a day last', () => {
    const { decisions } = digestWith({ id: 'c' }, { id: 'b', by: '2026-06-01' }, { id: 'a', by: '2026-05-15' });
    expect(decisions.map(({ decision, overdue }) => [decision, overdue])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ]);
  });

  test.each([
    ['approved', { rulings: [{ ...ruling, outcome: 'approved' as const }] }, 0, 1],
    ['deferred to later', { rulings: [{ ...ruling, outcome: 'deferred' as const, until: '2026-06-01' }] }, 0, 1],
    ['deferred, back today', { rulings: [{ ...ruling, outcome: 'deferred' as const, until: '2026-05-18' }] }, 1, 1],
    ['deferred without a day', { rulings: [{ ...ruling, outcome: 'deferred' as const }] }, 1, 1],
    [
      'ruled after the digest',
      { rulings: [{ ...ruling, outcome: 'approved' as const, at: '2026-05-18T12:00:00Z' }] },
      1,
      0,
    ],
    ['retracted', { retractedAt: '2026-05-15T10:00:00Z' }, 0, 0],
    ['asked after the digest', { askedAt: '2026-05-18T12:00:00Z' }, 0, 0],
  ])('%s', (_, overrides, wanted, decided) => {
    const digest = digestWith(overrides);
    expect([digest.decisions.length, digest.decided.length]).toEqual([wanted, decided]);
  });

  test('one that was changed is told with what had been decided before', () => {
    const rulings = [
      { ...ruling, outcome: 'approved' as const, at: '2026-05-08T10:00:00Z' },
      { ...ruling, outcome: 'rejected' as const, comment: 'Verklickt' },
    ];
    expect(digestWith({ rulings }).decided).toMatchObject([{ outcome: 'rejected', before: 'approved' }]);
    expect(digestWith({ rulings: rulings.slice(0, 1) }).decided).toEqual([]);
  });

  test('conditions are followed up a week ahead', () => {
    const approved = { ...ruling, outcome: 'approved' as const, condition: 'Nur mit Förderbescheid' };
    const { conditions } = digestWith(
      { id: 'near', rulings: [{ ...approved, until: '2026-05-25' }] },
      { id: 'far', rulings: [{ ...approved, until: '2026-05-26' }] },
      { id: 'late', rulings: [{ ...approved, until: '2026-05-10' }] },
    );
    expect(conditions.map(({ decision, overdue }) => [decision, overdue])).toEqual([
      ['near', false],
      ['late', true],
    ]);
  });

  test('a condition long past stays until it is met, and does not make a week a busy one', () => {
    const earlier = {
      ...ruling,
      at: '2026-03-02T10:00:00Z',
      outcome: 'approved' as const,
      condition: 'Nur mit Bescheid',
    };
    const met = { at: '2026-04-30T10:00:00Z', by: 'lead' };
    const old = digestWith(
      { id: 'open', rulings: [{ ...earlier, until: '2026-03-19' }] },
      { id: 'met', rulings: [{ ...earlier, until: '2026-03-19', fulfilled: met }] },
    );
    expect(old.conditions).toMatchObject([{ decision: 'open', overdue: true }]);
    const told = (until: string) =>
      digestOf(
        aPortfolio({
          projects: [aProject({ id: 'project' })],
          reports: ['2026-W19', '2026-W20'].map((week) => aReport({ week })),
          decisions: [aDecision({ askedAt: '2026-03-01T10:00:00Z', rulings: [{ ...earlier, until }] })],
        }),
      );
    expect(told('2026-04-25')).toMatchObject({ quiet: true, conditions: [{ overdue: true }] });
    expect(told('2026-05-15')).toMatchObject({ quiet: false, conditions: [{ overdue: true }] });
  });
});

describe('money and people', () => {
  test('an action field with several unfunded projects comes first', () => {
    const lacking = (id: string, investment: number) => aProject({ id, resources: { funding: 'missing', investment } });
    const { resources } = digestOf(
      aPortfolio({
        projects: [
          lacking('a', 10_000),
          lacking('b', 5_000),
          aProject({ id: 'c', end: '2026-04-30' }),
          aProject({
            id: 'd',
            assessment: { legal: null, technical: null, economic: { rating: 'critical', note: null } },
          }),
          aProject({ id: 'e', register: 'future', resources: { funding: 'missing' } }),
          aProject({ id: 'f', actionFields: ['andere'], resources: { funding: 'missing' } }),
        ],
      }),
    );
    expect(resources).toEqual([
      { kind: 'field', actionField: 'netze', projects: ['a', 'b'], investment: 15_000 },
      { kind: 'funding', project: 'f', funding: 'missing' },
      { kind: 'economic', project: 'd', note: null },
      { kind: 'overdue', project: 'c', end: '2026-04-30' },
    ]);
  });
});

describe('what unfunded projects need', () => {
  test('is told in money and in work, of an action field and of a single project', () => {
    const lacking = (id: string, actionField: string, personnelDays: number | null) =>
      aProject({
        id,
        actionFields: [actionField],
        resources: { funding: 'missing', investment: 1_000, personnelDays },
      });
    const { resources } = digestOf(
      aPortfolio({
        projects: [lacking('a', 'netze', 20), lacking('b', 'netze', null), lacking('c', 'bildung', 1_500)],
      }),
    );
    expect(resources).toEqual([
      { kind: 'field', actionField: 'netze', projects: ['a', 'b'], investment: 2_000, personnelDays: 20 },
      { kind: 'funding', project: 'c', funding: 'missing', investment: 1_000, personnelDays: 1_500 },
    ]);
  });
});

describe('a quiet week', () => {
  const reports = [
    aReport({ project: 'p', week: '2026-W19', health: 'red' }),
    aReport({ project: 'p', week: '2026-W20', health: 'red', unchanged: true }),
  ];
  const unfunded = (at: string): Recorded => {
    const field = { field: 'resources.funding', from: 'available', to: 'missing' };
    const changes = [{ kind: 'changed' as const, noun: 'project' as const, id: 'p', ...field }];
    return { id: at, seq: 1, type: 'programme.imported', at, by: null, why: null, data: { revision: 2, changes } };
  };
  test('what merely goes on does not make noise', () => {
    const digest = digestOf(aPortfolio({ projects: [aProject({ id: 'p' })], reports }));
    expect(digest).toMatchObject({ quiet: true, headline: { stillRed: ['p'] } });
    const projects = [aProject({ id: 'p', end: '2026-05-08', resources: { funding: 'missing' } })];
    const short = digestOf(aPortfolio({ projects, reports, history: [unfunded('2026-05-06T09:00:00Z')] }));
    expect(short).toMatchObject({ quiet: true, resources: [{ kind: 'funding' }, { kind: 'overdue' }] });
  });
  test.each([
    ['a decision', { decisions: [aDecision({ project: 'p' })] }],
    ['a missing report', { reports: [reports[0]!] }],
    [
      'a milestone that became overdue',
      { projects: [aProject({ id: 'p', milestones: [{ title: { de: 'M' }, due: '2026-05-14', done: null }] })] },
    ],
    ['an end that passed', { projects: [aProject({ id: 'p', end: '2026-05-14' })] }],
    [
      'money that is gone',
      {
        projects: [aProject({ id: 'p', resources: { funding: 'missing' } })],
        history: [unfunded('2026-05-13T09:00:00Z')],
      },
    ],
  ])('%s ends it', (_, parts) => {
    expect(digestOf(aPortfolio({ projects: [aProject({ id: 'p' })], reports, ...parts })).quiet).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { addWeeks } from '../../src/programme/calendar.js';
import { cadenceOf, reportDue } from '../../src/programme/policies/due.js';
import type { Recorded } from '../../src/programme/events.js';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';
import { dueReminders } from '../../src/reporting/reminders.js';
import { dueRequests } from '../../src/reporting/requests.js';
import { aPerson, aPortfolio, aProject, aReport } from '../builders.js';

const THURSDAY = new Date('2026-05-21T07:00:00Z');
const people = ['lead', 'deputy', 'second', 'other'].map((id) => aPerson({ id }));
const office = aPerson({ id: 'office', roles: ['office'] });
const led = (id: string, more: Parameters<typeof aProject>[0] = {}) =>
  aProject({ id, ...more, lead: { person: 'lead', deputies: ['deputy', 'second'], ...more.lead } });

let seq = 0;
const event = (type: string, data: object): Recorded =>
  ({ id: `e-${(seq += 1)}`, seq, type, at: '2026-05-20T08:00:00Z', by: null, why: null, data }) as Recorded;
const away = (person: string, from: string, to: string, substitute: string | null = null) =>
  event('absence.entered', { absence: `a-${person}-${from}`, person, from, to, substitute });

describe('how often a project is asked', () => {
  it.each([
    [{ register: 'running' }, 'weekly'],
    [{ register: 'permanent' }, 'never'],
    [{ register: 'upcoming' }, 'never'],
    [{ register: 'future' }, 'never'],
    [{ register: 'permanent', cadence: 'monthly' }, 'monthly'],
    [{ register: 'running', cadence: 'never' }, 'never'],
    [{ register: 'running', cadence: 'weekly', paused: true }, 'never'],
  ] as const)('%j: %s', (project, cadence) => {
    expect(cadenceOf(aProject({ ...project }))).toBe(cadence);
  });

  const weeks = Array.from({ length: 53 }, (_, index) => addWeeks('2026-W01', index));
  it.each([
    ['weekly', 53],
    ['biweekly', 27],
    ['monthly', 12],
    ['never', 0],
  ] as const)('%s is %i times in the long year 2026', (cadence, times) => {
    const due = weeks.filter((week) => reportDue(aProject({ cadence }), week)).length;
    expect(cadence === 'biweekly' ? Math.abs(due - 26.5) : due).toBe(cadence === 'biweekly' ? 0.5 : times);
  });

  it('every second week has no two due weeks in a row, also over the end of the year', () => {
    const due = Array.from({ length: 60 }, (_, index) =>
      reportDue(aProject({ cadence: 'biweekly' }), addWeeks('2026-W40', index)),
    );
    expect(due.every((one, index) => index === 0 || one !== due[index - 1])).toBe(true);
  });
});

describe('the weekly request', () => {
  it('is one message per person for all projects that are due', () => {
    const portfolio = aPortfolio({
      people,
      projects: [led('a'), led('b'), aProject({ id: 'c', lead: { person: 'other' } })],
    });
    expect(dueRequests(portfolio, THURSDAY).messages).toEqual([
      {
        kind: 'request',
        key: 'request:2026-W21:lead',
        person: 'lead',
        week: '2026-W21',
        projects: [
          { project: 'a', insteadOf: null },
          { project: 'b', insteadOf: null },
        ],
      },
      expect.objectContaining({ key: 'request:2026-W21:other' }),
    ]);
  });

  it.each([
    ['a report is there', { reports: [aReport({ project: 'a', week: '2026-W21' })] }, {}, 'reported'],
    ['it is paused', {}, { paused: true }, 'paused'],
    ['nobody leads it', {}, { lead: { person: null, deputies: [] } }, 'no-lead'],
    ['its lead is no person of the programme', {}, { lead: { person: 'gone', deputies: [] } }, 'unknown-person'],
    [
      'everybody is away',
      { history: ['lead', 'deputy', 'second'].map((id) => away(id, '2026-05-18', '2026-05-29')) },
      {},
      'absent',
    ],
  ] as const)('is not sent when %s', (_, parts, project, reason) => {
    const portfolio = aPortfolio({ people, projects: [led('a', project as object)], ...(parts as object) });
    const plan = dueRequests(portfolio, THURSDAY);
    expect(plan.messages).toEqual([]);
    expect(plan.skipped).toEqual([expect.objectContaining({ project: 'a', reason })]);
  });

  it('is not sent on a public holiday', () => {
    const plan = dueRequests(aPortfolio({ people, projects: [led('a')] }), new Date('2026-06-04T07:00:00Z'));
    expect(plan.messages).toEqual([]);
    expect(plan.skipped).toEqual([{ project: 'a', person: 'lead', reason: 'holiday' }]);
  });

  it.each([
    ['the first deputy', [away('lead', '2026-05-18', '2026-05-22')], 'deputy'],
    [
      'the second when the first is away too',
      [away('lead', '2026-05-18', '2026-05-22'), away('deputy', '2026-05-21', '2026-05-21')],
      'second',
    ],
    ['whom the lead named', [away('lead', '2026-05-18', '2026-05-22', 'other')], 'other'],
    [
      'the deputy when whom the lead named is away',
      [away('lead', '2026-05-18', '2026-05-22', 'other'), away('other', '2026-05-20', '2026-05-24')],
      'deputy',
    ],
    ['the lead again on the day after', [away('lead', '2026-05-18', '2026-05-20')], 'lead'],
    [
      'the lead when the absence was cancelled',
      [away('lead', '2026-05-18', '2026-05-22'), event('absence.cancelled', { absence: 'a-lead-2026-05-18' })],
      'lead',
    ],
  ])('goes to %s', (_, history, person) => {
    const plan = dueRequests(aPortfolio({ people, projects: [led('a')], history }), THURSDAY);
    expect(plan.messages).toEqual([
      expect.objectContaining({ person, projects: [{ project: 'a', insteadOf: person === 'lead' ? null : 'lead' }] }),
    ]);
  });
});

describe('reminders', () => {
  const portfolio = aPortfolio({
    people: [...people, office],
    projects: [led('a'), led('b')],
    reports: [aReport({ project: 'b', week: '2026-W22' })],
  });
  const keys = (at: string, of = portfolio) =>
    dueReminders(of, new Date(at), DEFAULT_SCHEDULE).messages.map(({ key }) => key);

  it.each([
    [
      'on Wednesday, where Whit Monday moved the digest',
      '2026-05-27T07:00:00Z',
      ['escalation:2026-W21:deputy', 'missing:2026-W21:office'],
    ],
    ['before the request', '2026-05-27T06:59:00Z', []],
    ['right after the request', '2026-05-28T07:30:00Z', []],
    ['on Friday', '2026-05-29T07:00:00Z', ['reminder:2026-W22:1:lead']],
    ['on Saturday still the first round', '2026-05-30T07:00:00Z', ['reminder:2026-W22:1:lead']],
    ['on Monday', '2026-06-01T07:00:00Z', ['reminder:2026-W22:2:lead']],
    ['after the digest', '2026-06-01T11:00:00Z', []],
    [
      'on Tuesday deputy and office are told',
      '2026-06-02T07:00:00Z',
      ['escalation:2026-W22:deputy', 'missing:2026-W22:office'],
    ],
  ])('%s', (_, at, expected) => {
    expect(keys(at)).toEqual(expected);
  });

  it('name only what is missing', () => {
    const [message] = dueReminders(portfolio, new Date('2026-05-29T07:00:00Z'), DEFAULT_SCHEDULE).messages;
    expect(message?.projects).toEqual([{ project: 'a', insteadOf: null }]);
  });

  it('end when everything has been reported', () => {
    const done = aPortfolio({
      people: [...people, office],
      projects: [led('a')],
      reports: [aReport({ project: 'a', week: '2026-W22' })],
    });
    expect(keys('2026-05-29T07:00:00Z', done)).toEqual([]);
    expect(keys('2026-06-02T07:00:00Z', done)).toEqual([]);
  });

  it.each([
    ['until Monday', '2026-06-01T07:00:00Z', [[], ['reminder:2026-W22:2:lead']]],
    ['for the week', null, [[], []]],
  ])('wait when snoozed %s', (_, until, [friday, monday]) => {
    const history = [event('reminders.snoozed', { person: 'lead', week: '2026-W22', until })];
    const snoozed = aPortfolio({ people, projects: [led('a')], history });
    expect(keys('2026-05-29T07:00:00Z', snoozed)).toEqual(friday);
    expect(keys('2026-06-01T07:00:00Z', snoozed)).toEqual(monday);
  });

  it('tell the office of projects nobody could be asked about', () => {
    const orphan = aPortfolio({ people: [office], projects: [aProject({ id: 'x', lead: { person: null } })] });
    expect(dueReminders(orphan, new Date('2026-06-02T07:00:00Z'), DEFAULT_SCHEDULE).messages).toEqual([
      expect.objectContaining({ key: 'missing:2026-W22:office', projects: [{ project: 'x', insteadOf: null }] }),
    ]);
  });
});

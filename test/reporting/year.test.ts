import { beforeAll, describe, expect, it } from '@jest/globals';
import { addWeeks, dayOf } from '../../src/programme/calendar.js';
import type { Recorded } from '../../src/programme/events.js';
import type { Portfolio } from '../../src/programme/portfolio.js';
import { reportDue } from '../../src/programme/policies/due.js';
import type { Cadence } from '../../src/programme/programme.js';
import type { StatusReport } from '../../src/programme/report.js';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';
import { momentsOf } from '../../src/reporting/moments.js';
import type { Planned } from '../../src/reporting/plan.js';
import { dueReminders } from '../../src/reporting/reminders.js';
import { dueRequests } from '../../src/reporting/requests.js';
import { absenceOn } from '../../src/reporting/absence.js';
import { hasReport } from '../../src/programme/portfolio.js';
import { reportingWeek } from '../../src/reporting/week.js';
import { isPublicHoliday } from '../../src/reporting/working-days.js';
import { aPerson, aPortfolio, aProject, aReport } from '../builders.js';

/** A year of a programme with forty leads, some of them away, silent, quick or slow; the same every time. */
const LEADS = 40;
const WEEKS = Array.from({ length: 53 }, (_, index) => addWeeks('2026-W01', index));
const CADENCES: (Cadence | null)[] = [null, null, null, 'biweekly', 'monthly'];
const people = [
  ...Array.from({ length: LEADS }, (_, index) => aPerson({ id: `lead-${index}` })),
  ...Array.from({ length: 8 }, (_, index) => aPerson({ id: `deputy-${index}` })),
  aPerson({ id: 'office', roles: ['office'] }),
];
const projects = Array.from({ length: 70 }, (_, index) =>
  aProject({
    id: `p-${index}`,
    cadence: CADENCES[index % 5] ?? null,
    lead: { person: `lead-${index % LEADS}`, deputies: [`deputy-${index % 8}`] },
  }),
);
/** Three weeks in summer for all, staggered, and for every fifth person some days around Christmas. */
const absenceEvents = people.flatMap(({ id }, index): Recorded[] => {
  const start = new Date(Date.UTC(2026, 5, 1) + (index % 12) * 7 * 86_400_000).toISOString().slice(0, 10);
  const end = new Date(Date.parse(start) + 20 * 86_400_000).toISOString().slice(0, 10);
  const spans = [[start, end], ...(index % 5 === 0 ? [['2026-12-21', '2027-01-06']] : [])] as [string, string][];
  return id === 'office' ? [] : spans.map(([from, to], n) => absence(`${id}-${n}`, id, from, to));
});

interface Sent {
  at: Date;
  message: Planned;
}
let [sent, final, wrongWeek]: [Sent[], Portfolio, string[]] = [[], aPortfolio(), []];

beforeAll(() => {
  [sent, final, wrongWeek] = simulate();
});

describe('in a whole year', () => {
  it('everybody a report is due from is asked exactly once a week, or represented', () => {
    const faults: string[] = [];
    for (const week of WEEKS) {
      const requests = sent.filter(({ message }) => message.kind === 'request' && message.week === week);
      const [day] = requests.map(({ at }) => dayOf(at, 'Europe/Berlin'));
      for (const project of projects) {
        const asked = requests.filter(({ message }) => message.projects.some((one) => one.project === project.id));
        const nobody = people.every(
          ({ id }) =>
            ![project.lead.person, ...project.lead.deputies].includes(id) || (day && absenceOn(final, id, day)),
        );
        const expected = reportDue(project, week) && !nobody ? 1 : 0;
        if (asked.length !== expected) faults.push(`${week} ${project.id}: ${asked.length} instead of ${expected}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('one person gets one request for all their projects', () => {
    const requests = sent.filter(({ message }) => message.kind === 'request');
    const perWeek = new Set(requests.map(({ message }) => `${message.week} ${message.person}`));
    expect(perWeek.size).toBe(requests.length);
    expect(requests.some(({ message }) => message.projects.length > 1)).toBe(true);
    expect(requests.some(({ message }) => message.projects.some(({ insteadOf }) => insteadOf !== null))).toBe(true);
  });

  it('nobody is written to on a public holiday, while away, or twice on a day', () => {
    const days = new Set<string>();
    for (const { at, message } of sent) {
      const day = dayOf(at, 'Europe/Berlin');
      expect(isPublicHoliday(day, 'DE-BY')).toBe(false);
      expect(absenceOn(final, message.person, day)).toBeUndefined();
      expect(days.has(`${day} ${message.person}`)).toBe(false);
      days.add(`${day} ${message.person}`);
    }
  });

  it('requests go out at the same local time in summer and in winter', () => {
    const times = new Set(
      sent
        .filter(({ message }) => message.kind === 'request')
        .map(({ at }) => at.toLocaleTimeString('de-DE', { timeZone: 'Europe/Berlin' })),
    );
    expect([...times]).toEqual(['09:00:00']);
  });

  it('nudges are at most two a week and person, and escalation comes once', () => {
    const count = new Map<string, number>();
    for (const { message } of sent) {
      const key = `${message.kind} ${message.week} ${message.person}`;
      count.set(key, (count.get(key) ?? 0) + 1);
    }
    for (const [key, times] of count) expect([key, times <= (key.startsWith('reminder') ? 2 : 1)]).toEqual([key, true]);
    expect(sent.filter(({ message }) => message.kind === 'escalation').length).toBeGreaterThan(0);
    expect(sent.filter(({ message }) => message.kind === 'missing').length).toBeGreaterThan(0);
  });

  it('an answer counts for the week that was asked for, whenever it comes before the digest', () => {
    expect(wrongWeek).toEqual([]);
    expect([...final.reports.values()].flat().length).toBeGreaterThan(1500);
  });
});

/** Walks through the year hour by hour where something can happen; people answer their requests sooner, later or never. */
function simulate(): [Sent[], Portfolio, string[]] {
  const reports = new Map<string, StatusReport[]>();
  let portfolio = aPortfolio({ people, projects, history: absenceEvents });
  const outbox = new Map<string, Sent>();
  const late: string[] = [];
  const perform = (at: Date, messages: readonly Planned[]) => {
    for (const message of messages) if (!outbox.has(message.key)) outbox.set(message.key, { at, message });
  };
  const answer = (at: Date, project: string, week: string) => {
    if (hasReport(portfolio, project, week)) return;
    const counted = reportingWeek(at, DEFAULT_SCHEDULE, portfolio, project);
    if (counted !== week) late.push(`${week} ${project} counted for ${counted}`);
    reports.set(project, [
      ...(reports.get(project) ?? []),
      aReport({ project, week: counted, submittedAt: at.toISOString() }),
    ]);
    portfolio = { ...portfolio, reports: new Map(reports) };
  };
  for (const [number, week] of WEEKS.entries()) {
    const { request, reminders, escalation, digest } = momentsOf(week, DEFAULT_SCHEDULE, portfolio.programme);
    // Asked twice, as after a restart.
    for (const _ of [1, 2]) perform(request, dueRequests(portfolio, request).messages);
    const asked = [...outbox.values()].filter(({ message }) => message.kind === 'request' && message.week === week);
    const answerAll = (speed: number, at: Date) => {
      for (const { message } of asked)
        for (const { project } of message.projects)
          if ((number + Number(project.slice(2))) % 4 === speed) answer(at, project, week);
    };
    answerAll(0, new Date(request.getTime() + 3_600_000));
    for (const [round, at] of reminders.entries()) {
      perform(at, dueReminders(portfolio, at, DEFAULT_SCHEDULE).messages);
      answerAll(round + 1, new Date(Math.min(at.getTime() + 1_800_000, digest.getTime() - 1)));
    }
    answerAll(2, new Date(digest.getTime() - 1));
    if (escalation) perform(escalation, dueReminders(portfolio, escalation, DEFAULT_SCHEDULE).messages);
  }
  return [[...outbox.values()], portfolio, late];
}

function absence(id: string, person: string, from: string, to: string): Recorded {
  const data = { absence: id, person, from, to, substitute: null };
  return { id, seq: 1, type: 'absence.entered', at: '2026-01-01T00:00:00Z', by: person, why: null, data };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { addWeeks } from '../../src/programme/calendar.js';
import type { Portfolio } from '../../src/programme/portfolio.js';
import { reportDue } from '../../src/programme/policies/due.js';
import { TestClock } from '../support/clock.js';
import { Connector } from '../support/connector.js';
import { Life, ZONE } from './year-life.js';
import { openHouse, Trouble } from './year-house.js';
import { absenceEvents, absentOn, expectedPerson, HOLIDAYS, OFFICE, projects, town } from './year-town.js';

const CHANNEL = '19:steering@thread.tacv2';
const WEEKS = Array.from({ length: 53 }, (_, index) => addWeeks('2026-W01', index));
/** The first working hours of the programme: Tuesday before the first request. */
const START = '2025-12-30T10:00';
const END = '2027-01-09T00:00';
/** Lotse looks every half minute; here it looks when something can happen: at night and in the hours people work. */
const HOURS = { workday: [3, 8, 9, 10, 11, 12, 13, 14, 16, 18], weekend: [3, 9, 13] };
/** In every tenth week it goes down and comes up again; three times it misses the request meanwhile. */
const DOWN: readonly { from: string; to: string }[] = [
  { from: '2026-03-05T09:00', to: '2026-03-05T09:30' },
  { from: '2026-05-13T08:30', to: '2026-05-13T10:30' },
  { from: '2026-07-23T08:30', to: '2026-07-24T10:30' },
  { from: '2026-10-01T09:00', to: '2026-10-01T09:30' },
  { from: '2026-12-10T08:30', to: '2026-12-10T13:30' },
];
const LATE = new Set(['2026-W20', '2026-W30', '2026-W50']);

let connector: Connector;
let dataDir: string;
let life: Life;
let trouble: Trouble;
let final: Portfolio;
let restarts = 0;

const local = (text: string) => DateTime.fromISO(text, { zone: ZONE });

beforeAll(async () => {
  connector = await Connector.start();
  dataDir = await mkdtemp(join(tmpdir(), 'lotse-year-'));
  const clock = new TestClock(local(START).toJSDate().toISOString());
  trouble = new Trouble(connector);
  life = new Life(connector);
  const open = () => openHouse(dataDir, clock, trouble, CHANNEL);
  let house = await open();
  await house.ledger.importProgramme(town, [], { by: null, at: clock.now().toISOString(), why: null });
  await house.ledger.record(absenceEvents, clock.now());
  await life.install(house);
  trouble.begin();
  for (const at of instants()) {
    if (clock.now() < at.toJSDate()) clock.set(at.toJSDate().toISOString());
    const down = DOWN.find(({ from, to }) => local(from) <= at && at < local(to));
    // Those who are told to stop while they work finish it first.
    if (!down || at.hasSame(local(down.from), 'minute')) await house.jobs.runDue();
    await life.go(house, clock.now());
    if (!down) continue;
    await house.close();
    house = await open();
    restarts += 1;
    // The new process looks at once, and finds nothing that is not done.
    if (at.hasSame(local(down.from), 'minute')) await house.jobs.runDue();
  }
  final = house.ledger.portfolio()!;
  await house.close();
  connector.fault = null;
}, 600_000);
afterAll(async () => {
  await connector.close();
  await rm(dataDir, { recursive: true, force: true });
});

function instants(): DateTime[] {
  const found: DateTime[] = [];
  for (let day = local(START).startOf('day'); day < local(END); day = day.plus({ days: 1 })) {
    const hours = day.weekday <= 5 ? HOURS.workday : HOURS.weekend;
    found.push(...hours.map((hour) => day.set({ hour })).filter((at) => at >= local(START)));
  }
  return found;
}

describe('a year through a platform that lets one call in twenty down', () => {
  it('is the year that was meant', () => {
    expect(restarts).toBeGreaterThanOrEqual(DOWN.length);
    expect(Math.min(...Object.values(trouble.counts))).toBeGreaterThan(30);
    expect(life.told.length).toBeGreaterThan(1_500);
    expect(life.found.some(({ kind, person }) => kind === 'request' && person.startsWith('deputy'))).toBe(true);
  });

  it('asks everybody a report is due from exactly once a week, or who represents them', () => {
    const faults: string[] = [];
    for (const week of WEEKS) {
      const requests = life.found.filter(({ kind, week: of }) => kind === 'request' && of === week);
      const day = requests[0]?.day ?? '';
      for (const project of projects) {
        const asked = requests.filter((each) => each.projects.includes(project.id)).map(({ person }) => person);
        const person = reportDue(project, week) ? expectedPerson(project, day) : null;
        if (asked.join() !== (person ?? '')) faults.push(`${week} ${project.id}: ${asked.join()}, not ${person}`);
      }
      expect(new Set(requests.map(({ person }) => person)).size).toBe(requests.length);
    }
    expect(faults).toEqual([]);
  });

  it('asks at nine in summer and in winter, and after a stop as soon as it may', () => {
    const times = life.found
      .filter(({ kind, week }) => kind === 'request' && !LATE.has(week))
      .map(({ at }) => DateTime.fromJSDate(at, { zone: ZONE }).toFormat('HH'));
    expect([...new Set(times)]).toEqual(['09']);
    const late = life.found.filter(({ kind, week }) => kind === 'request' && LATE.has(week));
    expect([...new Set(late.map(({ at }) => DateTime.fromJSDate(at, { zone: ZONE }).toFormat('dd.MM. HH')))]).toEqual([
      '13.05. 11',
      '24.07. 11',
      '10.12. 14',
    ]);
  });

  it('writes to nobody on a public holiday, while they are away, or twice on a day', () => {
    const days = new Set<string>();
    const faults: string[] = [];
    for (const { person, day, kind, week } of life.found) {
      if (HOLIDAYS.has(day)) faults.push(`${day} is a holiday: ${kind} to ${person}`);
      if (absentOn(person, day)) faults.push(`${day}: ${person} is away: ${kind}`);
      if (days.has(`${day} ${person}`)) faults.push(`${day}: one more to ${person}: ${kind} ${week}`);
      days.add(`${day} ${person}`);
    }
    expect(faults).toEqual([]);
  });

  it('loses no report, and keeps none twice', () => {
    expect(life.refused).toEqual([]);
    const lost = life.told.filter(({ project, week, text }) => {
      const kept = (final.reports.get(project) ?? []).filter((report) => report.week === week);
      return kept.length !== 1 || (text === null ? !kept[0]?.unchanged : kept[0]?.summary !== text);
    });
    expect(lost).toEqual([]);
    expect([...final.reports.values()].flat()).toHaveLength(life.told.length);
  });

  it('tells the office once a week what is missing', () => {
    const told = life.found
      .filter(({ person }) => person === OFFICE)
      .flatMap(({ post }) => /für KW (\d+) fehl/.exec(post.activity.summary)?.[1] ?? []);
    expect(told).toEqual(WEEKS.map((week) => String(Number(week.slice(-2)))));
  });

  it('posts one digest a week', () => {
    const posts = connector.posted.filter(({ conversation }) => conversation === CHANNEL);
    const weeks = final.history.flatMap((event) => (event.type === 'digest.posted' ? [event.data.week] : []));
    expect(weeks).toEqual(['2025-W52', ...WEEKS].slice(-posts.length));
    expect(posts.length).toBeGreaterThanOrEqual(52);
  });
});

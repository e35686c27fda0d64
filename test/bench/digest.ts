import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeDigest } from '../../src/digest/compose.js';
import { createJobs } from '../../src/jobs/jobs.js';
import { openLedger } from '../../src/programme/books/ledger.js';
import { addWeeks } from '../../src/programme/calendar.js';
import type { Recorded } from '../../src/programme/events.js';
import type { Portfolio } from '../../src/programme/portfolio.js';
import { HEALTHS } from '../../src/programme/report.js';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { createAdapter } from '../../src/teams/adapter.js';
import { Conversations } from '../../src/teams/conversations.js';
import { TeamsMessenger } from '../../src/teams/messenger.js';
import { aPerson, aPortfolio, aProgramme, aProject, aReport } from '../builders.js';
import type { Effort, Measure } from './measures.js';

const WEEK = '2026-W20';
/** A year of weeks, up to that one. */
const YEAR = Array.from({ length: 52 }, (_, at) => addWeeks(WEEK, at - 51));
const PERMITTED_PER_SECOND = 50;

/**
 * Composing the digest of ten times as many projects with a year of reports: no more than ten times the cost. What is
 * compared with one programme of 10,000 projects are ten of 1,000, one after the other: as much to read and to clear
 * away, so that neither side gains from what fits into the processor's cache. Of the processor time the least of many
 * alternating rounds counts, because what others do on the machine only ever adds to it.
 */
export function digestGrowth({ rounds }: Effort): Measure {
  const small = Array.from({ length: 10 }, () => yearOf(1_000));
  const large = [yearOf(10_000)];
  for (let warmUp = 0; warmUp < 3; warmUp += 1) [small, large].forEach(composed);
  const times = Array.from({ length: 3 * rounds }, () => [composed(small) / small.length, composed(large)] as const);
  const one = Math.min(...times.map(([each]) => each));
  const ten = Math.min(...times.map(([, each]) => each));
  return row('digest of 10,000 projects, ms (1,000 projects; linear = 10)', ten, one, ten / one);
}

/** Milliseconds of processor time for the digests of some programmes. */
function composed(portfolios: readonly Portfolio[]): number {
  const began = process.cpuUsage();
  for (const portfolio of portfolios) {
    composeDigest(portfolio, {
      week: WEEK,
      at: new Date('2026-05-18T11:00:00Z'),
      schedule: DEFAULT_SCHEDULE,
      previous: { week: '2026-W19', at: '2026-05-11T11:00:00Z' },
    });
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

function yearOf(count: number): Portfolio {
  const projects = Array.from({ length: count }, (_, index) =>
    aProject({ id: `p${index}`, milestones: [{ title: { de: 'Abnahme' }, due: '2026-05-29', done: null }] }),
  );
  const reports = projects.flatMap(({ id: project }, index) =>
    YEAR.map((week, at) => aReport({ project, week, health: HEALTHS[(index + ((index + at) >> 3)) % 3] })),
  );
  const history = reports.map((report, seq): Recorded => {
    const { id, submittedAt: at } = report;
    return { id, seq, type: 'report.submitted', at, by: null, why: null, data: { report } };
  });
  return aPortfolio({ projects, reports, history });
}

/** Asking many leads through a platform that enforces its limits: how near to the permitted rate, and what was refused. */
export async function delivery(leads: number): Promise<Measure[]> {
  const platform = fork(new URL('./limited-main.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const [{ url }] = (await once(platform, 'message')) as [{ url: string }];
  const dataDir = await mkdtemp(join(tmpdir(), 'lotse-bench-'));
  const store = await openSqliteStore({ dataDir, mode: 'writer' });
  try {
    const clock = { now: () => new Date(Date.parse('2026-05-21T07:00:00Z') + performance.now()) };
    const log = { error: console.error, warn: () => undefined, info: () => undefined, debug: () => undefined };
    const ledger = await openLedger(store, clock);
    await ledger.importProgramme(programmeOf(leads), [], { by: null, at: clock.now().toISOString(), why: null });
    const conversations = new Conversations(store);
    for (let index = 0; index < leads; index += 1) await conversations.remember(chatOf(index, url));
    const messenger = new TeamsMessenger({ adapter: createAdapter(null), botId: '', conversations, ledger, log });
    const jobs = createJobs({ store, ledger, clock, log, messenger, schedule: DEFAULT_SCHEDULE, steering: null });
    const memory = watchMemory();
    const { sent, planned } = await jobs.run('status-requests', clock.now());
    const grown = memory.stop();
    if (sent !== planned) throw new Error(`only ${sent} of ${planned} leads were asked`);
    platform.send('report');
    const [{ accepted, refused }] = (await once(platform, 'message')) as [{ accepted: number[]; refused: number[] }];
    const [first = 0, last = 0] = [accepted[0], accepted.at(-1)];
    const rate = ((sent - 1) / (last - first)) * 1_000;
    const late = refused.filter((at) => at > first + 1_000).length;
    return [
      row(`requests a second to ${leads} leads (permitted)`, rate, PERMITTED_PER_SECOND, rate / PERMITTED_PER_SECOND),
      row('refused with 429 after the first second (allowed)', late, 0, late),
      row('heap at the end, MB (after a quarter)', grown.end, grown.quarter, grown.end / grown.quarter),
    ];
  } finally {
    await store.close();
    platform.disconnect();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function programmeOf(leads: number) {
  const ids = Array.from({ length: leads }, (_, index) => String(index));
  return aProgramme({
    people: ids.map((id) => aPerson({ id, aadObjectId: `aad-${id}` })),
    projects: ids.map((id) => aProject({ id: `p${id}`, lead: { person: id } })),
  });
}

function chatOf(index: number, serviceUrl: string) {
  return {
    id: `a:chat-${index}`,
    kind: 'personal' as const,
    serviceUrl,
    channelId: 'msteams',
    tenantId: null,
    teamId: null,
    bot: { id: '28:lotse', name: 'Lotse' },
    user: { id: `29:${index}`, aadObjectId: `aad-${index}`, userPrincipalName: null },
    actingAs: null,
    lang: 'de' as const,
    blocked: null,
  };
}

/** Used heap once a second, in megabytes. */
function watchMemory() {
  const samples: number[] = [];
  const sample = () => samples.push(process.memoryUsage().heapUsed / 2 ** 20);
  const timer = setInterval(sample, 1_000);
  return {
    stop() {
      clearInterval(timer);
      sample();
      const least = (part: readonly number[]) => Math.min(...part);
      const part = Math.max(1, Math.floor(samples.length / 4));
      return { quarter: least(samples.slice(0, part)), end: least(samples.slice(-part)) };
    },
  };
}

function row(what: string, lotse: number, baseline: number, ratio: number): Measure {
  return { what, lotse: lotse.toFixed(1), baseline: baseline.toFixed(1), ratio: ratio.toFixed(2) };
}

import { createJobs } from '../../src/jobs/jobs.js';
import type { Jobs } from '../../src/jobs/job.js';
import type { ProgrammeEvent } from '../../src/programme/events.js';
import type { Person as ProgrammePerson, Programme, Project } from '../../src/programme/programme.js';
import type { StatusReport } from '../../src/programme/report.js';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';
import { aPerson, aProgramme, aProject, aReport } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';
import { channelThread } from '../support/person.js';

export const CHANNEL = '19:steering@thread.tacv2';
export const OTHER_CHANNEL = '19:council@thread.tacv2';
/** Monday 13:00 in Musterstadt after week 20. */
export const MONDAY = '2026-05-18T11:00:00Z';

export interface Running {
  bot: TestBot;
  jobs: Jobs & { runDue(): Promise<void> };
  /** A further instance on the same store, as after a restart or on a second replica. */
  another(): Running['jobs'];
  /** Everybody installs the app in their chat, the office in the channels. */
  install(...channels: string[]): Promise<void>;
  report(overrides: Partial<StatusReport>): Promise<void>;
  record(...events: ProgrammeEvent[]): Promise<void>;
}

export const people: ProgrammePerson[] = [
  aPerson({ id: 'office', roles: ['office'], aadObjectId: 'a0000000-0000-4000-8000-000000000001' }),
  aPerson({ id: 'chair', roles: ['steering'], aadObjectId: 'a0000000-0000-4000-8000-000000000002' }),
  aPerson({ id: 'member', roles: ['steering'], aadObjectId: 'a0000000-0000-4000-8000-000000000003' }),
  aPerson({ id: 'lead', aadObjectId: 'a0000000-0000-4000-8000-000000000004' }),
  aPerson({ id: 'staff', aadObjectId: 'a0000000-0000-4000-8000-000000000005' }),
];
export const projects: Project[] = [
  aProject({ id: 'akte', lead: { person: 'lead' } }),
  aProject({ id: 'termin', lead: { person: 'lead' } }),
  aProject({ id: 'portal', lead: { person: 'staff' } }),
];

export interface RunningOptions {
  now?: string;
  programme?: Partial<Programme>;
  steering?: string | null;
}

/** The bot with jobs, and a clock that waiting moves. */
export async function startRunning({
  now = MONDAY,
  programme,
  steering = CHANNEL,
}: RunningOptions = {}): Promise<Running> {
  const bot = await startBot({ programme: aProgramme({ people, projects, ...programme }), now });
  const another = () =>
    createJobs({
      ...bot,
      schedule: DEFAULT_SCHEDULE,
      steering,
      random: () => 0.5,
      ticker: {
        now: () => bot.clock.now().getTime(),
        sleep: (ms) => {
          bot.clock.advance(Math.ceil(ms));
          return Promise.resolve();
        },
      },
    }) as Running['jobs'];
  return {
    bot,
    jobs: another(),
    another,
    async install(...channels) {
      for (const { id } of bot.ledger.portfolio()?.programme.people ?? []) await bot.person({ is: id }).install();
      for (const channel of channels) {
        await bot.person({ is: 'office', conversation: channelThread(channel) }).install();
      }
      bot.connector.posted = [];
    },
    async report(overrides) {
      const report = aReport(overrides);
      const { id, submittedAt: at } = report;
      await bot.ledger.record(
        [{ id, type: 'report.submitted', at, by: null, why: null, data: { report } }],
        new Date(at),
      );
    },
    async record(...events) {
      await bot.ledger.record(events, bot.clock.now());
    },
  };
}

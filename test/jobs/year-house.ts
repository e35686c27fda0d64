import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { createJobs } from '../../src/jobs/jobs.js';
import type { Jobs } from '../../src/jobs/job.js';
import { openLedger } from '../../src/programme/books/ledger.js';
import type { Ledger } from '../../src/programme/ledger.js';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { createTeams, type Teams } from '../../src/teams/teams.js';
import type { TestClock } from '../support/clock.js';
import type { Call, Connector, Fault } from '../support/connector.js';
import { TestLog } from '../support/log.js';

/** Everything of Lotse that a restart replaces. */
export interface House {
  ledger: Ledger;
  teams: Teams;
  jobs: Jobs & { runDue(): Promise<void> };
  close(): Promise<void>;
}

/** Of a hundred calls so many go wrong. */
const PERCENT_WRONG = 5;

/** A platform that lets calls down: the same ones every time, however a busy machine orders them. */
export class Trouble {
  readonly counts = { 'too many requests': 0, 'bad gateway': 0, silence: 0 };
  readonly #attempts = new Map<string, number>();
  readonly #patience = new LRUCache<string, AbortController>({ max: 1_000 });

  constructor(private readonly connector: Connector) {}

  begin(): void {
    this.connector.fault = (call) => this.#fault(call);
  }

  /** A call that gets no answer is given up as soon as the platform has decided to stay silent; nobody waits for it. */
  readonly patience = ({ requestId }: { requestId: string }): AbortSignal => {
    const giveUp = new AbortController();
    this.#patience.set(requestId, giveUp);
    return giveUp.signal;
  };

  #fault(call: Call): Fault | undefined {
    const place = `${call.method} ${call.conversation ?? JSON.stringify(call.body?.members ?? call.body?.channelData)}`;
    const attempt = (this.#attempts.get(place) ?? 0) + 1;
    this.#attempts.set(place, attempt);
    const [first = 0, second = 0, third = 0] = createHash('sha256').update(`${place} ${attempt}`).digest();
    if (((first << 8) | second) % 100 >= PERCENT_WRONG) return undefined;
    // A reply that the platform puts off is waited for in real time, which is another test's matter.
    const kind = call.method === 'PUT' ? 2 : third % 3;
    if (kind === 0) {
      this.counts['too many requests'] += 1;
      return { status: 429, headers: { 'retry-after': '2' } };
    }
    if (kind === 1) {
      this.counts['bad gateway'] += 1;
      return { status: 502 };
    }
    this.counts.silence += 1;
    setImmediate(() => this.#patience.get(String(call.headers['x-ms-client-request-id']))?.abort());
    return { hang: true };
  }
}

/** Opens (or reopens) the house on a data folder. Waiting moves the clock, as the waiting of several at once does. */
export async function openHouse(dataDir: string, clock: TestClock, trouble: Trouble, steering: string): Promise<House> {
  const log = new TestLog();
  const store = await openSqliteStore({ dataDir, mode: 'writer' });
  const ledger = await openLedger(store, clock);
  const shared = { store, ledger, clock, log, schedule: DEFAULT_SCHEDULE };
  const teams = createTeams({ bot: null, ...shared, overrides: { patience: trouble.patience } });
  const jobs = createJobs({
    ...shared,
    messenger: teams.messenger,
    steering,
    random: () => 0.5,
    ticker: {
      now: () => clock.now().getTime(),
      sleep: async (ms) => {
        const until = new Date(clock.now().getTime() + Math.ceil(ms));
        await breathe();
        if (clock.now() < until) clock.set(until.toISOString());
      },
    },
  }) as House['jobs'];
  return {
    ledger,
    teams,
    jobs,
    async close() {
      await jobs.stop();
      await store.close();
    },
  };
}

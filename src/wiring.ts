import { startClock } from './clock.js';
import { readProgrammeFile } from './cli/fault-list.js';
import type { Config } from './config.js';
import { isJob } from './jobs/job.js';
import { createJobs } from './jobs/jobs.js';
import { createHttp } from './http/server.js';
import { openLedger } from './programme/books/ledger.js';
import { dayOf } from './programme/calendar.js';
import type { Ledger } from './programme/ledger.js';
import { type Log, trace } from './programme/log.js';
import { StoreUnavailable, type Clock, type ProgrammeStore } from './programme/store.js';
import { type Telemetry, UNWATCHED } from './programme/telemetry.js';
import { openProgramme } from './publication/open-programme.js';
import { spareMemory } from './spare-memory.js';
import { openStore } from './store/open.js';
import { createPlanner } from './teams/planner/create.js';
import type { Planner } from './teams/planner/planner.js';
import { createTeams } from './teams/teams.js';
import { observedStore } from './telemetry/observed-store.js';

/** A running Lotse. */
export interface Lotse {
  /** Where it listens. */
  port: number;
  /** Finishes what is under way, then closes the store. */
  close(): Promise<void>;
}

/** Puts the house together and opens its door. Rejects when the store, the programme file or the port cannot be had. */
export async function startLotse(config: Config, log: Log, telemetry: Telemetry = UNWATCHED): Promise<Lotse> {
  const clock = startClock(config.startAt);
  const store = observedStore(await openStore(config, 'writer'), telemetry);
  try {
    const ledger = await openLedger(store, clock);
    await importIntoEmpty(ledger, config, clock, log);
    spareMemory();
    const speakSoon = (): void => jobs.wake();
    const teams = createTeams({
      bot: config.bot,
      schedule: config.schedule,
      ledger,
      store,
      clock,
      log,
      speakSoon,
      planner: plannerFor(config, clock, log),
      telemetry,
    });
    const { messenger } = teams;
    const jobs = createJobs({
      ledger,
      store,
      messenger,
      clock,
      schedule: config.schedule,
      log,
      steering: config.steeringConversation,
      telemetry,
    });
    const http = createHttp({
      receive: (authorization, body) => teams.receive(authorization, body),
      notReady: () => reasonNotReady(store, ledger),
      runJob: async (job, at) => (isJob(job) ? jobs.run(job, at ?? clock.now()) : undefined),
      openData: () => {
        const portfolio = ledger.portfolio();
        return portfolio && openProgramme(portfolio.programme, dayOf(clock.now(), portfolio.programme.timeZone));
      },
      jobsToken: config.jobsToken,
      local: config.local,
      log,
    });
    const port = await http.listen(config.port, config.host);
    jobs.start();
    const refreshing = keepFresh(ledger, clock, log);
    log.info({ host: config.host, port, local: config.local }, 'listening');
    return {
      port,
      async close() {
        await http.close();
        await jobs.stop();
        clearInterval(refreshing);
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** How old the knowledge of another replica's writes may become. */
const REFRESH_MS = 5_000;

function keepFresh(ledger: Ledger, clock: Clock, log: Log): NodeJS.Timeout {
  const refresh = (): void => {
    ledger.refresh(clock.now()).catch((error: unknown) => {
      log.warn(trace(error), 'could not read what others wrote; answering from memory');
    });
  };
  return setInterval(refresh, REFRESH_MS);
}

function plannerFor({ model, bot }: Config, clock: Clock, log: Log): Planner | undefined {
  const identity = bot?.type === 'UserAssignedMSI' ? bot.id : null;
  return model ? createPlanner(model, { clock, log, identity }) : undefined;
}

async function importIntoEmpty(ledger: Ledger, config: Config, clock: Clock, log: Log): Promise<void> {
  if (ledger.portfolio() || config.programmeFile === null) return;
  const { programme, reports } = await readProgrammeFile(config.programmeFile);
  const origin = { by: null, at: clock.now().toISOString(), why: null };
  const { revision } = await ledger.importProgramme(programme, reports, origin);
  log.info({ projects: programme.projects.length, reports: reports.length, revision }, 'programme file read');
}

async function reasonNotReady(store: ProgrammeStore, ledger: Ledger): Promise<string | null> {
  try {
    await store.ping();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return 'the store does not answer';
  }
  return ledger.portfolio() ? null : 'no programme has been imported';
}

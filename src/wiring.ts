import { startClock } from './clock.js';
import { readProgrammeFile } from './cli/fault-list.js';
import type { Config } from './config.js';
import { isJob, type Jobs } from './jobs/job.js';
import { createJobs } from './jobs/jobs.js';
import type { Http, HttpOptions } from './http/options.js';
import { createHttp } from './http/server.js';
import { openLedger } from './programme/books/ledger.js';
import { dayOf } from './programme/calendar.js';
import type { Ledger } from './programme/ledger.js';
import { type Log, trace } from './programme/log.js';
import type { Messenger } from './programme/messenger.js';
import { StoreUnavailable, type Clock, type ProgrammeStore } from './programme/store.js';
import { type Telemetry, UNWATCHED } from './programme/telemetry.js';
import { openProgramme } from './publication/open-programme.js';
import { understandingOf } from './questions/understanding/prepared.js';
import { spareMemory } from './spare-memory.js';
import { openStore } from './store/open.js';
import { createPlanner } from './teams/planner/create.js';
import type { Planner } from './teams/planner/planner.js';
import { createTeams, type Teams, type TeamsOptions } from './teams/teams.js';
import { observedStore } from './telemetry/observed-store.js';

/** A running Lotse. */
export interface Lotse {
  /** Where it listens. */
  port: number;
  /** Finishes what is under way, then closes the store. */
  close(): Promise<void>;
}

/** What takes the place of a part; the program itself replaces nothing, tests do. */
export interface Replacements {
  telemetry?: Telemetry;
  clock?: Clock;
  store?: ProgrammeStore;
  teams?: Pick<TeamsOptions, 'routes' | 'overrides' | 'rate' | 'planner'>;
  runJob?: HttpOptions['runJob'];
}

/** The parts, put together; nothing listens or runs by itself yet. */
export interface House {
  clock: Clock;
  store: ProgrammeStore;
  ledger: Ledger;
  messenger: Messenger;
  forgetPerson: Teams['forgetPerson'];
  forgetUnlisted: Teams['forgetUnlisted'];
  jobs: Jobs;
  http: Http;
}

/** Puts the house together. Rejects when the store cannot be had; whoever has the house closes its store. */
export async function buildHouse(config: Config, log: Log, replaced: Replacements = {}): Promise<House> {
  const { telemetry = UNWATCHED, clock = startClock(config.startAt) } = replaced;
  const store = observedStore(replaced.store ?? (await openStore(config, 'writer')), telemetry);
  try {
    const ledger = await openLedger(store, clock);
    const { schedule } = config;
    const shared = { schedule, ledger, store, clock, log, telemetry };
    const speakSoon = (): void => jobs.wake();
    const planner = plannerFor(config, clock, log);
    const publication = config.publicationUrl;
    const teams = createTeams({ bot: config.bot, ...shared, speakSoon, planner, publication, ...replaced.teams });
    const { messenger, forgetPerson, forgetUnlisted } = teams;
    const jobs = createJobs({
      ...shared,
      messenger,
      forgetPerson,
      forgetUnlisted,
      steering: config.steeringConversation,
    });
    const http = createHttp({
      receive: (authorization, body) => teams.receive(authorization, body),
      notReady: () => reasonNotReady(store, ledger),
      runJob: replaced.runJob ?? (async (job, at) => (isJob(job) ? jobs.run(job, at ?? clock.now()) : undefined)),
      openData: () => {
        const portfolio = ledger.portfolio();
        return portfolio && openProgramme(portfolio.programme, dayOf(clock.now(), portfolio.programme.timeZone));
      },
      jobsToken: config.jobsToken,
      local: config.local,
      log,
    });
    return { clock, store, ledger, messenger, forgetPerson, forgetUnlisted, jobs, http };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/**
 * Builds the house, reads the programme file where the store is empty, opens the door and lets the scheduler run. Rejects
 * when the store, the programme file or the port cannot be had.
 */
export async function startLotse(config: Config, log: Log, telemetry: Telemetry = UNWATCHED): Promise<Lotse> {
  const { clock, store, ledger, jobs, http } = await buildHouse(config, log, { telemetry });
  try {
    await importIntoEmpty(ledger, config, clock, log);
    const portfolio = ledger.portfolio();
    if (portfolio) understandingOf(portfolio.programme);
    spareMemory();
    const port = await http.listen(config.port, config.host);
    jobs.start();
    const refreshing = keepFresh(ledger, clock, log, config.refreshSeconds);
    log.info({ host: config.host, port, local: config.local }, 'listening');
    return {
      port,
      async close() {
        await http.close();
        clearInterval(refreshing);
        // Whatever becomes of what is under way, the store must not be left open.
        await jobs.stop().finally(() => store.close());
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function keepFresh(ledger: Ledger, clock: Clock, log: Log, seconds: number): NodeJS.Timeout {
  const refresh = (): void => {
    ledger.refresh(clock.now()).catch((error: unknown) => {
      log.warn(trace(error), 'could not read what others wrote; answering from memory');
    });
  };
  return setInterval(refresh, seconds * 1_000);
}

function plannerFor({ model, bot }: Config, clock: Clock, log: Log): Planner | undefined {
  const identity = bot?.type === 'UserAssignedMSI' ? bot.id : null;
  return model ? createPlanner(model, { clock, log, identity }) : undefined;
}

async function importIntoEmpty(ledger: Ledger, config: Config, clock: Clock, log: Log): Promise<void> {
  if (ledger.portfolio() || config.programmeFile === null) return;
  const { programme, reports, warnings } = await readProgrammeFile(config.programmeFile);
  if (warnings.length > 0)
    log.warn(
      { places: warnings.length },
      'the programme file has doubtful places; `lotse import` with --dry-run names them',
    );
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

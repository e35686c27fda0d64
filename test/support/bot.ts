import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '../../src/config.js';
import { parseProgrammeFile } from '../../src/programme/file/parse.js';
import type { Ledger } from '../../src/programme/ledger.js';
import type { Messenger } from '../../src/programme/messenger.js';
import type { Programme } from '../../src/programme/programme.js';
import type { ProgrammeStore } from '../../src/programme/store.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import type { AdapterOverrides } from '../../src/teams/adapter.js';
import type { Registration } from '../../src/teams/connection.js';
import type { PlannerOptions } from '../../src/teams/planner/create.js';
import type { Planner } from '../../src/teams/planner/planner.js';
import type { TeamsOptions } from '../../src/teams/teams.js';
import { buildHouse } from '../../src/wiring.js';
import { TestClock } from './clock.js';
import { Connector } from './connector.js';
import { TestLog } from './log.js';
import { Person, type PersonOptions } from './person.js';

const DEFAULTS = defaults();
const DEMO = new URL('../../demo/programme-erlangen.json', import.meta.url);

export interface BotOptions {
  /** A programme, or a programme file's path; null: none is loaded. Default: the demo programme. */
  programme?: Programme | string | null;
  now?: string;
  /** Null: local mode. */
  registration?: Registration | null;
  overrides?: AdapterOverrides;
  /** By default as in production: in local mode without end. */
  rate?: TeamsOptions['rate'];
  jobsToken?: string | null;
  /** By default all there are. */
  routes?: TeamsOptions['routes'];
  /** Where the registers are published; by default nowhere. */
  publication?: string;
  /** By default none. */
  planner?: (options: PlannerOptions) => Planner;
  /** By default SQLite in a folder of its own. */
  store?: ProgrammeStore;
  /** STEERING_CONVERSATION */
  steering?: string | null;
  /** By default the real jobs; they run when called, never by themselves. */
  runJob?: (job: string, at: Date | null) => Promise<object | undefined>;
}

/** The whole bot in this process, on a free port and a data folder of its own, with a connector to talk through. */
export interface TestBot {
  url: string;
  connector: Connector;
  store: ProgrammeStore;
  ledger: Ledger;
  messenger: Messenger;
  forgetPerson(id: string): Promise<void>;
  forgetUnlisted(now: Date): Promise<number>;
  clock: TestClock;
  log: TestLog;
  /** Somebody to talk to it; `is` takes directory id and names from a person of the programme. */
  person(options?: PersonOptions & { is?: string }): Person;
  /** Stops serving, as the process does when it is told to end. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export async function startBot(options: BotOptions = {}): Promise<TestBot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lotse-test-'));
  const connector = await Connector.start();
  const clock = new TestClock(options.now ?? '2026-05-18T08:00:00Z');
  const log = new TestLog();
  const bot = options.registration ?? null;
  const store = options.store ?? (await openSqliteStore({ dataDir, mode: 'writer' }));
  const config: Config = {
    ...DEFAULTS,
    local: bot === null,
    port: 0,
    bot,
    programmeFile: null,
    dataDir,
    jobsToken: options.jobsToken ?? null,
    steeringConversation: options.steering ?? null,
    publicationUrl: options.publication ?? null,
  };
  const { routes, overrides, rate, runJob } = options;
  const teams = { routes, overrides, rate, planner: options.planner?.({ clock, log }) };
  const house = await buildHouse(config, log, { clock, store, teams, runJob });
  const { ledger, messenger, forgetPerson, forgetUnlisted, http } = house;
  await load(ledger, options.programme, clock);
  const port = await http.listen(config.port, config.host);
  const url = `http://127.0.0.1:${port}`;
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= http.close());
  return {
    url,
    connector,
    store,
    ledger,
    messenger,
    forgetPerson,
    forgetUnlisted,
    clock,
    log,
    person: ({ is, ...given } = {}) => new Person(url, connector, { ...accountOf(ledger, is), ...given }),
    stop,
    async close() {
      await stop();
      await connector.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function defaults(): Config {
  const read = readConfig({});
  if (!read.ok) throw new Error('an empty environment is local mode');
  return read.config;
}

async function load(ledger: Ledger, given: BotOptions['programme'], clock: TestClock): Promise<void> {
  if (given === null) return;
  const origin = { by: null, at: clock.now().toISOString(), why: null };
  if (typeof given === 'object') {
    await ledger.importProgramme(given, [], origin);
    return;
  }
  const parsed = parseProgrammeFile(await readFile(given ?? DEMO, 'utf8'));
  if (!parsed.ok) throw new Error(`the test's programme file has faults: ${JSON.stringify(parsed.faults)}`);
  await ledger.importProgramme(parsed.programme, parsed.reports, origin);
}

function accountOf(ledger: Ledger, id: string | undefined): PersonOptions {
  if (!id) return {};
  const person = ledger.portfolio()?.programme.people.find((one) => one.id === id);
  if (!person) throw new Error(`the programme has no person ${id}`);
  const { name, aadObjectId, userPrincipalName } = person;
  return { name, aadObjectId, userPrincipalName: userPrincipalName ?? undefined };
}

import { createInterface } from 'node:readline';
import { createJobs } from '../../../src/jobs/jobs.js';
import { openLedger } from '../../../src/programme/books/ledger.js';
import { DEFAULT_SCHEDULE } from '../../../src/programme/schedule.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { createAdapter } from '../../../src/teams/adapter.js';
import { Conversations } from '../../../src/teams/conversations.js';
import { TeamsMessenger } from '../../../src/teams/messenger.js';

/** What the test tells this process: first where to work, then (an empty line) to begin. */
interface Order {
  dataDir: string;
  channel: string;
  now: string;
}
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const line = async () => String((await lines.next()).value);
const say = (words: string) => process.stdout.write(`${words}\n`);
const nothing = () => undefined;

say('booted');
const { dataDir, channel, now } = JSON.parse(await line()) as Order;
const clock = { now: () => new Date(now) };
const log = { error: nothing, warn: nothing, info: nothing, debug: nothing };
const store = await openSqliteStore({ dataDir, mode: 'writer' });
const ledger = await openLedger(store, clock);
// Only what speaks: the rest of the bot would take longer to load than a run takes.
const conversations = new Conversations(store);
const messenger = new TeamsMessenger({ adapter: createAdapter(null), botId: '', conversations, ledger, log });
const shared = { store, ledger, clock, log, schedule: DEFAULT_SCHEDULE, messenger };
// A first run elsewhere, a week before: what is compiled and connected only once would fill most of the time to kill in.
const weekBefore = new Date(clock.now().getTime() - 7 * 86_400_000);
await createJobs({ ...shared, steering: `${channel}-before` }).run('digest', weekBefore);
const jobs = createJobs({ ...shared, steering: channel });
say('ready');
await line();
await jobs.run('digest', clock.now());
say('done');

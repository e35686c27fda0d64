import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startBot, type TestBot } from '../support/bot.js';
import type { Call } from '../support/connector.js';
import type { Activity } from '../support/connector.js';
import { session } from '../support/session.js';

/** Everything people can do with the demo programme, in good and in bad weather: what operators read of it. */
let bot: TestBot;
beforeEach(async () => {
  bot = await startBot({ now: '2026-05-21T08:00:00Z' });
});
afterEach(() => bot.close());

/** What a log must not hold: who people are, and what they write. */
function secrets(sent: Activity[]): Set<string> {
  const { people } = bot.ledger.portfolio()!.programme;
  const accounts = sent.flatMap(({ from }) => [from?.id, from?.name, from?.aadObjectId]);
  const listed = people.flatMap(({ id, name, aadObjectId, userPrincipalName }) => [
    id,
    name,
    aadObjectId,
    userPrincipalName,
  ]);
  const typed = sent.flatMap(({ text, value }) => [text, ...stringsIn(value?.action?.data)]).filter(isLong);
  const conversations = sent.map(({ conversation }) => conversation?.id);
  return new Set([...accounts, ...listed, ...typed, ...conversations].filter(isText));
}
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
/** A word such as “hilfe” may be in a log for reasons of its own. */
const isLong = (value: unknown): boolean => isText(value) && (value.includes(' ') || value.includes('?'));
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}
const speaks = ({ method, body }: Call): boolean => method !== 'GET' && body !== null;

it.each<[string, () => void, string]>([
  ['when all goes well', () => undefined, 'the app was installed'],
  [
    'when the platform takes nothing',
    () => {
      bot.connector.fault = (call) => (speaks(call) ? { status: 500, body: { echo: call.body } } : undefined);
    },
    'a turn failed',
  ],
  [
    'when lines break',
    () => {
      bot.connector.fault = (call) => (speaks(call) ? { cut: true } : undefined);
    },
    'a turn failed',
  ],
  ['when the database is away', () => void bot.store.close(), 'a turn needed the store, which is away'],
])('no log line names anybody or holds what somebody wrote: %s', async (_what, spoil, logged) => {
  const sent = await session(bot);
  const names = [...secrets(sent)];
  expect(names.length).toBeGreaterThan(50);
  spoil();
  for (const activity of sent) {
    await bot.person().post({ ...activity, ...(activity.id ? { id: `${activity.id}-again` } : {}) });
  }
  const lines = JSON.stringify(bot.log.lines);
  expect(lines).toContain(logged);
  expect(names.filter((name) => lines.includes(JSON.stringify(name).slice(1, -1)))).toEqual([]);
});

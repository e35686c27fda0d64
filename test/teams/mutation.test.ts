import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startBot, type TestBot } from '../support/bot.js';
import { mutations } from '../support/mutations.js';
import { inParallel, session } from '../support/session.js';

const SEED = 20260518;
const PER_PLACE = 1;

let bot: TestBot;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(async () => {
  process.on('unhandledRejection', note);
  bot = await startBot();
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await bot.close();
});

it('valid activities, mutated in every field, meet no 5xx, no crash and no bug', async () => {
  const valid = await session(bot);
  const mutated = mutations(valid, { perPlace: PER_PLACE, seed: SEED });
  expect(mutated.length).toBeGreaterThanOrEqual(2_000);
  bot.log.lines.length = 0;

  const statuses = new Map<number, number>();
  const failed: unknown[] = [];
  await inParallel(mutated, 8, async (activity) => {
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    await response.arrayBuffer();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.status >= 500) failed.push(activity);
  });

  expect(failed).toEqual([]);
  expect([...statuses.keys()].filter((status) => ![200, 400, 403].includes(status))).toEqual([]);
  expect(bot.log.at('error')).toEqual([]);
  expect(unhandled).toEqual([]);
  expect((await bot.person().say('Welche Projekte laufen gerade?')).text).toContain('Projekte');
}, 300_000);

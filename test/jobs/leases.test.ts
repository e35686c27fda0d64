import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Deliveries, type PlannedMessage } from '../../src/jobs/delivery.js';
import { LEASE_MS } from '../../src/jobs/outbox-entry.js';
import { isClaim, Outbox } from '../../src/jobs/outbox.js';
import { CHANNEL, startRunning, type Running } from './setup.js';

const WEEK = '2026-W20';
const KEY = `digest:${WEEK}:${CHANNEL}`;
let at: Running;
beforeEach(async () => {
  at = await startRunning({ now: '2026-05-18T10:00:00Z' });
});
afterEach(() => at.bot.close());

/** A replica's book; its clock shows so many minutes more than the time. */
function book(skew: number): Outbox {
  const { clock, store } = at.bot;
  const elapsed = () => clock.now().getTime();
  return new Outbox(store, { now: () => new Date(clock.now().getTime() + skew * 60_000) }, elapsed);
}

describe('a claim', () => {
  test.each([3, 9, -9])('is safe from a replica whose clock is %i minutes off', async (skew) => {
    expect(isClaim(await book(0).claim(WEEK, KEY))).toBe(true);
    expect(isClaim(await book(skew).claim(WEEK, KEY))).toBe(false);
  });

  test.each([0, 3, -9])(
    'of the dead is taken over by who has watched it, with a clock %i minutes off',
    async (skew) => {
      await book(0).claim(WEEK, KEY);
      const other = book(skew);
      await other.claim(WEEK, KEY);
      at.bot.clock.advance(LEASE_MS - 1);
      expect(isClaim(await other.claim(WEEK, KEY))).toBe(false);
      at.bot.clock.advance(1);
      expect(isClaim(await other.claim(WEEK, KEY))).toBe(true);
    },
  );

  test('that is held on to is watched anew', async () => {
    const holder = book(0);
    const claim = await holder.claim(WEEK, KEY);
    const other = book(0);
    await other.claim(WEEK, KEY);
    at.bot.clock.advance(LEASE_MS - 1);
    if (isClaim(claim)) await holder.again(claim);
    at.bot.clock.advance(1);
    expect(isClaim(await other.claim(WEEK, KEY))).toBe(false);
  });
});

test('what somebody is sending keeps the occasion open, so that it goes out should they die', async () => {
  const digests = () => at.bot.connector.chat(CHANNEL).length;
  await at.install(CHANNEL);
  await at.jobs.runDue();
  at.bot.clock.set('2026-05-18T11:00:10Z');
  // A replica claims the digest and is killed before it sends.
  await book(0).claim(WEEK, KEY);
  await at.jobs.runDue();
  expect(digests()).toBe(0);
  at.bot.clock.advance(LEASE_MS);
  await at.jobs.runDue();
  expect(digests()).toBe(1);
});

test('a claim that was lost during a long pause of the platform is not sent on', async () => {
  const { clock, connector, messenger, log } = at.bot;
  await at.install(CHANNEL);
  const message = { summary: 'x', text: 'x', card: null };
  const planned = (key: string, to: PlannedMessage['to']) => ({ key, week: WEEK, to, compose: () => message });
  const replica = (sleep: (ms: number) => Promise<void>) => {
    const ticker = { now: () => clock.now().getTime(), sleep };
    return new Deliveries({ outbox: book(0), messenger, log, ticker, random: () => 0.5 });
  };
  const other = replica(() => Promise.resolve());
  const post = planned(KEY, { conversation: CHANNEL });
  const paused = replica(async (ms) => {
    expect(await other.deliver(post)).toEqual({ outcome: 'skipped', open: true });
    clock.advance(ms);
    expect(await other.deliver(post)).toEqual({ outcome: 'sent' });
  });
  connector.failNext({ status: 429, headers: { 'retry-after': '300' } });
  expect(await paused.deliver(planned('first', { person: 'lead' }))).toMatchObject({ outcome: 'failed', open: true });
  expect(await paused.deliver(post)).toEqual({ outcome: 'skipped', open: true });
  expect(connector.chat(CHANNEL)).toHaveLength(1);
});

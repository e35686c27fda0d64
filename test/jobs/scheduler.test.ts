import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readable } from '../support/seen.js';
import { CHANNEL, startRunning, type Running } from './setup.js';

let at: Running;
const digests = () => at.bot.connector.chat(CHANNEL).length;
const messages = () => at.bot.connector.posted.map(({ conversation }) => conversation);
const tick = async (now: string, jobs = at.jobs) => {
  at.bot.clock.set(now);
  await jobs.runDue();
};

beforeEach(async () => {
  at = await startRunning({ now: '2026-05-19T08:00:00Z' });
  await at.install(CHANNEL);
});
afterEach(() => at.bot.close());

describe('the embedded scheduler', () => {
  test('makes nothing up for the time before it first ran', async () => {
    await tick('2026-05-19T08:00:00Z');
    expect(messages()).toEqual([]);
  });

  test('asks, nudges and posts at their time, each once', async () => {
    await tick('2026-05-19T08:00:00Z');
    await tick('2026-05-21T07:00:10Z');
    await tick('2026-05-21T07:00:40Z');
    expect(messages()).toHaveLength(2);
    await tick('2026-05-22T07:00:10Z');
    expect(messages()).toHaveLength(4);
    await tick('2026-05-26T11:00:10Z');
    await tick('2026-05-26T11:00:40Z');
    expect(digests()).toBe(1);
  });

  test('catches up after a downtime, once, whichever replica', async () => {
    await tick('2026-05-19T08:00:00Z');
    await Promise.all([tick('2026-05-27T07:30:00Z'), tick('2026-05-27T07:30:00Z', at.another())]);
    expect(digests()).toBe(1);
    await tick('2026-05-28T07:30:00Z', at.another());
    expect(digests()).toBe(1);
  });

  test('a request that was made up for is not followed by a nudge on the same day', async () => {
    await tick('2026-05-19T08:00:00Z');
    await tick('2026-05-22T06:00:00Z');
    expect(messages()).toHaveLength(2);
    await tick('2026-05-22T07:00:10Z');
    expect(messages()).toHaveLength(2);
    await tick('2026-05-26T07:00:10Z');
    expect(messages()).toHaveLength(4);
  });

  test('tries again what the platform did not take', async () => {
    await tick('2026-05-19T08:00:00Z');
    at.bot.connector.fault = () => ({ status: 502 });
    await tick('2026-05-26T11:00:10Z');
    expect(digests()).toBe(0);
    at.bot.connector.fault = null;
    await tick('2026-05-26T11:10:00Z');
    expect(digests()).toBe(1);
  });

  test('tells the lead of a decision, once, in words', async () => {
    await tick('2026-05-19T08:00:00Z');
    await at.report({ project: 'akte', week: '2026-W20', decision: { text: 'Weiterbauen?', by: null } });
    const [decision] = at.bot.ledger.portfolio()?.decisions.keys() ?? [];
    const press = {
      type: 'Action.Execute',
      verb: 'decision.decide',
      data: { decision, outcome: 'rejected', comment: 'Zu teuer' },
    };
    await at.bot.person({ is: 'chair' }).press(press);
    at.bot.connector.posted = [];
    await tick('2026-05-19T08:01:00Z');
    await tick('2026-05-19T08:02:00Z', at.another());
    const told = at.bot.connector.posted.map(({ activity }) => readable(activity));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('abgelehnt von Name chair');
    expect(told[0]).toContain('Zu teuer');
    expect(at.bot.connector.posted[0]?.conversation).toBe(at.bot.person({ is: 'lead' }).conversation.id);
  });

  test('does the rest although one thing fails, and that one later', async () => {
    await tick('2026-05-19T08:00:00Z');
    const { store, log } = at.bot;
    const get = store.get.bind(store);
    store.get = (partition, id) => (partition === 'digests' ? Promise.reject(new Error('broken')) : get(partition, id));
    await tick('2026-05-27T07:30:00Z');
    expect(digests()).toBe(0);
    expect(await get('jobs', 'retention:2026-05-27')).toBeDefined();
    expect(log.at('error').map(({ fields }) => fields.what)).toEqual(['digest:2026-W21']);
    store.get = get;
    await tick('2026-05-27T07:31:00Z');
    expect(digests()).toBe(1);
  });

  test('forgets what was sent when its time has passed', async () => {
    await tick('2026-05-19T08:00:00Z');
    await tick('2026-05-26T11:00:10Z');
    expect(await at.bot.store.list('outbox-2026-W21')).not.toEqual([]);
    at.bot.clock.set('2026-08-31T08:00:00Z');
    const { sent } = await at.jobs.run('retention', at.bot.clock.now());
    expect(sent).toBeGreaterThan(0);
    expect(await at.bot.store.list('outbox-2026-W21')).toEqual([]);
    expect(digests()).toBe(1);
  });

  test('starts and stops', async () => {
    at.jobs.start();
    at.jobs.wake();
    await at.jobs.stop();
    await at.jobs.stop();
    expect(at.bot.log.at('error')).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readable } from '../support/seen.js';
import { CHANNEL, MONDAY, OTHER_CHANNEL, startRunning, type Running } from './setup.js';

let at: Running;
const posts = (channel = CHANNEL) => at.bot.connector.chat(channel);
const run = (jobs = at.jobs, instant = MONDAY) => jobs.run('digest', new Date(instant));

beforeEach(async () => {
  at = await startRunning();
  await at.install(CHANNEL);
  await at.report({ project: 'akte', week: '2026-W20', health: 'red', risk: 'Lieferant insolvent' });
});
afterEach(() => at.bot.close());

describe('the digest job', () => {
  test('posts one card to the steering channel', async () => {
    expect(await run()).toEqual({ job: 'digest', week: '2026-W20', planned: 1, sent: 1, skipped: 0, failed: 0 });
    const [post] = posts();
    expect(readable(post?.activity)).toContain('Vorhaben akte');
    expect(readable(post?.activity)).toContain('Lieferant insolvent');
    expect(post?.replyTo).toBeNull();
  });

  test('sends nothing again however often it is called, whatever was reported since', async () => {
    await run();
    await at.report({ project: 'portal', week: '2026-W20', submittedAt: '2026-05-18T11:30:00.000Z' });
    const again = { planned: 1, sent: 0, skipped: 1, failed: 0 };
    expect(await run()).toMatchObject(again);
    expect(await run(at.another(), '2026-05-19T06:00:00Z')).toMatchObject(again);
    expect(posts()).toHaveLength(1);
  });

  test('two replicas at once post once', async () => {
    const results = await Promise.all([run(), run(at.another()), run(at.another())]);
    expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(posts()).toHaveLength(1);
  });

  test('the next week tells what changed since the post, not since the week', async () => {
    await run();
    await at.report({ project: 'akte', week: '2026-W21', health: 'green', summary: 'Gerettet' });
    at.bot.clock.set('2026-05-26T11:00:00Z');
    expect(await run(at.jobs, '2026-05-26T11:00:00Z')).toMatchObject({ week: '2026-W21', sent: 1 });
    expect(readable(posts()[1]?.activity)).toContain('jetzt im Plan, vorher kritisch');
  });

  test('goes to every channel in its own language', async () => {
    await at.install(CHANNEL, OTHER_CHANNEL);
    const office = at.bot.person({
      is: 'office',
      conversation: { id: OTHER_CHANNEL, conversationType: 'channel', tenantId: 't', isGroup: true },
    });
    await office.mention('digest here');
    at.bot.connector.posted = [];
    expect(await run()).toMatchObject({ planned: 2, sent: 2 });
    expect(readable(posts(OTHER_CHANNEL)[0]?.activity)).toContain('Weekly digest');
    expect(readable(posts()[0]?.activity)).toContain('Wochenbericht');
  });

  test.each([429, 502, 503, 504, 412])('a passing fault (%d) is tried again', async (status) => {
    at.bot.connector.failNext(
      { status, headers: { 'retry-after': '7' } },
      2,
      ({ path }) => path[0] === 'conversations',
    );
    expect(await run()).toMatchObject({ sent: 1, failed: 0 });
    expect(posts()).toHaveLength(1);
    expect(at.bot.clock.now().getTime() - Date.parse(MONDAY)).toBeGreaterThanOrEqual(14_000);
  });

  test('a platform that stays away is tried again by a later run', async () => {
    at.bot.connector.fault = () => ({ status: 503 });
    expect(await run()).toMatchObject({ sent: 0, failed: 1 });
    at.bot.connector.fault = null;
    at.bot.clock.advance(120_000);
    expect(await run()).toMatchObject({ sent: 1, failed: 0 });
    expect(posts()).toHaveLength(1);
  });

  test('a channel that is gone is not tried again, and the office is told once', async () => {
    const gone = { status: 404, body: { error: { code: 'ConversationNotFound' } } };
    at.bot.connector.fault = ({ body }) => (body?.channelData?.channel?.id === CHANNEL ? gone : undefined);
    expect(await run()).toMatchObject({ sent: 0, failed: 1 });
    expect(await run()).toMatchObject({ sent: 0, failed: 1 });
    const office = at.bot.connector.posted.filter(({ activity }) => readable(activity).includes('nicht zustellen'));
    expect(office).toHaveLength(1);
    expect(readable(office[0]?.activity)).toContain('Kanal des Lenkungskreises');
    expect(at.bot.connector.calls.filter(({ body }) => body?.channelData?.channel?.id === CHANNEL)).toHaveLength(1);
  });

  test('without a channel nothing is posted and the office learns how to choose one, once', async () => {
    await at.bot.close();
    at = await startRunning({ steering: null });
    await at.install();
    expect(await run()).toMatchObject({ planned: 0, sent: 0 });
    await run();
    expect(at.bot.connector.posted.map(({ activity }) => readable(activity))).toEqual([
      expect.stringContaining('digest hier'),
    ]);
  });
});

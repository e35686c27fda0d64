import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readable } from '../support/seen.js';
import { startRunning, type Running } from './setup.js';

const THURSDAY = '2026-05-21T07:00:00Z';
let at: Running;
const chatOf = (is: string) => at.bot.connector.chat(at.bot.person({ is }).conversation.id);
const run = (job: 'status-requests' | 'reminders', instant: string) => at.jobs.run(job, new Date(instant));

beforeEach(async () => {
  at = await startRunning({ now: THURSDAY });
  await at.install();
});
afterEach(() => at.bot.close());

describe('the status requests', () => {
  test('one card per lead for all projects that are due, once a week', async () => {
    expect(await run('status-requests', THURSDAY)).toEqual({
      job: 'status-requests',
      week: '2026-W21',
      planned: 2,
      sent: 2,
      skipped: 0,
      failed: 0,
    });
    expect(chatOf('lead')).toHaveLength(1);
    const card = readable(chatOf('lead')[0]?.activity);
    expect(card).toContain('Vorhaben akte');
    expect(card).toContain('Vorhaben termin');
    expect(await run('status-requests', THURSDAY)).toMatchObject({ planned: 2, sent: 0, skipped: 2 });
    expect(chatOf('lead')).toHaveLength(1);
  });

  test('to somebody who never wrote a chat is opened', async () => {
    await at.bot.close();
    at = await startRunning({ now: THURSDAY });
    await at.bot.person({ is: 'office' }).install();
    expect(await run('status-requests', THURSDAY)).toMatchObject({ sent: 2 });
    expect(at.bot.connector.created).toHaveLength(2);
  });

  test('somebody who blocked the bot is not tried again, and the office is told once', async () => {
    const lead = at.bot.person({ is: 'lead' }).conversation.id;
    at.bot.connector.calls.length = 0;
    const blocked = { status: 403, body: { error: { code: 'ConversationBlockedByUser' } } };
    at.bot.connector.fault = ({ conversation }) => (conversation === lead ? blocked : undefined);
    expect(await run('status-requests', THURSDAY)).toMatchObject({ planned: 2, sent: 1, failed: 1 });
    await run('reminders', '2026-05-22T07:00:00Z');
    expect(
      at.bot.connector.calls.filter(({ conversation, method }) => conversation === lead && method === 'POST'),
    ).toHaveLength(1);
    const told = chatOf('office').map(({ activity }) => readable(activity));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Name lead: hat Lotse blockiert');
  });

  test('log lines name nobody', async () => {
    await run('status-requests', THURSDAY);
    const lines = JSON.stringify(at.bot.log.lines);
    for (const { name } of at.bot.ledger.portfolio()?.programme.people ?? []) expect(lines).not.toContain(name);
  });
});

describe('the reminders', () => {
  test('nudge those who have not reported, once a round', async () => {
    await run('status-requests', THURSDAY);
    await at.report({ project: 'portal', week: '2026-W21', submittedAt: '2026-05-21T12:00:00.000Z' });
    const friday = '2026-05-22T07:00:00Z';
    expect(await run('reminders', friday)).toMatchObject({ planned: 1, sent: 1 });
    expect(await run('reminders', friday)).toMatchObject({ planned: 1, sent: 0, skipped: 1 });
    expect(chatOf('lead')).toHaveLength(2);
    expect(chatOf('staff')).toHaveLength(1);
  });

  test('speak of one click only where there is a report to repeat', async () => {
    const friday = '2026-05-22T07:00:00Z';
    const texts = async () => {
      expect(await run('reminders', friday)).toMatchObject({ failed: 0 });
      return readable(chatOf('lead').at(-1)?.activity);
    };
    expect(await texts()).not.toContain('genügt ein Klick');
    await at.bot.close();
    at = await startRunning({ now: THURSDAY });
    await at.install();
    await at.report({ project: 'akte', week: '2026-W20', submittedAt: '2026-05-14T12:00:00.000Z' });
    expect(await texts()).toContain('genügt ein Klick');
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CHANNEL, startRunning, type Running } from '../../jobs/setup.js';
import { channelThread } from '../../support/person.js';
import { button, readable } from '../../support/seen.js';

let at: Running;
const chatOf = (is: string) => at.bot.connector.chat(at.bot.person({ is }).conversation.id);
const preview = () => chatOf('office')[0];
const posts = () => at.bot.connector.chat(CHANNEL);
const tick = async (now: string) => {
  at.bot.clock.set(now);
  await at.jobs.runDue();
};
const press = (verb: string, inputs = {}, is = 'office') => {
  const pressed = { ...button(preview()?.activity, 'digest.annotate'), verb };
  return at.bot.person({ is }).press(pressed, inputs, preview()?.id);
};

beforeEach(async () => {
  at = await startRunning({ now: '2026-05-18T09:00:00Z' });
  await at.install(CHANNEL);
  await tick('2026-05-18T09:30:00Z');
  await tick('2026-05-18T10:00:10Z');
});
afterEach(() => at.bot.close());

describe('the preview', () => {
  test('reaches the office an hour before, once, and says what happens', async () => {
    await tick('2026-05-18T10:00:40Z');
    expect(chatOf('office')).toHaveLength(1);
    expect(readable(preview()?.activity)).toContain('Vorschau: Wochenbericht KW 20');
    expect(readable(preview()?.activity)).toContain('Geht am 18.05.2026 um 13:00 Uhr');
    expect(chatOf('chair')).toHaveLength(0);
    await tick('2026-05-18T11:00:10Z');
    expect(posts()).toHaveLength(1);
  });

  test('held, the digest waits; let go, it goes out', async () => {
    expect((await press('digest.hold')).text).toContain('Zurückgehalten');
    await tick('2026-05-18T11:00:10Z');
    expect(posts()).toHaveLength(0);
    expect(await at.jobs.run('digest', at.bot.clock.now())).toMatchObject({ planned: 1, sent: 0, skipped: 1 });
    await press('digest.release');
    await tick('2026-05-18T12:00:00Z');
    expect(posts()).toHaveLength(1);
    expect(await at.jobs.run('digest', at.bot.clock.now())).toMatchObject({ sent: 0, skipped: 1 });
  });

  test('let go after its time, it says that it goes out now', async () => {
    await press('digest.hold');
    await tick('2026-05-18T12:00:10Z');
    const { text } = await press('digest.release');
    expect(text).toContain('Geht jetzt hinaus');
    expect(text).not.toContain('wenn Sie nichts tun');
    await tick('2026-05-18T12:00:40Z');
    expect(posts()).toHaveLength(1);
  });

  test('held where there is no channel, the digests of people’s own wait as well', async () => {
    await at.bot.close();
    at = await startRunning({ now: '2026-05-18T09:00:00Z', steering: null });
    await at.install();
    const staff = at.bot.person({ is: 'staff' });
    await staff.say('digest für mein Amt');
    at.bot.connector.posted = [];
    for (const now of ['2026-05-18T09:30:00Z', '2026-05-18T10:00:10Z']) await tick(now);
    await press('digest.hold');
    await tick('2026-05-18T11:00:10Z');
    expect(chatOf('staff')).toHaveLength(0);
    await press('digest.release');
    await tick('2026-05-18T12:00:00Z');
    expect(chatOf('staff')).toHaveLength(1);
  });

  test('a paragraph of the office stands below the sentence that sums the week up', async () => {
    await press('digest.annotate', { note: 'Bitte *vor* Mittwoch entscheiden' });
    await tick('2026-05-18T11:00:10Z');
    expect(readable(posts()[0]?.activity)).toContain(
      'Anmerkung des Programmbüros: Bitte \\*vor\\* Mittwoch entscheiden',
    );
  });

  test('what went out wrong is corrected in the same post, and stays corrected', async () => {
    await at.report({ project: 'akte', week: '2026-W20', decision: { text: 'Weiterbauen?', by: null } });
    await tick('2026-05-18T11:00:10Z');
    await press('digest.annotate', { note: 'Die Zahl der Schulen war falsch.' });
    expect(posts()).toHaveLength(1);
    expect(posts()[0]?.updates).toBe(1);
    expect(readable(posts()[0]?.activity)).toContain('Die Zahl der Schulen war falsch.');
    const chair = at.bot.person({ is: 'chair', conversation: channelThread(CHANNEL, posts()[0]?.id) });
    await chair.press(button(posts()[0]?.activity, 'decision.decide'), { outcome: 'approved' }, posts()[0]?.id);
    expect(readable(posts()[0]?.activity)).toContain('Die Zahl der Schulen war falsch.');
  });

  test('what the office does to it stands in history once, with who did it', async () => {
    await press('digest.hold', { note: 'Später' });
    await press('digest.hold', { note: 'Später' });
    await press('digest.release');
    const told = at.bot.ledger
      .portfolio()!
      .history.filter(({ type }) => type === 'digest.held' || type === 'digest.annotated');
    expect(told.map(({ type, by, data }) => ({ type, by, ...data }))).toEqual([
      { type: 'digest.held', by: 'office', week: '2026-W20', held: true },
      { type: 'digest.annotated', by: 'office', week: '2026-W20', note: 'Später' },
      { type: 'digest.held', by: 'office', week: '2026-W20', held: false },
    ]);
  });

  test.each(['chair', 'staff'])('is not for others to change: %s', async (is) => {
    for (const verb of ['digest.hold', 'digest.release', 'digest.annotate']) {
      expect((await press(verb, { note: 'Unfug' }, is)).text).toContain('nur das Programmbüro');
    }
    await tick('2026-05-18T11:00:10Z');
    expect(readable(posts()[0]?.activity)).not.toContain('Unfug');
  });

  test('too long a note comes back', async () => {
    const refused = await press('digest.annotate', { note: 'x'.repeat(601) });
    expect(refused.text).toContain('höchstens 600 Zeichen');
    expect(refused.text).toContain('x'.repeat(601));
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { steeringChannels } from '../../../src/digest/steering.js';
import { aProject } from '../../builders.js';
import { CHANNEL, MONDAY, OTHER_CHANNEL, projects, startRunning, type Running } from '../../jobs/setup.js';
import { channelThread, groupChat } from '../../support/person.js';
import { button, buttonsIn, cardsIn, readable } from '../../support/seen.js';

let at: Running;
beforeEach(async () => {
  at = await startRunning({ now: '2026-05-20T08:00:00Z', steering: null });
});
afterEach(() => at.bot.close());

describe('the digest in chat', () => {
  test.each(['digest', 'Digest!', 'Wochenbericht'])('anybody reads it: %s', async (words) => {
    await at.report({ project: 'akte', week: '2026-W20', health: 'red', risk: 'Lieferant insolvent' });
    const { text } = await at.bot.person({ is: 'staff' }).say(words);
    expect(text).toContain('Wochenbericht KW 20');
    expect(text).toContain('Stand: 20.05.2026, 10:00 Uhr');
    expect(text).toContain('Lieferant insolvent');
    expect(text).toContain('Vorhaben portal');
  });

  test('in the language of the reader', async () => {
    const { text } = await at.bot.person({ is: 'staff', locale: 'en-US' }).say('digest');
    expect(text).toContain('Weekly digest, week 20');
  });

  test.each(['weekly report', 'Weekly digest', 'show the weekly report'])('by its English names: %s', async (words) => {
    const { text } = await at.bot.person({ is: 'staff', locale: 'en-US' }).say(words);
    expect(text).toContain('Weekly digest, week 20');
  });

  test('tells what came in since', async () => {
    const staff = at.bot.person({ is: 'staff' });
    await at.report({ project: 'akte', week: '2026-W21', submittedAt: '2026-05-20T07:00:00.000Z', health: 'amber' });
    expect((await staff.say('digest')).text).toContain('⚠️ 1');
  });

  test('only members of the steering group find the form for decisions', async () => {
    await at.report({ project: 'akte', week: '2026-W20', decision: { text: 'Weiterbauen?', by: null } });
    const verbs = async (is: string) => buttonsIn(await at.bot.person({ is }).say('digest')).map(({ verb }) => verb);
    expect(await verbs('chair')).toContain('decision.decide');
    expect(await verbs('staff')).not.toContain('decision.decide');
  });
});

describe('everything of a digest', () => {
  test('page by page', async () => {
    await at.bot.close();
    const many = Array.from({ length: 90 }, (_, index) => aProject({ id: `p${index}` }));
    at = await startRunning({ now: MONDAY, programme: { projects: many }, steering: null });
    const staff = at.bot.person({ is: 'staff' });
    const digest = await staff.say('digest');
    const first = await staff.press(button(digest, 'digest.show'));
    expect(first.text).toContain('Seite 1 von 3');
    expect(first.text).toContain('Berichte fehlen (90)');
    const second = await staff.press(button(first, 'Weiter'), {}, first.messages[0]?.id);
    expect(second.text).toContain('Seite 2 von 3');
    expect(buttonsIn(cardsIn(second.body)).map(({ title }) => title)).toEqual(['Zurück', 'Weiter']);
    const named = [first.text, second.text, (await staff.press(button(second.body, 'Weiter'))).text].join('\n');
    expect(many.every(({ title }) => named.includes(`**${title.de}**`))).toBe(true);
  });

  test('in a channel it follows as a reply in the thread of the digest, which stays as it is', async () => {
    await at.bot.close();
    at = await startRunning();
    await at.install(CHANNEL);
    await at.jobs.run('digest', new Date(MONDAY));
    const [post] = at.bot.connector.chat(CHANNEL);
    const staff = at.bot.person({ is: 'staff', conversation: channelThread(CHANNEL, post?.id) });
    await staff.press(button(post?.activity, 'digest.show'), {}, post?.id);
    expect(post?.updates).toBe(0);
    expect(at.bot.connector.chat(CHANNEL)).toEqual([post]);
    const [reply] = at.bot.connector.chat(staff.conversation.id);
    expect(reply?.replyTo).not.toBeNull();
    expect(readable(reply?.activity)).toContain('vollständig');
  });

  test.each([{}, { week: 'x', at: 'y', page: -4 }, { week: '2026-W20', at: '9999-01-01T00:00:00Z', page: 1e9 }])(
    'bears data nobody gave out: %j',
    async (data) => {
      const pressed = await at.bot.person({ is: 'staff' }).press({ type: 'Action.Execute', verb: 'digest.show', data });
      expect(pressed.status).toBe(200);
      expect(pressed.text).toContain('Wochenbericht KW 20, vollständig');
    },
  );
});

describe('where the digest appears', () => {
  const chosen = async () =>
    (await steeringChannels(at.bot.store, null)).map(({ conversation, lang }) => [conversation, lang]);

  test.each([
    ['digest hier', 'de', 'das nächste Mal am 26.05.2026 um 13:00 Uhr'],
    ['digest here', 'en', 'next on 26 May 2026 at 13:00'],
  ])('the office says "%s" in a channel; on the holiday it waits', async (words, lang, answer) => {
    const office = at.bot.person({ is: 'office', conversation: channelThread(CHANNEL) });
    expect((await office.mention(words)).text).toContain(answer);
    expect(await chosen()).toEqual([[CHANNEL, lang]]);
  });

  test('in several channels and groups, and no longer in one', async () => {
    const group = groupChat();
    await at.bot.person({ is: 'office', conversation: channelThread(CHANNEL) }).mention('digest hier');
    await at.bot.person({ is: 'office', conversation: group }).mention('digest hier');
    const elsewhere = at.bot.person({ is: 'office', conversation: channelThread(OTHER_CHANNEL) });
    await elsewhere.mention('digest hier');
    expect((await elsewhere.mention('digest stopp')).text).toContain('nicht mehr');
    expect((await elsewhere.mention('digest stop')).text).toContain('nicht bestellt');
    expect((await chosen()).map(([conversation]) => conversation).sort()).toEqual([CHANNEL, group.id].sort());
  });

  test.each(['staff', 'chair'])('not by others: %s', async (is) => {
    const { text } = await at.bot.person({ is, conversation: channelThread(CHANNEL) }).mention('digest hier');
    expect(text).toContain('bestimmt das Programmbüro');
    expect(await chosen()).toEqual([]);
  });

  test('not in a personal chat', async () => {
    expect((await at.bot.person({ is: 'office' }).say('digest hier')).text).toContain('@Lotse digest hier');
    expect(await chosen()).toEqual([]);
  });

  test('saying it twice changes nothing', async () => {
    const office = at.bot.person({ is: 'office', conversation: channelThread(CHANNEL) });
    await office.mention('digest hier');
    await office.mention('digest hier');
    expect(await chosen()).toHaveLength(1);
    expect(projects).toHaveLength(3);
    expect(at.bot.ledger.portfolio()!.history.filter(({ type }) => type === 'channel.chosen')).toHaveLength(1);
  });

  test('stands in history with who chose it', async () => {
    const office = at.bot.person({ is: 'office', conversation: channelThread(CHANNEL) });
    for (const words of ['digest hier', 'digest here', 'digest stop', 'digest stop']) await office.mention(words);
    const told = at.bot.ledger.portfolio()!.history.filter(({ type }) => type === 'channel.chosen');
    expect(told.map(({ by, data }) => ({ by, ...data }))).toEqual(
      ['de', 'en', null].map((lang) => ({ by: 'office', conversation: CHANNEL, lang })),
    );
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CHANNEL, MONDAY, startRunning, type Running } from '../../jobs/setup.js';
import { channelThread } from '../../support/person.js';
import { button, readable } from '../../support/seen.js';
import { cardOf, valuesOf } from './status-setup.js';

let at: Running;
const decisions = () => [...(at.bot.ledger.portfolio()?.decisions.values() ?? [])];
const post = () => at.bot.connector.chat(CHANNEL)[0];
const SAID = 'Entscheidung anfragen zu Vorhaben akte: Zweites Los ausschreiben? bis 1.6.';

beforeEach(async () => {
  at = await startRunning({ now: '2026-05-18T08:00:00Z' });
  await at.install(CHANNEL);
});
afterEach(() => at.bot.close());

describe('the office asks the steering group in chat', () => {
  test('on a card filled with what was said; it stands in the digest, is decided there, and both are told', async () => {
    const office = at.bot.person({ is: 'office' });
    const card = await office.say(SAID);
    expect(valuesOf(card)).toEqual({ text: 'Zweites Los ausschreiben?', by: '2026-06-01' });
    expect(decisions()).toEqual([]);
    const done = await office.press(button(cardOf(card), 'decision.request'), valuesOf(card));
    expect(done.text).toContain('Angefragt zu **Vorhaben akte**, bis 01.06.2026: Zweites Los ausschreiben?');
    expect(decisions()).toMatchObject([{ project: 'akte', by: '2026-06-01', askedBy: 'office' }]);

    at.bot.clock.set(MONDAY);
    await at.jobs.run('digest', new Date(MONDAY));
    expect(readable(post()?.activity)).toContain('Zweites Los ausschreiben?');
    const chair = at.bot.person({ is: 'chair', conversation: channelThread(CHANNEL, post()?.id) });
    await chair.press(button(post()?.activity, 'decision.decide'), { outcome: 'approved' }, post()?.id);
    at.bot.connector.posted = [];
    await at.jobs.runDue();
    const told = at.bot.connector.posted.map(({ activity }) => readable(activity));
    expect(told.filter((text) => text.includes('Zweites Los ausschreiben?'))).toHaveLength(2);
  });

  test('comes back with what was typed and a word at the field', async () => {
    const office = at.bot.person({ is: 'office' });
    const card = await office.say('Entscheidung anfragen zu Vorhaben akte');
    const again = await office.press(button(cardOf(card), 'decision.request'), { text: 'Weiter?', by: '2026-05-01' });
    expect(again.text).toContain('schon vorbei');
    expect(valuesOf(again)).toEqual({ text: 'Weiter?', by: '2026-05-01' });
    await office.press(button(cardOf(again), 'decision.request'), { text: 'Weiter?', by: '2026-06-02' });
    expect(decisions()).toMatchObject([{ text: 'Weiter?', by: '2026-06-02' }]);
  });

  test('pressed twice it is one decision', async () => {
    const office = at.bot.person({ is: 'office' });
    const card = await office.say(SAID);
    const press = () => office.press(button(cardOf(card), 'decision.request'), valuesOf(card));
    await Promise.all([press(), press()]);
    expect(decisions()).toHaveLength(1);
  });

  test('takes it back, and the posted digest shows no form any more', async () => {
    const office = at.bot.person({ is: 'office' });
    const card = await office.say(SAID);
    const done = await office.press(button(cardOf(card), 'decision.request'), valuesOf(card));
    at.bot.clock.set(MONDAY);
    await at.jobs.run('digest', new Date(MONDAY));
    await office.press(button(cardOf(done), 'decision.retract'));
    expect(decisions()[0]?.retractedAt).toBe(MONDAY.replace('Z', '.000Z'));
    expect(readable(post()?.activity)).toContain('zurückgezogen');
    expect(() => button(post()?.activity, 'decision.decide')).toThrow();
  });

  test('and the group rules at the same moment: each is told what counts', async () => {
    const office = at.bot.person({ is: 'office' });
    const card = await office.say(SAID);
    const done = await office.press(button(cardOf(card), 'decision.request'), valuesOf(card));
    at.bot.clock.set(MONDAY);
    await at.jobs.run('digest', new Date(MONDAY));
    const chair = at.bot.person({ is: 'chair', conversation: channelThread(CHANNEL, post()?.id) });
    const [ruled, retracted] = await Promise.all([
      chair.press(button(post()?.activity, 'decision.decide'), { outcome: 'approved' }, post()?.id),
      office.press(button(cardOf(done), 'decision.retract')),
    ]);
    const [decision] = decisions();
    const byRuling = decision?.retractedAt === null;
    expect(decision?.rulings).toHaveLength(byRuling ? 1 : 0);
    expect(retracted.text.includes('Darüber ist schon entschieden')).toBe(byRuling);
    expect(ruled.text.includes('die Bitte wurde zurückgezogen')).toBe(!byRuling);
  });

  test('others are told how they can', async () => {
    const lead = at.bot.person({ is: 'lead' });
    expect((await lead.say(SAID)).text).toContain('kann nur das Programmbüro');
    const card = await at.bot.person({ is: 'office' }).say(SAID);
    const refused = await lead.press(button(cardOf(card), 'decision.request'), valuesOf(card));
    expect(refused.text).toContain('Ihr Text: Zweites Los ausschreiben?');
    expect(decisions()).toEqual([]);
  });
});

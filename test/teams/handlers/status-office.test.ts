import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createJobs } from '../../../src/jobs/jobs.js';
import { DEFAULT_SCHEDULE } from '../../../src/programme/schedule.js';
import { button, buttonsIn, readable } from '../../support/seen.js';
import { cardOf, isSaved, startReporting, type Reporting } from './status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
  for (const id of ['one', 'three', 'english', 'stepper', 'office', 'deputy'])
    await at.bot.person({ is: id }).install();
  at.bot.connector.posted = [];
  await at.given({ project: 'a', week: '2026-W21' });
});
afterEach(() => at.bot.close());

/** What the scheduler does when it is woken, and whose chats it wrote to. */
async function runDue(): Promise<string[]> {
  at.bot.connector.posted = [];
  const jobs = createJobs({ ...at.bot, schedule: DEFAULT_SCHEDULE, steering: null });
  await (jobs as unknown as { runDue(): Promise<void> }).runDue();
  return at.bot.connector.posted.map(({ conversation }) => conversation.replace(/^a:chat-29:aad-/, '')).sort();
}

describe('the office', () => {
  it('sees what is missing and reminds everybody with one button, once a day', async () => {
    const office = at.bot.person({ is: 'office' });
    const list = await office.say('fehlende Berichte');
    expect(list.text).toContain('Für KW 21 fehlen 5 Berichte');
    expect(list.text).toContain('Bürgerportal');
    expect(list.text).not.toContain('Glasfasernetz');
    const reminded = await office.press(button(cardOf(list), 'status.remind'));
    expect(reminded.text).toContain('4 Personen werden jetzt erinnert');
    expect(await runDue()).toEqual(['english', 'one', 'stepper', 'three']);
    const toThree = readable(at.bot.connector.posted.filter(({ conversation }) => conversation.includes('three')));
    expect(toThree).toContain('Das Programmbüro bittet um den aktuellen Stand');
    expect(toThree).not.toContain('Glasfasernetz');
    await office.press(button(cardOf(list), 'status.remind'));
    at.bot.clock.advance(3_600_000);
    await office.press(button(cardOf(list), 'status.remind'));
    expect(await runDue()).toEqual([]);
  });

  it('does not remind those the weekly request has asked the same day, and says so', async () => {
    const office = at.bot.person({ is: 'office' });
    const jobs = createJobs({ ...at.bot, schedule: DEFAULT_SCHEDULE, steering: null });
    expect(await jobs.run('status-requests', at.bot.clock.now())).toMatchObject({ sent: 4 });
    const remind = { type: 'Action.Execute', verb: 'status.remind', data: {} };
    expect((await office.press(remind)).text).toContain('0 Personen werden erinnert; alle wurden heute schon gefragt');
    const ask = { type: 'Action.Execute', verb: 'status.ask', data: { project: 'solo' } };
    expect((await office.press(ask)).text).toContain('wurde heute schon gefragt');
    expect(await runDue()).toEqual([]);
    at.bot.clock.advance(24 * 3_600_000);
    expect((await office.press(ask)).text).toContain('wird jetzt um einen Stand zu');
  });

  it('reminds the others when one was asked for an update, whom the next nudge of the day passes over, too', async () => {
    const office = at.bot.person({ is: 'office' });
    at.bot.clock.set('2026-05-22T06:00:00Z');
    await office.press({ type: 'Action.Execute', verb: 'status.ask', data: { project: 'solo' } });
    expect(await runDue()).toEqual(['one']);
    at.bot.clock.set('2026-05-22T07:00:00Z');
    const jobs = createJobs({ ...at.bot, schedule: DEFAULT_SCHEDULE, steering: null });
    expect(await jobs.run('reminders', at.bot.clock.now())).toMatchObject({ sent: 3 });
    const remind = { type: 'Action.Execute', verb: 'status.remind', data: {} };
    expect((await office.press(remind)).text).toContain('alle wurden heute schon gefragt');
  });

  it('does not ask in the morning whom the weekly request will ask later that day', async () => {
    const early = await startReporting('2026-06-11T05:00:00Z');
    try {
      const office = early.bot.person({ is: 'office' });
      const list = await office.say('fehlende Berichte');
      const answers = [
        await office.press(button(cardOf(list), 'status.remind')),
        await office.press({ type: 'Action.Execute', verb: 'status.ask', data: { project: 'solo' } }),
      ];
      for (const { text } of answers) expect(text).toContain('Heute um 09:00 Uhr schreibe ich ohnehin');
      const asked = early.bot.ledger.portfolio()!.history.filter(({ type }) => type === 'update.asked');
      expect(asked).toEqual([]);
    } finally {
      await early.bot.close();
    }
  });

  it('asks for one project, unless it is answered before the message goes out', async () => {
    const office = at.bot.person({ is: 'office' });
    const history = await office.press({ type: 'Action.Execute', verb: 'status.history', data: { project: 'solo' } });
    expect((await office.press(button(cardOf(history), 'status.ask'))).text).toContain('um einen Stand zu');
    at.bot.clock.advance(60_000);
    await at.given({ project: 'solo', week: '2026-W21', submittedAt: at.bot.clock.now().toISOString() });
    expect(await runDue()).toEqual([]);
  });

  it('has a project asked for an update in words, once confirmed', async () => {
    const office = at.bot.person({ is: 'office' });
    const sure = await office.say('frag Terminbuchung nach einem Update');
    expect(sure.text).toContain('jetzt um einen Stand bitten?');
    expect(await runDue()).toEqual([]);
    await office.press(button(cardOf(sure), 'status.ask'));
    expect(await runDue()).toEqual(['three']);
    const again = await office.press(
      button(cardOf(await office.say('ask for an update on Bürgerportal')), 'status.ask'),
    );
    expect(again.text).toMatch(/asked today already|wurde heute schon gefragt/);
    expect((await at.bot.person({ is: 'one' }).say('frag Terminbuchung nach einem Update')).text).not.toContain(
      'bitten?',
    );
  });

  it("reports on a lead's behalf from the list", async () => {
    const office = at.bot.person({ is: 'office' });
    const list = await office.say('missing reports');
    const open = buttonsIn(cardOf(list)).find(({ verb, data }) => verb === 'status.open' && data.project === 'solo')!;
    const saved = await office.press(button(cardOf(await office.press(open)), 'status.submit'), { health: 'green' });
    expect(isSaved(saved)).toBe(true);
    expect(at.theReport('solo')).toMatchObject({ by: 'office', role: 'office' });
  });

  it('is told of projects nobody is there for', async () => {
    await at.bot.person({ is: 'english' }).say('I am away from 20 to 25 May');
    const reminded = await at.bot
      .person({ is: 'office' })
      .press({ type: 'Action.Execute', verb: 'status.remind', data: {} });
    expect(reminded.text).toContain('Niemand ist da für: Vorhaben en');
  });
});

it.each(['status.remind', 'status.ask'])('%s is for the office only', async (verb) => {
  const answer = await at.bot.person({ is: 'one' }).press({ type: 'Action.Execute', verb, data: { project: 'solo' } });
  expect(answer.text).toContain('kann nur das Programmbüro');
  expect(at.portfolio().history.some(({ type }) => type === 'update.asked')).toBe(false);
});

it('"fehlende Berichte" is a question of everybody else', async () => {
  expect(
    buttonsIn(cardOf(await at.bot.person({ is: 'one' }).say('fehlende Berichte'))).map(({ verb }) => verb),
  ).not.toContain('status.remind');
});

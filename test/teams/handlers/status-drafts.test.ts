import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createJobs } from '../../../src/jobs/jobs.js';
import { DEFAULT_SCHEDULE } from '../../../src/programme/schedule.js';
import { DRAFTS } from '../../../src/reporting/draft.js';
import { button, buttonsIn, cardsIn, inputsIn, readable } from '../../support/seen.js';
import { channelThread } from '../../support/person.js';
import { cardOf, startReporting, valuesOf, type Reporting } from './status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

/** Somebody sends a form that is not right yet, and closes Teams. */
async function leave(is = 'one', project = 'solo') {
  const person = at.bot.person({ is });
  const form = await person.press({ type: 'Action.Execute', verb: 'status.open', data: { project } });
  await person.press(button(cardOf(form), 'status.submit'), { health: 'red', nextSteps: 'mühsam getippt' });
}

describe('a draft', () => {
  it('is offered again when the form is opened the next time, and gone when it was sent', async () => {
    await leave();
    at.bot.clock.advance(86_400_000);
    const person = at.bot.person({ is: 'one' });
    const form = await person.say('status');
    expect(form.text).toContain('Ihr Entwurf vom 21.05.2026');
    expect(valuesOf(form)).toMatchObject({ health: 'red', nextSteps: 'mühsam getippt' });
    await person.press(button(cardOf(form), 'status.submit'), { ...valuesOf(form), risk: 'Geld' });
    expect(at.theReport('solo')).toMatchObject({ health: 'red', nextSteps: 'mühsam getippt' });
    expect((await person.say('status')).text).not.toContain('Entwurf');
  });

  it('keeps ticked and moved milestones', async () => {
    const person = at.bot.person({ is: 'stepper' });
    const form = await person.say('status');
    const input = (label: string) => inputsIn(cardOf(form)).find((one) => one.label === label)?.id ?? '';
    const [ticked, moved] = [input('Abnahme erreicht?'), input('Termin für Start')];
    await person.press(button(cardOf(form), 'status.snooze'), {
      ...{ ...valuesOf(form), [ticked]: 'true', [moved]: '2026-10-01' },
    });
    const again = await person.say('status');
    expect(again.text).toContain('Ihr Entwurf vom 21.05.2026');
    expect(valuesOf(again)).toMatchObject({ [ticked]: 'true', [moved]: '2026-10-01' });
    await person.press(button(cardOf(again), 'status.submit'), { ...valuesOf(again), health: 'green' });
    const milestones = at.portfolio().projects.get('steps')?.milestones;
    expect(milestones).toMatchObject([{ done: '2026-05-21' }, { due: '2026-10-01', original: '2026-09-01' }]);
  });

  it('comes with the weekly request and its reminders', async () => {
    await leave('three', 'a');
    const { ledger, store, messenger, clock, log } = at.bot;
    const jobs = createJobs({ ledger, store, messenger, clock, log, schedule: DEFAULT_SCHEDULE, steering: null });
    const three = at.bot.person({ is: 'three' });
    await three.install();
    for (const [job, instant] of [
      ['status-requests', '2026-05-28T07:00:00Z'],
      ['reminders', '2026-05-29T07:00:00Z'],
    ] as const) {
      clock.set(instant);
      at.bot.connector.posted = [];
      await jobs.run(job, new Date(instant));
      const [card] = cardsIn(at.bot.connector.posted.filter((one) => one.conversation === three.conversation.id));
      expect(readable(card)).toContain('Ihr Entwurf vom 21.05.2026');
      expect(inputsIn(card).find(({ id }) => id === 'nextSteps:a')?.value).toBe('mühsam getippt');
      expect(inputsIn(card).find(({ id }) => id === 'nextSteps:b')?.value).toBeUndefined();
    }
  });

  it('can be thrown away', async () => {
    await leave();
    const person = at.bot.person({ is: 'one' });
    const form = await person.press(button(cardOf(await person.say('status')), 'status.discard'));
    expect(valuesOf(form)).toMatchObject({ health: '', nextSteps: '' });
    expect((await person.say('status')).text).not.toContain('Entwurf');
  });

  it('belongs to who typed it, and is not shown in channels', async () => {
    await leave();
    const open = { type: 'Action.Execute', verb: 'status.open', data: { project: 'solo' } };
    expect(valuesOf(await at.bot.person({ is: 'deputy' }).press(open))).toMatchObject({ nextSteps: '' });
    const conversation = channelThread('19:team@thread.tacv2');
    expect(valuesOf(await at.bot.person({ is: 'one', conversation }).mention('status'))).toMatchObject({
      nextSteps: '',
    });
  });

  it('is passed over when somebody has reported since', async () => {
    await leave();
    await at.given({ project: 'solo', week: '2026-W21', summary: 'neu', submittedAt: '2026-05-21T09:00:00Z' });
    expect(valuesOf(await at.bot.person({ is: 'one' }).say('status'))).toMatchObject({ summary: 'neu', nextSteps: '' });
  });

  it('is forgotten after a quarter of a year', async () => {
    await leave();
    const jobs = createJobs({ ...at.bot, schedule: DEFAULT_SCHEDULE, steering: null });
    await jobs.run('retention', new Date('2026-08-10T01:00:00Z'));
    expect(await at.bot.store.list(DRAFTS)).toHaveLength(1);
    await jobs.run('retention', new Date('2026-08-31T01:00:00Z'));
    expect(await at.bot.store.list(DRAFTS)).toHaveLength(0);
  });

  it('is kept by "later", also of one project among several', async () => {
    await at.given({ project: 'a', summary: 'alt' }, { project: 'b', summary: 'alt' });
    const person = at.bot.person({ is: 'three' });
    const form = await person.say('status');
    await person.press(button(cardOf(form), 'status.snooze'), { ...valuesOf(form), 'summary:b': 'angefangen' });
    const again = await person.say('status');
    expect(valuesOf(again)).toMatchObject({ 'summary:a': 'alt', 'summary:b': 'angefangen' });
    expect(buttonsIn(cardOf(again)).map(({ verb }) => verb)).toContain('status.discard');
  });
});

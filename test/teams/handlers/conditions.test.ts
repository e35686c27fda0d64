import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { composeCurrent } from '../../../src/digest/edition.js';
import { DEFAULT_SCHEDULE } from '../../../src/programme/schedule.js';
import { CHANNEL, startRunning, type Running } from '../../jobs/setup.js';
import { button, readable } from '../../support/seen.js';
import { cardOf } from './status-setup.js';

let at: Running;
const portfolio = () => at.bot.ledger.portfolio()!;
const fulfilled = () => portfolio().decisions.get('d')?.rulings.at(-1)?.fulfilled;
const conditionsAt = (instant: string) =>
  composeCurrent(portfolio(), '2026-W21', new Date(instant), DEFAULT_SCHEDULE).conditions;
const sentTo = () => at.bot.connector.posted.map(({ activity }) => readable(activity));

beforeEach(async () => {
  at = await startRunning({ now: '2026-05-18T12:00:00Z' });
  await at.install(CHANNEL);
  const asked = { decision: 'd', project: 'akte', text: 'Zweites Los?', dueBy: '2026-05-20' };
  const ruled = {
    decision: 'd',
    outcome: 'approved' as const,
    comment: '',
    condition: 'Personalrat hören',
    until: '2026-05-25',
  };
  await at.record(
    { id: 'd', type: 'decision.requested', at: '2026-05-11T08:00:00Z', by: 'office', why: null, data: asked },
    { id: 'ruling:d:1', type: 'decision.decided', at: '2026-05-12T08:00:00Z', by: 'chair', why: null, data: ruled },
  );
});
afterEach(() => at.bot.close());

describe('the condition of an approval', () => {
  // Whit Monday is the 25th: the reminder waits for Tuesday, nine in Musterstadt.
  test('is called to mind once on its day, to lead and office, in working hours', async () => {
    for (const instant of ['2026-05-25T08:00:00Z', '2026-05-26T06:59:00Z']) {
      at.bot.clock.set(instant);
      await at.jobs.runDue();
    }
    expect(sentTo().filter((text) => text.includes('Personalrat'))).toEqual([]);
    at.bot.clock.set('2026-05-26T07:00:00Z');
    await at.jobs.runDue();
    await at.another().runDue();
    expect(sentTo().filter((text) => text.includes('Heute ist eine Auflage des Lenkungskreises fällig'))).toHaveLength(
      2,
    );
  });

  test('stays in the digest until it is met, is told once then, and is gone after', async () => {
    expect(conditionsAt('2026-05-18T11:00:00Z')).toMatchObject([{ due: '2026-05-25', overdue: false }]);
    expect(conditionsAt('2026-09-21T11:00:00Z')).toMatchObject([{ overdue: true, fulfilled: false }]);
    at.bot.clock.set('2026-05-26T07:00:00Z');
    const lead = at.bot.person({ is: 'lead' });
    const card = await lead.say('auflagen');
    expect(card.text).toContain('Personalrat hören');
    const done = await lead.press(button(cardOf(card), 'decision.fulfil'));
    expect(done.text).toContain('erfüllt');
    expect(fulfilled()).toEqual({ at: '2026-05-26T07:00:00.000Z', by: 'lead' });
    expect(conditionsAt('2026-05-26T11:00:00Z')).toMatchObject([{ fulfilled: true, overdue: false }]);
    expect(conditionsAt('2026-05-26T06:00:00Z')).toMatchObject([{ fulfilled: false }]);
    const data = { week: '2026-W20', conversation: CHANNEL };
    await at.record({ id: 'posted', type: 'digest.posted', at: '2026-05-26T11:00:00Z', by: null, why: null, data });
    expect(conditionsAt('2026-06-02T11:00:00Z')).toEqual([]);
    expect((await lead.say('conditions')).text).toContain('No condition is open');
  });

  test('is opened again with one click, and two clicks at once are one', async () => {
    const lead = at.bot.person({ is: 'lead' });
    const card = await lead.say('auflagen');
    const press = () => lead.press(button(cardOf(card), 'decision.fulfil'));
    const [done] = await Promise.all([press(), press()]);
    expect(portfolio().history.filter(({ type }) => type === 'condition.fulfilled')).toHaveLength(1);
    await lead.press(button(cardOf(done), 'decision.fulfil'));
    expect(fulfilled()).toBeUndefined();
    await press();
    expect(fulfilled()).toBeDefined();
  });

  test('is reported as met by lead and office only, whatever the card says', async () => {
    const card = await at.bot.person({ is: 'lead' }).say('auflagen');
    const refused = await at.bot.person({ is: 'staff' }).press(button(cardOf(card), 'decision.fulfil'));
    expect(refused.text).toContain('nur Projektleitung');
    expect((await at.bot.person({ is: 'staff' }).say('auflagen')).text).toContain('keine Auflage offen');
    const seen = await at.bot.person({ is: 'chair' }).say('auflagen');
    expect(seen.text).toContain('Personalrat hören');
    expect(() => button(cardOf(seen), 'decision.fulfil')).toThrow();
    expect(fulfilled()).toBeUndefined();
  });

  test('of others are not shown to whoever names their decisions', async () => {
    const asked = { decision: 'd2', project: 'portal', text: 'Ausbau?', dueBy: '2026-05-20' };
    const until = '2026-06-25';
    const ruled = { decision: 'd2', outcome: 'approved' as const, comment: '', condition: 'Vertrag prüfen', until };
    await at.record(
      { id: 'd2', type: 'decision.requested', at: '2026-05-11T08:00:00Z', by: 'office', why: null, data: asked },
      { id: 'ruling:d2:1', type: 'decision.decided', at: '2026-05-12T08:00:00Z', by: 'chair', why: null, data: ruled },
    );
    const decisions = ['d', 'd2'];
    const made = {
      type: 'Action.Execute',
      verb: 'decision.fulfil',
      data: { decision: 'd', fulfilled: true, decisions },
    };
    const seen = await at.bot.person({ is: 'lead' }).press(made);
    expect(seen.text).toContain('Personalrat hören');
    expect(seen.text).not.toContain('Vertrag prüfen');
    const all = await at.bot.person({ is: 'office' }).press({ ...made, data: { ...made.data, fulfilled: false } });
    expect(all.text).toContain('Vertrag prüfen');
  });
});

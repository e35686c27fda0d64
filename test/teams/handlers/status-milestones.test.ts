import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { button, inputsIn } from '../../support/seen.js';
import { cardOf, isSaved, startReporting, valuesOf, type Reporting } from './status-setup.js';
import type { Outcome } from '../../support/person.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

const milestones = () => at.portfolio().projects.get('steps')!.milestones;
/** The id of a milestone's input, found by its label as a person would. */
const input = (form: Outcome, label: string): string =>
  inputsIn(cardOf(form)).find((one) => String(one.label).includes(label))!.id;

describe('the milestones of a report', () => {
  it('can be ticked and moved; the day first planned stays visible', async () => {
    const person = at.bot.person({ is: 'stepper' });
    const form = await person.say('status');
    const saved = await person.press(button(cardOf(form), 'status.submit'), {
      ...valuesOf(form),
      health: 'green',
      [input(form, 'Abnahme erreicht?')]: 'true',
      [input(form, 'Termin für Start')]: '2026-10-01',
    });
    expect(isSaved(saved)).toBe(true);
    expect(saved.text).toContain('Abnahme: erreicht am 21.05.2026');
    expect(saved.text).toContain('Start: jetzt 01.10.2026');
    expect(milestones()).toMatchObject([
      { due: '2026-06-10', done: '2026-05-21' },
      { due: '2026-10-01', original: '2026-09-01', done: null },
    ]);
    const next = await person.say('status');
    expect(next.text).toContain('ursprünglich 01.09.2026, jetzt 01.10.2026');
    expect(next.text).not.toContain('Abnahme erreicht?');
  });

  it('stay as they were when the report is corrected for another reason', async () => {
    const person = at.bot.person({ is: 'stepper' });
    const form = await person.say('status');
    const ticked = { ...valuesOf(form), health: 'green', [input(form, 'Abnahme erreicht?')]: 'true' };
    const saved = await person.press(button(cardOf(form), 'status.submit'), ticked);
    const again = await person.press(button(cardOf(saved), 'status.correct'));
    await person.press(button(cardOf(again), 'status.submit'), { ...valuesOf(again), summary: 'vergessen' });
    expect(at.theReport('steps')).toMatchObject({ summary: 'vergessen' });
    expect(milestones()[0]).toMatchObject({ done: '2026-05-21' });
  });

  it('can be unticked by correcting', async () => {
    const person = at.bot.person({ is: 'stepper' });
    const form = await person.say('status');
    const ticked = { ...valuesOf(form), health: 'green', [input(form, 'Abnahme erreicht?')]: 'true' };
    const saved = await person.press(button(cardOf(form), 'status.submit'), ticked);
    const again = await person.press(button(cardOf(saved), 'status.correct'));
    await person.press(button(cardOf(again), 'status.submit'), {
      ...valuesOf(again),
      [input(again, 'Abnahme erreicht?')]: 'false',
    });
    expect(milestones()[0]).toMatchObject({ done: null });
  });

  it('with a day that does not exist come back as typed', async () => {
    const person = at.bot.person({ is: 'stepper' });
    const form = await person.say('status');
    const due = input(form, 'Termin für Start');
    const again = await person.press(button(cardOf(form), 'status.submit'), {
      ...valuesOf(form),
      health: 'green',
      [due]: '2026-02-30',
    });
    expect(again.text).toContain('Dieses Datum gibt es nicht');
    expect(valuesOf(again)).toMatchObject({ health: 'green', [due]: '2026-02-30' });
    expect(at.theReport('steps')).toBeUndefined();
  });
});

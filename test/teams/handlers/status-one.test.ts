import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { button } from '../../support/seen.js';
import { cardOf, isSaved, startReporting, valuesOf, type Reporting } from './status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

describe('a report on one project', () => {
  it('is saved, and the card turns into what was saved', async () => {
    const person = at.bot.person({ is: 'one' });
    const form = await person.say('status');
    const saved = await person.press(button(cardOf(form), 'status.submit'), {
      health: 'amber',
      progress: '45',
      summary: 'Testsystem **steht**',
      nextSteps: '',
      risk: 'Verzug',
      decision: 'Mehr Geld?',
      decisionBy: '2026-06-15',
    });
    expect(saved.body.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(saved.text).toContain('Gespeichert');
    expect(saved.text).toContain('als Projektleitung');
    expect(saved.text).toContain('Testsystem \\*\\*steht\\*\\*');
    expect(saved.text).toContain('⚠️ gefährdet · 45 %');
    expect(at.theReport('solo')).toMatchObject({
      week: '2026-W21',
      by: 'one',
      role: 'lead',
      health: 'amber',
      progress: 45,
      decision: { text: 'Mehr Geld?', by: '2026-06-15' },
      unchanged: false,
      submittedAt: '2026-05-21T08:00:00.000Z',
    });
    expect([...at.portfolio().decisions.values()]).toEqual([
      expect.objectContaining({ text: 'Mehr Geld?', by: '2026-06-15' }),
    ]);
  });

  it('may be sent by clients that know no Action.Execute', async () => {
    const person = at.bot.person({ is: 'one' });
    const form = await person.say('status');
    const saved = await person.pressFallback(button(cardOf(form), 'status.submit'), { health: 'green' });
    expect(isSaved(saved)).toBe(true);
    expect(at.reportsOf('solo')).toHaveLength(1);
  });

  it('with faults comes back with messages at the fields and everything typed', async () => {
    const person = at.bot.person({ is: 'one' });
    const form = await person.say('status');
    const typed = {
      health: 'red',
      progress: '140',
      summary: '',
      risk: '',
      nextSteps: 'weiter',
      decision: 'Stopp?',
      decisionBy: '',
    };
    const again = await person.press(button(cardOf(form), 'status.submit'), typed);
    expect(again.status).toBe(200);
    for (const words of ['0 und 100 Prozent', 'brauchen einen Grund', 'Bis wann wird', '3 Angaben'])
      expect(again.text).toContain(words);
    expect(valuesOf(again)).toMatchObject({ health: 'red', progress: 140, nextSteps: 'weiter', decision: 'Stopp?' });
    expect(at.reportsOf('solo')).toEqual([]);
    const saved = await person.press(button(cardOf(again), 'status.submit'), {
      ...typed,
      progress: 40,
      risk: 'Pleite',
      decisionBy: '2026-06-01',
    });
    expect(isSaved(saved)).toBe(true);
    expect(at.reportsOf('solo')).toHaveLength(1);
  });

  it.each([
    ['lists', { health: ['green'], summary: [1] }],
    ['objects', { health: { $gt: '' }, risk: { a: 1 } }],
    ['numbers and nulls', { health: 7, progress: null, summary: 12 }],
    ['nothing', {}],
    ['ten thousand characters', { health: 'green', summary: 'x'.repeat(10_000) }],
  ])('of wrong types is refused kindly: %s', async (_, inputs) => {
    const person = at.bot.person({ is: 'one' });
    const form = await person.say('status');
    const answer = await person.press(button(cardOf(form), 'status.submit'), inputs);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Noch nicht gespeichert');
    expect(at.reportsOf('solo')).toEqual([]);
  });

  it('sent twice by the same card is one report; with other contents it replaces the first', async () => {
    const person = at.bot.person({ is: 'one' });
    const send = button(cardOf(await person.say('status')), 'status.submit');
    const [first, second] = await Promise.all([
      person.press(send, { health: 'green' }),
      person.press(send, { health: 'green' }),
    ]);
    expect([first, second].every((one) => isSaved(one!))).toBe(true);
    expect(at.portfolio().reports.get('solo')).toHaveLength(1);
    await person.press(send, { health: 'amber', risk: 'doch nicht' });
    expect(at.portfolio().reports.get('solo')).toHaveLength(2);
    expect(at.reportsOf('solo')).toEqual([expect.objectContaining({ health: 'amber' })]);
  });

  it('of two people at once both end up in history, and the later one hears of the other', async () => {
    const [one, deputy] = [at.bot.person({ is: 'one' }), at.bot.person({ is: 'deputy' })];
    const open = { type: 'Action.Execute', verb: 'status.open', data: { project: 'solo' } };
    const [ours, theirs] = [await one.press(open), await deputy.press(open)];
    await Promise.all([
      one.press(button(cardOf(ours), 'status.submit'), { health: 'green', summary: 'gut' }),
      deputy.press(button(cardOf(theirs), 'status.submit'), { health: 'red', risk: 'schlecht' }),
    ]);
    expect(
      at
        .reportsOf('solo')
        .map(({ by }) => by)
        .sort(),
    ).toEqual(['deputy', 'one']);
    const late = await deputy.press(button(cardOf(await deputy.press(open)), 'status.submit'), {
      health: 'amber',
      risk: 'mittel',
    });
    expect(isSaved(late)).toBe(true);
    const stale = await one.press(button(cardOf(ours), 'status.submit'), { health: 'green', summary: 'wieder gut' });
    expect(stale.text).toContain('hat auch die Stellvertretung berichtet');
  });

  it('"nothing changed" repeats the last report', async () => {
    await at.given({
      project: 'solo',
      health: 'amber',
      progress: 30,
      risk: 'Zeit',
      decision: { text: 'Mehr?', by: '2026-05-19' },
    });
    const person = at.bot.person({ is: 'one' });
    const form = await person.say('status');
    const saved = await person.press(button(cardOf(form), 'status.unchanged'), valuesOf(form));
    expect(saved.text).toContain('unverändert');
    expect(at.theReport('solo')).toMatchObject({
      week: '2026-W21',
      health: 'amber',
      progress: 30,
      risk: 'Zeit',
      unchanged: true,
      by: 'one',
    });
    expect(at.portfolio().decisions.size).toBe(1);
  });

  it('"nothing changed" is understood of reports that were imported with blanks around', async () => {
    await at.given({ project: 'solo', summary: ' aus der Datei\r\nzweite Zeile \n', progress: null });
    const person = at.bot.person({ is: 'one' });
    const form = await person.say('status');
    const typed = { ...valuesOf(form), progress: 'NaN' };
    expect(isSaved(await person.press(button(cardOf(form), 'status.unchanged'), typed))).toBe(true);
  });

  it('"nothing changed" does not drop what was typed without asking', async () => {
    await at.given({ project: 'solo', summary: 'alt' });
    const person = at.bot.person({ is: 'one' });
    const form = await person.say('status');
    const asked = await person.press(button(cardOf(form), 'status.unchanged'), { ...valuesOf(form), summary: 'neu' });
    expect(asked.text).toContain('Trotzdem unverändert');
    expect(valuesOf(asked)).toMatchObject({ summary: 'neu' });
    expect(at.reportsOf('solo')).toHaveLength(1);
    await person.press(button(cardOf(asked), 'status.unchanged'), valuesOf(asked));
    expect(at.theReport('solo')).toMatchObject({ summary: 'alt', unchanged: true });
  });

  it('can be corrected afterwards, the old text stays in history', async () => {
    const person = at.bot.person({ is: 'one' });
    const saved = await person.press(button(cardOf(await person.say('status')), 'status.submit'), {
      health: 'green',
      summary: 'Tippfeler',
    });
    const form = await person.press(button(cardOf(saved), 'status.correct'));
    expect(valuesOf(form)).toMatchObject({ health: 'green', summary: 'Tippfeler' });
    await person.press(button(cardOf(form), 'status.submit'), { ...valuesOf(form), summary: 'Tippfehler' });
    expect(at.reportsOf('solo').map(({ summary }) => summary)).toEqual(['Tippfehler']);
    expect(
      at
        .portfolio()
        .reports.get('solo')!
        .map(({ summary }) => summary),
    ).toEqual(['Tippfeler', 'Tippfehler']);
  });

  it('shows what does not fit together, and saves all the same', async () => {
    await at.given({ project: 'solo', progress: 60 });
    const person = at.bot.person({ is: 'one' });
    const saved = await person.press(button(cardOf(await person.say('status')), 'status.submit'), {
      health: 'green',
      progress: 50,
    });
    expect(saved.text).toContain('von 60 auf 50 Prozent gesunken');
    expect(at.theReport('solo')).toMatchObject({ progress: 50 });
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { channelThread } from '../../support/person.js';
import { button, buttonsIn, inputsIn } from '../../support/seen.js';
import { cardOf, isSaved, startReporting, valuesOf, type Reporting } from './status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

describe('the command status', () => {
  it('opens the form of the only project somebody leads, filled with the last report', async () => {
    await at.given({
      project: 'solo',
      health: 'amber',
      progress: 40,
      summary: 'Läuft **an**',
      risk: 'Zu ${wenig} Zeit',
    });
    const form = await at.bot.person({ is: 'one' }).say('Status');
    expect(valuesOf(form)).toMatchObject({
      health: 'amber',
      progress: 40,
      summary: 'Läuft **an**',
      nextSteps: '',
      risk: 'Zu ${wenig} Zeit',
      decision: '',
      decisionBy: '',
    });
    for (const input of inputsIn(cardOf(form))) expect(input.label).toBeTruthy();
    for (const one of buttonsIn(cardOf(form)).filter(({ type }) => type === 'Action.Execute'))
      expect(one.fallback).toMatchObject({ type: 'Action.Submit', data: { verb: one.verb } });
    expect(buttonsIn(cardOf(form)).map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['status.submit', 'status.unchanged', 'status.snooze']),
    );
  });

  it('offers "nothing changed" only where there is something to repeat', async () => {
    const form = await at.bot.person({ is: 'one' }).say('status');
    expect(buttonsIn(cardOf(form)).map(({ verb }) => verb)).not.toContain('status.unchanged');
  });

  it('holds several projects on one card, their inputs told apart by the project', async () => {
    const form = await at.bot.person({ is: 'three' }).say('status');
    expect(inputsIn(cardOf(form)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['health:a', 'progress:b', 'decisionBy:c']),
    );
    expect(form.text).not.toContain('Vorhaben plan');
  });

  it('is a choice for a deputy of many', async () => {
    const choice = await at.bot.person({ is: 'deputy' }).say('status');
    expect(inputsIn(cardOf(choice))).toEqual([]);
    expect(choice.text).toContain('Zu welchem Projekt');
    expect(buttonsIn(cardOf(choice)).filter(({ verb }) => verb === 'status.open')).toHaveLength(5);
  });

  it.each([
    ['nobody', 'Programmbüro weiter'],
    [undefined, 'kenne Sie in diesem Programm noch nicht'],
  ])('tells %s what to do', async (is, words) => {
    expect((await at.bot.person(is ? { is } : {}).say('status')).text).toContain(words);
  });

  it('is answered in English to those who read English', async () => {
    const form = await at.bot.person({ is: 'english' }).say('status');
    expect(form.text).toContain('What was achieved?');
    expect((await at.bot.person({ is: 'english' }).say('my projects')).text).toContain('My projects');
  });
});

describe('"meine Projekte"', () => {
  it('lists them with health, week and a button each', async () => {
    await at.given({ project: 'b', health: 'red', progress: 10, week: '2026-W19' });
    const list = await at.bot.person({ is: 'three' }).say('Meine Projekte');
    expect(list.text).toMatch(/Bürgerportal\n⛔ kritisch · 10 % · KW 19\nLeitung/);
    expect(list.text).toContain('noch kein Bericht');
    expect(list.text).toContain('Vorhaben plan');
    const form = await at.bot.person({ is: 'three' }).press(button(cardOf(list), 'status.open'));
    expect(inputsIn(cardOf(form)).map(({ id }) => id)).toContain('health');
  });
});

describe('who may report', () => {
  it.each(['one', 'deputy', 'office'])('%s may', async (is) => {
    const person = at.bot.person({ is });
    const form = await person.press({ type: 'Action.Execute', verb: 'status.open', data: { project: 'solo' } });
    expect(isSaved(await person.press(button(cardOf(form), 'status.submit'), { health: 'green' }))).toBe(true);
    expect(at.theReport('solo')).toMatchObject({ by: is, role: is === 'one' ? 'lead' : is });
  });

  it.each(['nobody', 'three'])('%s may not, whatever card they press; what they typed stays', async (is) => {
    const form = await at.bot.person({ is: 'one' }).say('status');
    const answer = await at.bot
      .person({ is })
      .press(button(cardOf(form), 'status.submit'), { health: 'red', risk: 'nur so' });
    expect(answer.text).toContain('dürfen nur die Projektleitung');
    expect(answer.text).toContain('nur so');
    expect(at.reportsOf('solo')).toEqual([]);
  });

  it('in a channel the others are told, and the card stays as it is', async () => {
    const conversation = channelThread('19:team@thread.tacv2');
    const form = await at.bot.person({ is: 'one', conversation }).mention('status');
    const answer = await at.bot
      .person({ is: 'nobody', conversation })
      .press(button(cardOf(form), 'status.submit'), { health: 'red', risk: 'x' });
    expect(answer.body.type).toBe('application/vnd.microsoft.activity.message');
    expect(answer.text).toContain('dürfen nur die Projektleitung');
    const saved = await at.bot
      .person({ is: 'one', conversation })
      .press(button(cardOf(form), 'status.submit'), { health: 'green' });
    expect(isSaved(saved)).toBe(true);
  });

  it('a person named in the card counts for nothing', async () => {
    const form = await at.bot.person({ is: 'one' }).say('status');
    await at.bot.person({ is: 'nobody' }).press(button(cardOf(form), 'status.submit'), {
      health: 'red',
      risk: 'x',
      by: 'one',
      person: 'one',
      role: 'office',
    });
    expect(at.reportsOf('solo')).toEqual([]);
  });
});

describe('cards that no longer fit', () => {
  it.each([
    ['status.open', { project: 'gone' }, 'gibt es im Programm nicht mehr'],
    ['status.submit', { project: 'gone', health: 'red', summary: 'lang getippt' }, 'lang getippt'],
    ['status.submit', { health: 'green' }, 'fehlt eine Angabe'],
    ['status.submit', { project: ['solo'], health: 'green' }, 'fehlt eine Angabe'],
    ['status.submitAll', { projects: 'solo' }, 'fehlt eine Angabe'],
    ['status.submitAll', { projects: ['gone', 'solo'], 'summary:gone': 'lang getippt' }, 'lang getippt'],
    ['status.unchanged', {}, 'fehlt eine Angabe'],
    ['status.unchanged', { project: 'solo' }, 'noch keinen Bericht'],
    ['status.correct', { project: 'solo', report: 'gone' }, 'ersetzt oder zurückgezogen'],
    ['status.snooze', { week: { a: 1 } }, 'erinnere Sie'],
  ])('%s with %j', async (verb, data, words) => {
    const answer = await at.bot.person({ is: 'one' }).press({ type: 'Action.Execute', verb, data });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(words);
    expect(at.reportsOf('solo')).toEqual([]);
  });
});

describe('"later"', () => {
  it('names when the reminder comes and holds it back until then', async () => {
    const person = at.bot.person({ is: 'one' });
    const answer = await person.press(button(cardOf(await person.say('status')), 'status.snooze'));
    expect(answer.text).toContain('am Freitag, 22. Mai, um 9:00 Uhr');
    const stopped = await person.press(buttonsIn(cardOf(answer)).find(({ data }) => data.stop)!);
    expect(stopped.text).toContain('Für diese Woche erinnere ich Sie nicht mehr');
    expect(at.portfolio().history.filter(({ type }) => type === 'reminders.snoozed')).toHaveLength(2);
  });
});

describe('the week a report counts for', () => {
  it.each([
    ['on Thursday', '2026-05-28T08:00:00Z', [], '2026-W22'],
    ['on Monday before the digest', '2026-06-01T08:00:00Z', [], '2026-W22'],
    [
      'on Monday before the digest, when the last week is reported already',
      '2026-06-01T08:00:00Z',
      ['2026-W22'],
      '2026-W23',
    ],
    ['on Monday after the digest', '2026-06-01T12:00:00Z', [], '2026-W23'],
  ])('%s', async (_, now, reported, week) => {
    at.bot.clock.set(now);
    await at.given(...reported.map((one) => ({ project: 'solo', week: one })));
    const person = at.bot.person({ is: 'one' });
    await person.press(button(cardOf(await person.say('status')), 'status.submit'), {
      health: 'green',
      summary: 'frisch',
    });
    expect(at.theReport('solo')).toMatchObject({ week, summary: 'frisch' });
  });
});

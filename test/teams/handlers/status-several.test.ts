import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { button, buttonsIn } from '../../support/seen.js';
import { cardOf, isSaved, startReporting, valuesOf, type Reporting } from './status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

describe('a card with several projects', () => {
  const filled = { week: '2026-W20', summary: 'wie immer', progress: 10 };
  beforeEach(() => at.given({ project: 'a', ...filled }, { project: 'b', ...filled }, { project: 'c', ...filled }));

  it('without changes is done with one click', async () => {
    const person = at.bot.person({ is: 'three' });
    const form = await person.say('status');
    const unchanged = buttonsIn(cardOf(form)).find(({ title }) => title === 'Alles unverändert')!;
    const saved = await person.press(unchanged, valuesOf(form));
    expect(isSaved(saved)).toBe(true);
    for (const id of ['a', 'b', 'c']) expect(at.theReport(id)).toMatchObject({ week: '2026-W21', unchanged: true });
  });

  it('with one change is done on the same card', async () => {
    const person = at.bot.person({ is: 'three' });
    const form = await person.say('status');
    await person.press(button(cardOf(form), 'status.submitAll'), {
      ...valuesOf(form),
      'health:b': 'red',
      'risk:b': 'brennt',
    });
    expect(at.theReport('b')).toMatchObject({ health: 'red', risk: 'brennt', unchanged: false });
    for (const id of ['a', 'c']) expect(at.theReport(id)).toMatchObject({ week: '2026-W21', unchanged: true });
  });

  it('wants a reason of its own where one gets worse with the texts of last time, and loses nothing', async () => {
    const person = at.bot.person({ is: 'three' });
    const form = await person.say('status');
    const worse = { ...valuesOf(form), 'health:b': 'red', 'nextSteps:b': 'reden' };
    const again = await person.press(button(cardOf(form), 'status.submitAll'), worse);
    expect(again.text).toContain('steht noch der Text vom letzten Mal');
    expect(at.theReport('b')).toMatchObject({ week: '2026-W20' });
    expect(valuesOf(again)).toMatchObject({ 'health:b': 'red', 'nextSteps:b': 'reden', 'summary:b': 'wie immer' });
    const given = { ...valuesOf(again), 'risk:b': 'brennt' };
    expect(isSaved(await person.press(button(cardOf(again), 'status.submitAll'), given))).toBe(true);
    expect(at.theReport('b')).toMatchObject({ health: 'red', risk: 'brennt' });
  });

  it('sends only what was filled in', async () => {
    const person = at.bot.person({ is: 'three' });
    const form = await person.say('status');
    const again = await person.press(button(cardOf(form), 'status.submitAll'), {
      'health:b': 'green',
      'summary:b': 'neu',
    });
    expect(at.theReport('b')).toMatchObject({ week: '2026-W21', summary: 'neu' });
    expect(at.theReport('a')).toMatchObject({ week: '2026-W20' });
    expect(again.text).toContain('2 Projekte sind noch offen');
    expect(again.text).toContain('Für KW 21 gemeldet');
  });

  it('saves what is right and keeps what is not, as it was typed', async () => {
    const person = at.bot.person({ is: 'three' });
    const form = await person.say('status');
    const again = await person.press(button(cardOf(form), 'status.submitAll'), {
      ...valuesOf(form),
      'health:c': 'red',
      'summary:c': '',
      'nextSteps:c': 'reden',
    });
    expect(again.text).toContain('2 Berichte sind gespeichert');
    expect(again.text).toContain('brauchen einen Grund');
    expect(valuesOf(again)).toMatchObject({ 'health:c': 'red', 'nextSteps:c': 'reden' });
    const saved = await person.press(button(cardOf(again), 'status.submitAll'), {
      ...valuesOf(again),
      'risk:c': 'Zeit',
    });
    expect(isSaved(saved)).toBe(true);
    for (const id of ['a', 'b', 'c']) expect(at.portfolio().reports.get(id)).toHaveLength(2);
  });

  it('one project done alone leaves the others as they were typed', async () => {
    const person = at.bot.person({ is: 'three' });
    const form = await person.say('status');
    const unchangedA = buttonsIn(cardOf(form)).find(
      ({ verb, data }) => verb === 'status.unchanged' && data.project === 'a',
    )!;
    const again = await person.press(unchangedA, { ...valuesOf(form), 'summary:b': 'angefangen' });
    expect(at.theReport('a')).toMatchObject({ unchanged: true, week: '2026-W21' });
    expect(valuesOf(again)).toMatchObject({ 'summary:b': 'angefangen' });
    expect(at.reportsOf('b')).toHaveLength(1);
  });

  it("does not overwrite what a deputy reported meanwhile with last week's values", async () => {
    const person = at.bot.person({ is: 'three' });
    const form = await person.say('status');
    await at.given({
      project: 'a',
      week: '2026-W21',
      health: 'red',
      risk: 'neu',
      by: 'deputy',
      role: 'deputy',
      submittedAt: '2026-05-21T08:05:00Z',
    });
    await person.press(button(cardOf(form), 'status.submitAll'), valuesOf(form));
    expect(at.theReport('a')).toMatchObject({ health: 'red', by: 'deputy' });
    expect(at.theReport('b')).toMatchObject({ week: '2026-W21', unchanged: true });
  });

  it('tells when nothing is filled in', async () => {
    const person = at.bot.person({ is: 'three' });
    const form = await person.say('status');
    expect((await person.press(button(cardOf(form), 'status.submitAll'))).text).toContain('noch nichts ausgefüllt');
  });
});

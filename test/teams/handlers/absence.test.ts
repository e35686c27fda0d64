import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dueRequests } from '../../../src/reporting/requests.js';
import { button } from '../../support/seen.js';
import { cardOf, isSaved, startReporting, valuesOf, type Reporting } from './status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

const asked = (instant: string) =>
  dueRequests(at.portfolio(), new Date(instant)).messages.map(({ person, projects }) => [
    person,
    projects.map(({ project }) => project),
  ]);
const THURSDAY_IN_AUGUST = '2026-08-06T07:00:00Z';

describe('an absence', () => {
  it('told in chat sends the requests to the deputy meanwhile', async () => {
    const answer = await at.bot.person({ is: 'one' }).say('bin vom 3. bis 14. August weg');
    expect(answer.text).toContain('vom 03.08.2026 bis 14.08.2026 abwesend');
    expect(answer.text).toContain('Name deputy wird in dieser Zeit nach dem Stand gefragt: Ein \\*Vorhaben\\*');
    expect(asked(THURSDAY_IN_AUGUST)).toContainEqual(['deputy', ['solo']]);
    expect(asked('2026-08-20T07:00:00Z')).toContainEqual(['one', ['solo']]);
  });

  it('may name who stands in, who may then report as deputy', async () => {
    await at.bot.person({ is: 'one' }).say('bin vom 20. Mai bis 22. Mai weg, Vertretung nobody');
    expect(asked('2026-05-21T07:00:00Z')).toContainEqual(['nobody', ['solo']]);
    const person = at.bot.person({ is: 'nobody' });
    const form = await person.say('status');
    const saved = await person.press(button(cardOf(form), 'status.submit'), { health: 'green' });
    expect(isSaved(saved)).toBe(true);
    expect(at.theReport('solo')).toMatchObject({ by: 'nobody', role: 'deputy' });
    at.bot.clock.set('2026-05-27T08:00:00Z');
    expect((await person.say('status')).text).toContain('zurzeit kein Projekt');
  });

  it('can be taken back, and told again', async () => {
    const person = at.bot.person({ is: 'one' });
    const answer = await person.say('bin vom 3. bis 14. August weg');
    const undone = await person.press(button(cardOf(answer), 'absence.cancel'));
    expect(undone.text).toContain('gestrichen');
    expect(asked(THURSDAY_IN_AUGUST)).toContainEqual(['one', ['solo']]);
    await person.say('bin vom 3. bis 14. August weg');
    expect(asked(THURSDAY_IN_AUGUST)).toContainEqual(['deputy', ['solo']]);
    expect((await person.say('Abwesenheiten')).text).toContain('03.08.2026');
  });

  it('cannot be taken back by others', async () => {
    const answer = await at.bot.person({ is: 'one' }).say('bin vom 3. bis 14. August weg');
    const refused = await at.bot.person({ is: 'three' }).press(button(cardOf(answer), 'absence.cancel'));
    expect(refused.text).toContain('nur die Person selbst oder das Programmbüro');
    expect(asked(THURSDAY_IN_AUGUST)).toContainEqual(['deputy', ['solo']]);
  });

  it('of others is entered by the office only', async () => {
    await at.bot.person({ is: 'nobody' }).say('Name one ist vom 3. bis 14. August krank');
    expect(asked(THURSDAY_IN_AUGUST)).toContainEqual(['one', ['solo']]);
    const answer = await at.bot
      .person({ is: 'office' })
      .say('Name one ist vom 3. bis 14. August krank, Vertretung nobody');
    expect(answer.text).toContain('Name one ist vom 03.08.2026');
    expect(asked(THURSDAY_IN_AUGUST)).toContainEqual(['nobody', ['solo']]);
  });

  it.each([
    ['bin vom 3. bis 14. August weg, Vertretung Rumpelstilzchen', 'kenne ich im Programm nicht'],
    ['bin vom 3. bis 14. August weg, Vertretung Name', 'Wen meinen Sie'],
    ['bin vom 3. bis 14. August weg, Vertretung one', 'selbst können sich nicht vertreten'],
    ['bin krank', 'Von wann bis wann'],
    ['bin ab Montag weg', 'Bis wann'],
  ])('%s: %s', async (text, words) => {
    expect((await at.bot.person({ is: 'one' }).say(text)).text).toContain(words);
    expect(at.portfolio().history.some(({ type }) => type === 'absence.entered')).toBe(false);
  });

  it('without anybody to stand in asks for somebody', async () => {
    expect((await at.bot.person({ is: 'english' }).say('I am away from 3 to 14 August')).text).toContain(
      'Nobody is there for: Project en',
    );
  });
});

describe('a status told in chat', () => {
  it('becomes a filled form to confirm', async () => {
    const person = at.bot.person({ is: 'three' });
    const form = await person.say('Bürgerportal: gelb, Lieferant in Verzug, nächste Woche Testsystem');
    expect(form.text).toContain('So habe ich Sie verstanden');
    expect(valuesOf(form)).toMatchObject({
      health: 'amber',
      risk: 'Lieferant in Verzug',
      nextSteps: 'Nächste Woche Testsystem',
    });
    expect(at.theReport('b')).toBeUndefined();
    await person.press(button(cardOf(form), 'status.submit'), valuesOf(form));
    expect(at.theReport('b')).toMatchObject({ health: 'amber', risk: 'Lieferant in Verzug' });
  });

  it("is refused for other people's projects", async () => {
    expect((await at.bot.person({ is: 'one' }).say('Bürgerportal: rot, alles brennt')).text).toContain('dürfen nur');
  });

  it('"status" with a name opens the form for those who may report, and is a question of others', async () => {
    expect(valuesOf(await at.bot.person({ is: 'three' }).say('status Bürgerportal'))).toHaveProperty('health');
    expect(valuesOf(await at.bot.person({ is: 'nobody' }).say('status Bürgerportal'))).not.toHaveProperty('health');
  });
});

import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { aPerson, aProgramme, aProject } from '../../builders.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { buttonsIn } from '../../support/seen.js';
import { cardOf } from './status-setup.js';

const lead = { person: 'lead', deputies: [] };
const programme = aProgramme({
  people: [
    aPerson({ id: 'office', aadObjectId: 'aad-office', roles: ['office'] }),
    aPerson({ id: 'lead', aadObjectId: 'aad-lead' }),
    aPerson({ id: 'staff', aadObjectId: 'aad-staff' }),
  ],
  projects: [
    aProject({ id: 'build', title: { de: 'E-Akte Bauaufsicht' }, lead: { person: 'office', deputies: [] } }),
    aProject({ id: 'care', title: { de: 'E-Akte Jugendhilfe' }, lead }),
    aProject({ id: 'other', title: { de: 'Glasfasernetz' }, lead }),
  ],
});

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot({ programme, now: '2026-05-21T08:00:00Z' });
});
afterEach(() => bot.close());

it.each([
  ['E-Akte nur noch alle zwei Wochen fragen', 'Soll künftig **alle zwei Wochen** nach dem Stand von **E-Akte Jugend'],
  ['pausiere E-Akte bis 1.9.', 'E-Akte Jugendhilfe'],
  ['setze E-Akte fort', 'E-Akte Jugendhilfe'],
  ['status E-Akte', 'E-Akte Jugendhilfe'],
])('"%s" asks which project is meant and carries on with it', async (said, then) => {
  const office = bot.person({ is: 'office' });
  const which = await office.say(said);
  expect(which.text).toContain('Welches Projekt meinen Sie');
  const choices = buttonsIn(cardOf(which));
  expect(choices.map(({ title }) => title)).toEqual(['E-Akte Bauaufsicht', 'E-Akte Jugendhilfe']);
  expect(choices.every(({ verb }) => /^status\.(arrangeFor|open)$/.test(verb ?? ''))).toBe(true);
  const carried = await office.press(choices[1]!);
  expect(carried.text).toContain(then);
  expect(carried.text).not.toContain('Bauaufsicht');
});

it('a pause keeps its day, and what is pressed stands under the rules of who presses', async () => {
  const which = await bot.person({ is: 'office' }).say('pausiere E-Akte bis 1.9.');
  const choice = buttonsIn(cardOf(which))[1]!;
  expect((await bot.person({ is: 'office' }).press(choice)).text).toContain('01.09.2026');
  const refused = await bot.person({ is: 'staff' }).press(choice);
  expect(buttonsIn(refused.messages).map(({ verb }) => verb)).not.toContain('status.arrange');
});

it('of several the one project of the lead is meant', async () => {
  const card = await bot.person({ is: 'lead' }).say('pausiere E-Akte bis 1.9.');
  expect(card.text).toContain('E-Akte Jugendhilfe');
  expect(card.text).not.toContain('Welches Projekt');
});

it.each(['pausiere Bauaufsicht', 'status Bauaufsicht', 'Bauaufsicht: gelb, Lieferant in Verzug'])(
  '"%s": one word of a title names the project',
  async (said) => {
    const card = await bot.person({ is: 'office' }).say(said);
    const verbs = buttonsIn(cardOf(card)).map(({ verb }) => verb);
    expect(card.text).toContain('E-Akte Bauaufsicht');
    expect(verbs.some((verb) => verb === 'status.arrange' || verb === 'status.submit')).toBe(true);
  },
);

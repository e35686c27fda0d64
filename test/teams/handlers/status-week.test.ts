import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { button } from '../../support/seen.js';
import { cardOf, startReporting } from './status-setup.js';

let at: Awaited<ReturnType<typeof startReporting>>;
// Thursday of week 21.
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

describe('a week said with the project', () => {
  it.each(['status Glasfasernetz KW 19', 'status Glasfasernetz week 19', 'Status zu Glasfasernetz in KW 19/2026'])(
    'opens the form for it: %s',
    async (words) => {
      const three = at.bot.person({ is: 'three' });
      const form = await three.say(words);
      expect(form.text).toContain('Sie tragen den Bericht für Kalenderwoche 19 nach');
      await three.press(button(cardOf(form), 'status.submit'), { health: 'green' });
      expect(at.theReport('a')).toMatchObject({ week: '2026-W19' });
    },
  );

  it.each(['status Glasfasernetz letzte Woche', 'status Glasfasernetz last week'])('%s', async (words) => {
    expect((await at.bot.person({ is: 'three' }).say(words)).text).toContain('für Kalenderwoche 20 nach');
  });

  it.each([
    ['status Glasfasernetz KW 23', 'hat noch nicht begonnen'],
    ['status Glasfasernetz KW 12', 'liegt zu weit zurück'],
    ['status Glasfasernetz KW 51', 'liegt zu weit zurück'],
  ])('is refused with the weeks there are: %s', async (words, why) => {
    const { text } = await at.bot.person({ is: 'three' }).say(words);
    expect(text).toContain(why);
    expect(text).toContain('17 bis 21');
  });

  it('is nothing special when it is this one', async () => {
    const { text } = await at.bot.person({ is: 'three' }).say('status Glasfasernetz KW 21');
    expect(text).toContain('Kalenderwoche 21');
    expect(text).not.toContain('tragen den Bericht');
  });
});

it('the office that reports for a lead in the usual week adds nothing afterwards', async () => {
  const office = at.bot.person({ is: 'office' });
  const form = await office.press(button(cardOf(await office.say('fehlende Berichte')), 'status.open'));
  expect(form.text).toContain('Sie melden für die Projektleitung. Kalenderwoche 21');
  expect(form.text).not.toContain('tragen den Bericht');
  const saved = await office.press(button(cardOf(form), 'status.submit'), { health: 'green' });
  expect(saved.text).toContain('vom Programmbüro gemeldet');
});

import type { Locator } from 'playwright-core';
import { demoSession } from './session.js';

const session = demoSession('each');
/** What the person did: clicks, and fields they wrote into. */
let clicks: string[] = [];
beforeEach(() => {
  clicks = [];
});

async function press(card: Locator, name: string): Promise<void> {
  clicks.push(name);
  await card.getByRole('button', { name, exact: true }).first().click();
}
const forms = () => session.client.cards.filter({ hasText: 'Ihr Wochenstatus' });
/** The card that says what has been saved, which names all three projects. */
async function savedAll(): Promise<string> {
  const saved = await session.client.card('Gespeichert');
  const text = await saved.innerText();
  expect(text).toMatch(/KI-Chatbot[^]*Mobile Arbeitsplätze[^]*Glasfaseranbindung/);
  await expect(forms().count()).resolves.toBe(0);
  return text;
}

describe('a lead with three projects', () => {
  it('is done with two clicks where nothing has changed', async () => {
    await press(await session.client.card('ich bin Lotse'), 'Status melden');
    await press(await session.client.card('Ihr Wochenstatus'), 'Alles unverändert');
    await savedAll();
    expect(clicks).toEqual(['Status melden', 'Alles unverändert']);
  }, 120_000);

  it('is done in one card where one thing has changed', async () => {
    await press(await session.client.card('ich bin Lotse'), 'Status melden');
    const form = await session.client.card('Ihr Wochenstatus');
    await press(form, 'Ändern');
    await form.getByLabel('Was wurde erreicht?').first().fill('Die Probe am Bürgertelefon läuft.');
    await press(form, 'Alle senden');
    await savedAll();
    // The same card became what was saved; no other was needed.
    await expect(session.client.cards.count()).resolves.toBe(2);
    expect(clicks).toEqual(['Status melden', 'Ändern', 'Alle senden']);
    await session.client.say('KI-Chatbot für erlangen.de');
    await session.client.card('Die Probe am Bürgertelefon läuft.');
  }, 120_000);
});

import type { Locator } from 'playwright-core';
import { Client } from './client.js';
import { startDemo, type Demo } from './demo.js';

let demo: Demo;
let client: Client;
/** What the person did: clicks, and fields they wrote into. */
let clicks: string[] = [];
beforeEach(async () => {
  demo = await startDemo('2026-05-20T10:00:00+02:00');
  client = await Client.open(demo);
  clicks = [];
}, 180_000);
afterEach(async () => {
  await client?.close();
  await demo?.stop();
});

async function press(card: Locator, name: string): Promise<void> {
  clicks.push(name);
  await card.getByRole('button', { name, exact: true }).first().click();
}
const forms = () => client.cards.filter({ hasText: 'Ihr Wochenstatus' });
/** The card that says what has been saved, which names all three projects. */
async function savedAll(): Promise<string> {
  const saved = await client.card('Gespeichert');
  const text = await saved.innerText();
  expect(text).toMatch(/KI-Chatbot[^]*Mobile Arbeitsplätze[^]*Glasfaseranbindung/);
  await expect(forms().count()).resolves.toBe(0);
  return text;
}

describe('a lead with three projects', () => {
  it('is done with two clicks where nothing has changed', async () => {
    await press(await client.card('ich bin Lotse'), 'Status melden');
    await press(await client.card('Ihr Wochenstatus'), 'Alles unverändert');
    await savedAll();
    expect(clicks).toEqual(['Status melden', 'Alles unverändert']);
  }, 120_000);

  it('is done in one card where one thing has changed', async () => {
    await press(await client.card('ich bin Lotse'), 'Status melden');
    const form = await client.card('Ihr Wochenstatus');
    await press(form, 'Ändern');
    await form.getByLabel('Was wurde erreicht?').first().fill('Die Probe am Bürgertelefon läuft.');
    await press(form, 'Alle senden');
    await savedAll();
    // The same card became what was saved; no other was needed.
    await expect(client.cards.count()).resolves.toBe(2);
    expect(clicks).toEqual(['Status melden', 'Ändern', 'Alle senden']);
    await client.say('KI-Chatbot für erlangen.de');
    await client.card('Die Probe am Bürgertelefon läuft.');
  }, 120_000);
});

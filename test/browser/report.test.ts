import { demoSession } from './session.js';

const SUMMARY = 'Der Wortschatz ist erweitert; die Probe am Bürgertelefon *läuft*.';
const session = demoSession();

describe('reporting', () => {
  it('offers the form for all own projects from the welcome, filled with the last reports', async () => {
    const welcome = await session.client.card('ich bin Lotse');
    await welcome.getByRole('button', { name: 'Status melden' }).click();
    const form = await session.client.card('Ihr Wochenstatus');
    await expect(form.innerText()).resolves.toMatch(/KI-Chatbot[^]*Mobile Arbeitsplätze[^]*Glasfaseranbindung/);
    await form.getByRole('button', { name: 'Ändern' }).first().click();
    await expect(form.getByLabel('Fortschritt in Prozent').first().inputValue()).resolves.toMatch(/^\d+$/);
    await session.client.pictureOf(form, '5-status-form');
  }, 60_000);

  it('turns the card into what was saved', async () => {
    const form = await session.client.card('Ihr Wochenstatus');
    await form
      .getByLabel(/gefährdet/)
      .first()
      .check();
    await form.getByLabel('Fortschritt in Prozent').first().fill('70');
    await form.getByLabel('Was wurde erreicht?').first().fill(SUMMARY);
    await form.getByRole('button', { name: 'Alle senden' }).click();
    const saved = await session.client.card('Gespeichert');
    await expect(saved.innerText()).resolves.toMatch(/KI-Chatbot[^]*gefährdet[^]*70 %/);
    await expect(session.client.cards.filter({ hasText: 'Ihr Wochenstatus' }).count()).resolves.toBe(0);
    await session.client.pictureOf(saved, '6-saved');
  }, 60_000);

  it('is what everybody reads from then on', async () => {
    await session.client.say('KI-Chatbot für erlangen.de');
    const details = await session.client.card('Der Wortschatz ist erweitert');
    const text = await details.innerText();
    expect(text).toContain(SUMMARY);
    expect(text).toContain('70 %');
    await session.client.pictureOf(details, '7-reported');
  }, 60_000);

  it('is reached for a single project from its card', async () => {
    const details = await session.client.card('Der Wortschatz ist erweitert');
    await details.getByRole('button', { name: 'Status melden' }).click();
    const form = session.client.cards.filter({ has: session.client.page.getByLabel('Was wurde erreicht?') }).last();
    await form.waitFor();
    await form.getByLabel(/kritisch/).check();
    await form.getByLabel(/Risiko/).fill('Der Anbieter hat den Betrieb eingestellt.');
    await session.client.pictureOf(form, '8-single-form');
    await form
      .getByRole('button', { name: /senden|speichern|melden/i })
      .first()
      .click();
    const saved = await session.client.card(/Gespeichert[^]*kritisch/);
    await expect(saved.innerText()).resolves.toContain('KI-Chatbot');
    await session.client.pictureOf(saved, '9-single-saved');
  }, 60_000);

  it('never upsets the page', () => {
    expect(session.client.complaints).toEqual([]);
  });
});

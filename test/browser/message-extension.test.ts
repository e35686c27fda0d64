import type { Locator } from 'playwright-core';
import { Client } from './client.js';
import { startDemo, type Demo } from './demo.js';

const PUBLICATION = 'https://www.musterstadt.example/digital/registers.de.html';
let demo: Demo;
let client: Client;
beforeAll(async () => {
  process.env['PUBLICATION_URL'] = PUBLICATION;
  demo = await startDemo('2026-05-20T10:00:00+02:00');
  client = await Client.open(demo);
  await client.card('ich bin Lotse');
}, 180_000);
afterAll(async () => {
  delete process.env['PUBLICATION_URL'];
  await client?.close();
  await demo?.stop();
});

const button = (name: string | RegExp): Locator => client.page.getByRole('button', { name });
async function extension(command: string): Promise<void> {
  await button('Trigger Message Extension App').click();
  await client.page.getByRole('menuitem', { name: command }).click();
}

describe('where people write', () => {
  it('a project is found while it is typed, and its card inserted', async () => {
    await extension('Search Command');
    await button(/Specify Command ID/).click();
    await client.page.getByPlaceholder('Command ID').fill('projects');
    await client.page.getByPlaceholder('Parameter name').fill('words');
    await client.page.getByPlaceholder('Enter a search term').pressSequentially('kitaf');
    const found = client.page.getByText('Kitafinder: trägerübergreifendes Kitaplatz-Portal').last();
    await found.waitFor();
    await client.picture('extension-search');
    await found.click();
    const card = await client.card('Amt 51 (Stadtjugendamt)');
    await expect(card.innerText()).resolves.toMatch(/Kitafinder[^]*92\.000/);
    await button('Send Message').click();
    await client.page.getByText('inline-compose-card').first().waitFor();
    await client.pictureOf(card, 'extension-inserted');
  }, 60_000);

  it('Lotse is asked about a message, and asked again with other words', async () => {
    await client.say('Welche Projekte enden 2026?');
    await client.card(/enden/);
    const mine = client.page.getByText('Welche Projekte enden 2026?', { exact: true }).last();
    await mine.hover();
    const menus = button('Show more information');
    await menus.nth((await menus.count()) - 2).click();
    await client.page.getByRole('menuitem', { name: 'Action Command' }).click();
    const dialog = client.page.getByRole('dialog');
    await dialog.getByPlaceholder(/command id/i).fill('ask');
    await dialog.getByRole('button', { name: 'Create' }).click();
    const question = dialog.getByLabel('Ihre Frage');
    await expect(question.inputValue()).resolves.toBe('Welche Projekte enden 2026?');
    await dialog.getByText(/Stand: 20\.05\.2026/).waitFor();
    await client.picture('extension-ask');
    await question.fill('Wer leitet den Kitafinder?');
    await dialog.getByRole('button', { name: 'Fragen', exact: true }).click();
    await dialog
      .getByText(/Stadtjugendamt/)
      .first()
      .waitFor();
    await client.picture('extension-asked-again');
    await client.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  }, 90_000);

  it('a link to a published project unfurls', async () => {
    await extension('Link Unfurling');
    await client.page.getByLabel('Enter an URL').fill(`${PUBLICATION}#project-kitafinder`);
    await button('Send to Conversation').click();
    const card = await client.card('Veröffentlichte Angaben');
    await expect(card.innerText()).resolves.toMatch(/Kitafinder/);
    await expect(card.innerText()).resolves.not.toMatch(/92\.000/);
    await client.pictureOf(card, 'extension-link');
  }, 60_000);

  it('never upsets the page', () => {
    expect(client.complaints).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestBot } from '../../support/bot.js';
import { groupChat } from '../../support/person.js';
import { button, buttonsIn } from '../../support/seen.js';
import { attachmentsOf, NOTE, programme, searchFor, startTown, titlesOf } from './town.js';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTown();
});
afterAll(() => bot.close());

const as = (is: string) => bot.person({ is }).join(groupChat());

describe('searching projects from the compose box', () => {
  it.each([
    ['two letters', 'ki', ['Kitafinder']],
    ['the beginning of a title', 'lang', ['Langzeitarchiv']],
    ['a slip', 'Kitafimder', ['Kitafinder']],
    ['a slip in half a word', 'Glasfsa', ['Glasfasernetz']],
    ['a keyword', 'betreuungspl', ['Kitafinder']],
    ['the title in the other language', 'fibre', ['Glasfasernetz']],
    ['the end of a long word', 'archiv', ['Langzeitarchiv']],
    ['the beginnings of several words, in any order', 'app spiel', ['Spielplatz-App']],
    ['what can be asked in chat', 'Jugendamt laufend', ['Kitafinder']],
    ['what can be asked, half typed', 'Jugendamt lau', ['Kitafinder']],
    ['the number of a department', '51', ['Kitafinder', 'Spielplatz-App']],
    ['a question', 'Welche Projekte sind gefährdet?', ['Glasfasernetz']],
  ])('finds by %s', async (_what, words, titles) => {
    const found = titlesOf(await searchFor(as('nobody'), words));
    expect(found.slice(0, titles.length)).toEqual(titles);
  });

  it('finds a department’s running projects only where that is asked', async () => {
    expect(titlesOf(await searchFor(as('nobody'), 'Jugendamt laufend'))).toEqual(['Kitafinder']);
  });

  it('says so where it finds nothing, with what was typed', async () => {
    const { status, body } = await searchFor(as('nobody'), 'Xylophon');
    expect(status).toBe(200);
    expect(body.composeExtension).toMatchObject({ type: 'message', text: expect.stringContaining('„Xylophon“') });
  });

  it('shows one’s own projects before anything is typed, and those that changed last to all others', async () => {
    expect(titlesOf(await searchFor(as('lead'), ''))).toEqual(['Kitafinder']);
    expect(titlesOf(await searchFor(as('nobody'), ''))[0]).toBe('Glasfasernetz');
  });

  it('turns pages', async () => {
    const all = titlesOf(await searchFor(as('nobody'), ''));
    expect(all).toHaveLength(programme.projects.length);
    expect(titlesOf(await searchFor(as('nobody'), '', { skip: 1, count: 2 }))).toEqual(all.slice(1, 3));
    expect(titlesOf(await searchFor(as('nobody'), '', { skip: 99 }))).toEqual([]);
  });

  it('speaks the reader’s language', async () => {
    const [found] = attachmentsOf(await searchFor(as('english'), 'fibre'));
    expect(found!.preview.content).toMatchObject({ title: 'Fibre network', text: expect.stringContaining('at risk') });
    expect(found!.content.lang).toBe('en');
  });

  it('inserts the card that chat shows, without what is for the office', async () => {
    const office = bot.person({ is: 'office' });
    const [found] = attachmentsOf(await searchFor(office, 'Glasfasernetz'));
    const data = { question: { intent: 'project', project: 'netz' }, lang: 'de' };
    const inChat = await office.press({ type: 'Action.Execute', verb: 'question.ask', data });
    expect(found!.content).toEqual(inChat.messages[0]!.attachments[0].content);
    expect(JSON.stringify(found)).toContain('Bagger fehlt');
    expect(JSON.stringify(found)).not.toContain(NOTE);
  });

  it('previews without anything that could be taken for HTML', async () => {
    expect(JSON.stringify(attachmentsOf(await searchFor(as('nobody'), '')).map(({ preview }) => preview))).not.toMatch(
      /<|\$\{/,
    );
  });
});

describe('the inserted card', () => {
  it('has buttons that do for others what the store allows them', async () => {
    const [found] = attachmentsOf(await searchFor(as('lead'), 'Kitafinder'));
    const [other] = attachmentsOf(await searchFor(as('lead'), 'Glasfasernetz'));
    const report = button(found!.content, 'status.open');
    const lead = bot.person({ is: 'lead' });
    expect((await lead.press(report)).messages[0]?.attachments).toHaveLength(1);
    const refused = await bot.person({ is: 'nobody' }).press(report);
    expect([refused.status, refused.messages]).toEqual([200, []]);
    expect(refused.text).toContain('Kitafinder');
    const questions = buttonsIn(other!.content).filter(({ verb }) => verb === 'question.ask');
    for (const each of questions) expect((await bot.person({ is: 'nobody' }).press(each)).messages).toHaveLength(1);
    expect(questions.length).toBeGreaterThan(0);
  });

  it('is no question when it is sent in the chat with Lotse', async () => {
    const card = '<span itemtype="http://schema.skype.com/InputExtension"><span itemprop="cardId"></span></span>';
    expect((await bot.person({ is: 'nobody' }).say(`\n${card}\n`)).messages).toEqual([]);
    expect((await bot.person({ is: 'nobody' }).say(`${card}<p>Kitafinder</p>`)).text).toContain('Kitafinder');
  });

  it('answers in its own place where Lotse may not write', async () => {
    const [found] = attachmentsOf(await searchFor(as('nobody'), 'Glasfasernetz'));
    const question = buttonsIn(found!.content).find(({ verb }) => verb === 'question.ask')!;
    bot.connector.failNext({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } });
    const pressed = await as('nobody').press(question);
    expect(pressed.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(pressed.text).toContain('Glasfasernetz');
  });
});

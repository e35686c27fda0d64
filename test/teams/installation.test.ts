import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { plainMessage } from '../../src/programme/messenger.js';
import { startBot, type TestBot } from '../support/bot.js';
import { aPerson, aProgramme, aProject } from '../builders.js';
import { channelThread, groupChat } from '../support/person.js';
import { buttonsIn } from '../support/seen.js';

const programme = aProgramme({
  people: [aPerson({ id: 'lead', aadObjectId: 'aad-lead' }), aPerson({ id: 'guest', aadObjectId: 'aad-guest' })],
  projects: [aProject({ id: 'p1', lead: { person: 'lead' } }), aProject({ id: 'p2', lead: { deputies: ['lead'] } })],
});
let bot: TestBot;
beforeAll(async () => {
  bot = await startBot({ programme });
});
afterAll(() => bot.close());
afterEach(() => {
  bot.connector.fault = null;
});

const stored = async (partition: string) => (await bot.store.list(partition)).map((document) => document.value);

describe('installing', () => {
  it('welcomes a person once although Teams tells it twice, and again after a new installation', async () => {
    const person = bot.person({ is: 'lead' });
    await person.install();
    expect(bot.connector.chat(person.conversation.id)).toHaveLength(1);
    await person.install();
    expect(bot.connector.chat(person.conversation.id)).toHaveLength(1);
    await person.uninstall();
    await person.install();
    expect(bot.connector.chat(person.conversation.id)).toHaveLength(2);
  });

  it('welcomes once when both activities arrive at the same time', async () => {
    const person = bot.person();
    await Promise.all([
      person.post(person.activity('installationUpdate', { action: 'add' })),
      person.post(person.activity('conversationUpdate', { membersAdded: [person.activity('x').recipient] })),
    ]);
    expect(bot.connector.chat(person.conversation.id)).toHaveLength(1);
  });

  it('welcomes later what could not be welcomed at first', async () => {
    const person = bot.person();
    bot.connector.failNext({ status: 403 });
    await person.install();
    expect(bot.connector.chat(person.conversation.id)).toHaveLength(1);
  });

  it('guides a newcomer to ask, report and read the digest by buttons', async () => {
    const person = bot.person({ is: 'lead' });
    const { messages, text } = await person.say('hallo');
    const says = buttonsIn(messages).map((button) => button.data.text);
    expect(says).toEqual(expect.arrayContaining(['Welche Projekte laufen gerade?', 'status', 'digest']));
    expect(buttonsIn(messages).length).toBeLessThanOrEqual(6);
    expect(text).toContain('Sie leiten oder vertreten 2 Projekte.');
    expect((await bot.person({ is: 'guest' }).say('hi')).text).toContain('Wer ein Projekt leitet oder vertritt');
  });

  it('says hello once to a whole channel, never to its members', async () => {
    const person = bot.person({ conversation: channelThread('19:general@thread.tacv2') });
    const others = Array.from({ length: 30 }, (_, n) => ({ id: `29:member-${n}` }));
    await person.install();
    await person.post(person.activity('conversationUpdate', { membersAdded: others }));
    const here = bot.connector.posted.filter((post) => post.conversation.startsWith('19:general@'));
    expect(here).toHaveLength(1);
    expect(bot.connector.created.filter(({ parameters }) => parameters.members?.length)).toHaveLength(0);
  });

  it('says hello in a group chat', async () => {
    const person = bot.person({ conversation: groupChat() });
    await person.install();
    expect(bot.connector.chat(person.conversation.id)).toHaveLength(1);
  });

  it('keeps where the conversation can be reached', async () => {
    const person = bot.person({ is: 'guest' });
    await person.install();
    expect(await stored('conversations')).toContainEqual({
      id: person.conversation.id,
      kind: 'personal',
      serviceUrl: bot.connector.url,
      channelId: 'msteams',
      tenantId: person.conversation.tenantId,
      teamId: null,
      bot: { id: '28:lotse', name: 'Lotse' },
      user: { id: person.id, aadObjectId: 'aad-guest', userPrincipalName: null },
      actingAs: null,
      lang: 'de',
      blocked: null,
    });
  });

  it('works before a programme is loaded', async () => {
    const empty = await startBot({ programme: null });
    const person = empty.person();
    await person.install();
    expect(empty.connector.chat(person.conversation.id)).toHaveLength(1);
    expect((await person.say('Welche Projekte laufen?')).text).toContain('noch kein Programm');
    expect(empty.log.at('error')).toEqual([]);
    await empty.close();
  });
});

describe('removing', () => {
  it('leaves nothing of a personal chat behind', async () => {
    const own = await startBot({ programme });
    const person = own.person({ is: 'lead' });
    await person.install();
    await person.say('/as guest');
    await person.uninstall();
    for (const partition of ['conversations', 'chats', 'welcomes', 'identities', 'acting']) {
      expect(await own.store.list(partition)).toEqual([]);
    }
    await own.close();
  });

  it('told late does not take the newer chat of the same person along', async () => {
    const own = await startBot({ programme });
    const person = own.person({ is: 'lead' });
    const old = person.conversation;
    await person.install();
    await person.join({ ...old, id: 'a:newer-chat' }).install();
    await person.join(old).uninstall();
    const before = own.connector.chat('a:newer-chat').length;
    expect(await own.messenger.send({ person: 'lead' }, plainMessage('Guten Tag'))).toMatchObject({ outcome: 'sent' });
    expect(own.connector.chat('a:newer-chat')).toHaveLength(before + 1);
    expect(own.connector.created).toEqual([]);
    expect((await own.store.list('conversations')).map(({ value }) => value)).toMatchObject([{ id: 'a:newer-chat' }]);
    await own.close();
  });

  it('of a team takes all of its channels along', async () => {
    const own = await startBot({ programme });
    const general = own.person({ conversation: channelThread('19:general@thread.tacv2') });
    await general.install();
    await general.join(channelThread('19:steering@thread.tacv2')).mention('hilfe');
    await own.person().say('hilfe');
    expect(await own.store.list('conversations')).toHaveLength(3);
    await general.join(channelThread('19:general@thread.tacv2')).uninstall();
    expect(await own.store.list('conversations')).toHaveLength(1);
    await own.close();
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Activity } from '../../support/connector.js';
import { groupChat, TENANT, type Person } from '../../support/person.js';
import { startBot } from '../../support/bot.js';
import {
  askAbout,
  attachmentsOf,
  dialogOf,
  programme,
  PUBLICATION,
  searchFor,
  startRegisteredTown,
  startTown,
  submit,
  titlesOf,
} from './town.js';

let town: Awaited<ReturnType<typeof startRegisteredTown>>;
beforeAll(async () => {
  town = await startRegisteredTown();
});
afterAll(() => town.close());
afterEach(() => {
  town.bot.connector.fault = null;
});

/** Somebody in a group chat of whom the roster says this; null: Lotse is no member there and gets no roster. */
function somebody(facts: Activity | null, options: Parameters<typeof town.bot.person>[0] = {}): Person {
  const { bot, identity } = town;
  const person = bot.person({ token: () => identity.sign(bot.connector.url), ...options }).join(groupChat());
  if (facts) bot.connector.rosters.set(person.conversation.id, [{ ...person.account(), tenantId: TENANT, ...facts }]);
  else bot.connector.failNext({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }, Infinity);
  return person;
}
const OUTSIDE = 'nur für die Beschäftigten';

describe('who is let in to the message extension', () => {
  it.each([
    ['a guest', { userRole: 'guest' }],
    ['somebody of another tenant', { tenantId: '99999999-9999-4999-8999-999999999999' }],
    ['an invited account', { userPrincipalName: 'a_b.de#EXT#@musterstadt.example' }],
  ])('gives %s nothing', async (_what, facts) => {
    const searched = await searchFor(somebody(facts), 'kita');
    expect([searched.status, attachmentsOf(searched)]).toEqual([200, []]);
    expect(searched.body.composeExtension.text).toContain(OUTSIDE);
    for (const outcome of [
      await askAbout(somebody(facts), 'Kitafinder'),
      await submit(somebody(facts), { words: 'x' }),
    ]) {
      expect(outcome.body.task).toEqual({ type: 'message', value: expect.stringContaining(OUTSIDE) });
    }
    const linked = await somebody(facts).invoke('composeExtension/queryLink', { url: `${PUBLICATION}#project-kita` });
    expect(attachmentsOf(linked)).toEqual([]);
  });

  it('gives a foreign tenant’s request nothing at all', async () => {
    const person = somebody({});
    person.conversation = { ...person.conversation, tenantId: '99999999-9999-4999-8999-999999999999' };
    expect((await searchFor(person, 'kita')).status).toBe(403);
  });

  it('shows those the programme lists everything, also where no roster can be read', async () => {
    const searched = await searchFor(somebody(null, { is: 'nobody' }), 'kita');
    expect(titlesOf(searched)).toEqual(['Kitafinder', 'Verschwiegenes Vorhaben']);
    expect(JSON.stringify(attachmentsOf(searched))).toContain('92.000');
  });

  it('shows colleagues whom the roster vouches for what they see in chat', async () => {
    expect(titlesOf(await searchFor(somebody({ userRole: 'user' }), 'verschw'))).toEqual(['Verschwiegenes Vorhaben']);
  });

  it('shows only what is published where nobody can say who it is', async () => {
    const searched = await searchFor(somebody(null), 'kita');
    expect(titlesOf(searched)).toEqual(['Kitafinder']);
    expect(JSON.stringify(searched.body)).not.toMatch(/92.?000|Name lead|Betreuungsplatz|Action\.Execute|status/i);
    expect(titlesOf(await searchFor(somebody(null), 'verschw'))).toEqual([]);
    expect(titlesOf(await searchFor(somebody(null), 'Welche Projekte sind gefährdet?'))).toEqual([]);
    expect(titlesOf(await searchFor(somebody(null), ''))).toEqual([
      'Kitafinder',
      'Langzeitarchiv',
      'Glasfasernetz',
      'Spielplatz-App',
    ]);
    const asked = await askAbout(somebody(null), 'Kitafinder');
    expect(asked.body.task).toMatchObject({ type: 'message', value: expect.stringContaining('nicht prüfen') });
  });

  it('shows somebody who has left the programme no more than any colleague', async () => {
    const { bot, identity } = town;
    const person = bot.person({ is: 'lead', token: () => identity.sign(bot.connector.url) });
    expect(titlesOf(await searchFor(person, ''))).toEqual(['Kitafinder']);
    const left = { ...programme, people: programme.people.filter(({ id }) => id !== 'lead') };
    const origin = { by: null, at: bot.clock.now().toISOString(), why: null };
    await bot.ledger.importProgramme(left, [], origin);
    expect(titlesOf(await searchFor(person, '')).length).toBeGreaterThan(1);
    expect(JSON.stringify((await searchFor(person, 'Kitafinder')).body)).not.toContain('status.open');
    await bot.ledger.importProgramme(programme, [], origin);
  });

  it('notes nobody and no conversation', async () => {
    const person = somebody({ userRole: 'user' });
    await searchFor(person, 'kita');
    const noted = (await town.bot.store.list<{ id: string }>('conversations')).map(({ value }) => value.id);
    expect(noted).not.toContain(person.conversation.id);
  });
});

describe('at the door', () => {
  const invokes: [string, object][] = [
    ['composeExtension/query', { commandId: 'projects', parameters: [{ name: 'words', value: 'kita' }] }],
    ['composeExtension/queryLink', { url: `${PUBLICATION}#project-kita` }],
    ['composeExtension/anonymousQueryLink', { url: `${PUBLICATION}#project-kita` }],
    ['composeExtension/fetchTask', { commandId: 'ask', messagePayload: { body: { content: 'Kitafinder' } } }],
    ['composeExtension/submitAction', { commandId: 'ask', data: { words: 'Kitafinder' } }],
    ['task/fetch', { data: { verb: 'status.dialog', project: 'kita' } }],
    ['task/submit', { data: { verb: 'status.dialogSubmit', project: 'kita' } }],
  ];
  const nothing = (body: unknown) => expect(JSON.stringify(body ?? '')).not.toMatch(/Kita|netz/i);

  it.each(invokes)('%s needs a token of the platform, for its own service URL', async (name, value) => {
    const { bot, identity } = town;
    const past = Math.floor(Date.now() / 1000) - 3600;
    for (const token of [
      () => Promise.resolve('a.b.c'),
      () => identity.sign(bot.connector.url, { claims: { exp: past } }),
      () => identity.sign(bot.connector.url, { claims: { aud: 'other' } }),
      () => identity.sign('https://smba.trafficmanager.net/de/'),
    ]) {
      const refused = await bot.person({ is: 'lead', token }).invoke(name, value);
      expect(refused.status).toBe(401);
      nothing(refused.body);
    }
    const token = () => identity.sign('https://evil.example');
    const elsewhere = await bot
      .person({ is: 'lead', token })
      .invoke(name, value, { serviceUrl: 'https://evil.example' });
    expect(elsewhere.status).toBe(403);
    nothing(elsewhere.body);
  });

  it.each(invokes)('%s of 1 MiB is too large, and below that bearable', async (name, value) => {
    const bot = await startTown();
    const person = bot.person({ is: 'lead' });
    const filled = (size: number) => person.invoke(name, { ...value, filling: '<b>'.repeat(size / 3) });
    expect((await filled(1024 * 1024)).status).toBe(413);
    expect((await filled(1_000_000)).status).toBe(200);
    await bot.close();
  });

  it('a message of nearly 1 MiB of nested HTML becomes a question that is cut', async () => {
    const bot = await startTown();
    const words = 'Kitafinder '.repeat(3_000);
    const asked = await askAbout(bot.person({ is: 'lead' }), `${'<div>'.repeat(90_000)}${words}`);
    expect(asked.status).toBe(200);
    expect(JSON.stringify(asked.body).length).toBeLessThan(100_000);
    const flat = await askAbout(bot.person({ is: 'lead' }), `<p>${words}</p>`);
    expect(JSON.stringify(dialogOf(flat))).toContain('Kitafinder');
    expect(JSON.stringify(flat.body).length).toBeLessThan(100_000);
    await bot.close();
  });

  it('what is asked for in the compose box counts with what is said in chat', async () => {
    const bot = await startTown({ rate: { burst: 3, perMinute: 1 } });
    const person = bot.person({ is: 'lead' });
    await person.say('hilfe');
    await person.invoke('task/fetch', { data: { verb: 'status.dialog', project: 'kita' } });
    expect(titlesOf(await searchFor(person, 'kita'))).toContain('Kitafinder');
    const dialog = await person.invoke('task/fetch', { data: { verb: 'status.dialog', project: 'kita' } });
    expect(dialog.body.task).toEqual({ type: 'message', value: expect.stringContaining('sehr viele') });
    for (const [name, value] of invokes) {
      const refused = await person.invoke(name, value);
      expect(refused.status).toBe(200);
      nothing(refused.body);
    }
    await bot.close();
  });
});

describe('what goes wrong', () => {
  it.each([
    ['composeExtension/query', null],
    ['composeExtension/query', { commandId: 'projects', parameters: 'kita' }],
    ['composeExtension/query', { commandId: 'projects', parameters: [null] }],
    ['composeExtension/query', { commandId: 'other', parameters: [] }],
    ['composeExtension/queryLink', {}],
    ['composeExtension/anonymousQueryLink', { url: 7 }],
    ['composeExtension/fetchTask', 'ask'],
    ['composeExtension/submitAction', { commandId: ['ask'] }],
    ['composeExtension/selectItem', { project: 'kita' }],
  ])('answers a malformed %s with 400', async (name, value) => {
    const bot = await startTown();
    expect((await bot.person().invoke(name, value)).status).toBe(400);
    expect(bot.log.at('error')).toEqual([]);
    await bot.close();
  });

  it('is too much as in chat', async () => {
    const bot = await startTown({ rate: { burst: 2, perMinute: 1 } });
    const person = bot.person({ is: 'nobody' });
    for (const words of ['ki', 'kit']) expect(titlesOf(await searchFor(person, words))).toContain('Kitafinder');
    const refused = await searchFor(person, 'kita');
    expect(refused.body.composeExtension).toMatchObject({
      type: 'message',
      text: expect.stringContaining('sehr viele'),
    });
    expect((await askAbout(person, 'Kitafinder')).body.task.type).toBe('message');
    await bot.close();
  });

  it('is told with a number that the log has, too, and nothing that was written', async () => {
    const bot = await startTown();
    const broken = Object.assign(new Error('Kitafinder'), { name: 'Broken' });
    bot.ledger.portfolio = () => {
      throw broken;
    };
    const { status, body } = await searchFor(bot.person(), 'Kitafinder');
    const reference = /[0-9A-F]{8}/.exec(body.composeExtension.text)?.[0];
    expect([status, reference]).toEqual([200, expect.any(String)]);
    expect(bot.log.at('error')).toEqual([expect.objectContaining({ fields: expect.objectContaining({ reference }) })]);
    expect(JSON.stringify(bot.log.lines)).not.toContain('Kitafinder');
    await bot.close();
  });

  it('is that there is no programme yet', async () => {
    const bot = await startBot({ programme: null });
    expect((await searchFor(bot.person(), 'kita')).body.composeExtension.text).toContain('noch kein Programm');
    await bot.close();
  });
});

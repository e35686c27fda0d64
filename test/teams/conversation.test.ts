import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createRoutes } from '../../src/teams/routes.js';
import type { Reply, Route, Turn } from '../../src/teams/turn.js';
import { aPerson, aProgramme } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';
import { BOT_ACCOUNT, channelThread, groupChat } from '../support/person.js';
import { button, cardsIn } from '../support/seen.js';

const execute = { type: 'Action.Execute', verb: 'note', data: { note: 'n-1' } };
const submit = { type: 'Action.Submit', data: { verb: 'note', note: 'n-1' } };
const CARD = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Gespeichert' }] };
const LETTER = {
  summary: 'Ein Brief',
  text: 'Der ganze Brief',
  card: { ...CARD, body: [{ type: 'TextBlock', text: 'Brief' }] },
};

let bot: TestBot;
/** What the probe saw last, and what it answers next. */
let seen: Turn | null = null;
let next: Reply = { kind: 'nothing' };
const probe: Route = {
  name: 'probe',
  matches: ({ action, text }) => action?.verb === 'note' || text.startsWith('Notiz'),
  handle: (turn) => {
    seen = turn;
    return Promise.resolve(next);
  },
};

beforeAll(async () => {
  bot = await startBot({ routes: (services, acting) => [probe, ...createRoutes(services, acting)] });
});
afterAll(() => bot.close());
afterEach(() => {
  seen = null;
  next = { kind: 'nothing' };
  bot.connector.fault = null;
});

describe('a message', () => {
  it('is answered in the personal chat, as a reply to it', async () => {
    const person = bot.person();
    const outcome = await person.say('Hilfe!', { id: 'said-1' });
    expect(outcome.status).toBe(200);
    const [reply] = bot.connector.chat(person.conversation.id);
    expect(reply).toMatchObject({ replyTo: 'said-1', activity: { from: BOT_ACCOUNT, recipient: { id: person.id } } });
    expect(outcome.text).toContain('Guten Tag, ich bin Lotse.');
  });

  it('is answered in English where the client is English', async () => {
    expect((await bot.person({ locale: 'en-GB' }).say('help')).text).toContain('Hello, I am Lotse.');
  });

  it('is answered in the language the programme knows of a person, whatever their client is set to', async () => {
    const other = await startBot({
      programme: aProgramme({ people: [aPerson({ id: 'jo', aadObjectId: 'aad-jo', lang: 'en' })] }),
    });
    const outcome = await other.person({ is: 'jo', locale: 'de-DE' }).say('hi');
    expect(outcome.text).toContain('Hello, I am Lotse.');
    await other.close();
  });

  it('reaches the handler with the time, the conversation and what was said', async () => {
    const person = bot.person();
    await person.say('  Notiz für morgen ');
    expect(seen).toMatchObject({
      text: 'Notiz für morgen',
      action: null,
      lang: 'de',
      now: bot.clock.now(),
      conversation: { id: person.conversation.id, kind: 'personal' },
    });
  });

  it('with a card as the answer has its words for clients that show no cards, once', async () => {
    next = { kind: 'message', message: LETTER };
    const { messages } = await bot.person().say('Notiz');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      summary: 'Ein Brief',
      attachments: [{ content: { fallbackText: 'Der ganze Brief' } }],
    });
    expect(messages[0]?.text).toBeUndefined();
  });

  it('without words, as when only a picture was sent, shows what Lotse can do', async () => {
    expect((await bot.person().say('')).text).toContain('Guten Tag, ich bin Lotse.');
  });

  it.each(['20000 characters', 'a book'])('of %s is answered shortly', async (size) => {
    const length = size === 'a book' ? 500_000 : 20_000;
    const outcome = await bot.person().say('ä'.repeat(length));
    expect(outcome.status).toBe(200);
    expect(outcome.text).toContain(length.toLocaleString('de-DE'));
  });
});

describe('in a channel', () => {
  const channel = '19:steering@thread.tacv2';

  it('the mention of the bot is taken out by its entity, whatever it is called', async () => {
    const person = bot.person({ conversation: channelThread(channel) });
    const mention = { type: 'mention', text: '<at>Der (neue) Bot*</at>', mentioned: BOT_ACCOUNT };
    await person.say('<at>Der (neue) Bot*</at>&nbsp;Notiz: Lotse ist gut $&', { entities: [mention] });
    expect(seen?.text).toBe('Notiz: Lotse ist gut $&');
  });

  it('other mentions stay as the name that was mentioned', async () => {
    const person = bot.person({ conversation: channelThread(channel) });
    const other = { type: 'mention', text: '<at>Kim</at>', mentioned: { id: '29:kim', name: 'Kim Beispiel' } };
    await person.say('Notiz an <at>Kim</at>', { entities: [other] });
    expect(seen?.text).toBe('Notiz an Kim Beispiel');
  });

  it('the handler sees the channel, and the reply goes to the thread', async () => {
    next = { kind: 'message', message: LETTER };
    const person = bot.person({ conversation: channelThread(channel, 'thread-7') });
    await person.mention('Notiz');
    expect(seen?.conversation).toEqual({ id: channel, kind: 'channel' });
    expect(bot.connector.chat(`${channel};messageid=thread-7`)).toHaveLength(1);
    expect(bot.connector.chat(channel)).toHaveLength(0);
  });

  it('a mention without words shows what Lotse can do there', async () => {
    const outcome = await bot.person({ conversation: channelThread(channel) }).mention('');
    expect(outcome.text).toContain('@Lotse');
  });

  it('group chats are told apart from channels', async () => {
    await bot.person({ conversation: groupChat('19:group@thread.v2') }).say('Notiz');
    expect(seen?.conversation).toEqual({ id: '19:group@thread.v2', kind: 'group' });
  });
});

describe('a button (Action.Execute)', () => {
  it('reaches the handler with its data and what was filled in, and without text', async () => {
    await bot.person().press(execute, { comment: 'Ja *doch* ${x}' });
    expect(seen?.action).toEqual({ verb: 'note', data: { note: 'n-1', comment: 'Ja *doch* ${x}' } });
    expect(seen?.text).toBe('');
  });

  it('is answered with the new card, which also stays in the chat', async () => {
    const person = bot.person();
    next = { kind: 'message', message: LETTER };
    await person.say('Notiz');
    const [letter] = bot.connector.chat(person.conversation.id);
    next = { kind: 'card', card: CARD };
    const { status, body } = await person.press(execute, {}, letter!.id);
    expect(status).toBe(200);
    expect(body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: CARD });
    expect(bot.connector.chat(person.conversation.id)).toMatchObject([{ id: letter!.id, updates: 1 }]);
  });

  it('replaces a shared card for everybody in the channel, one for the presser alone only for them', async () => {
    const person = bot.person({ conversation: channelThread('19:c1@thread.tacv2') });
    next = { kind: 'message', message: LETTER };
    await person.mention('Notiz');
    const [letter] = bot.connector.chat(person.conversation.id);
    next = { kind: 'card', card: CARD };
    await person.press(execute, {}, letter!.id);
    expect(letter!.updates).toBe(0);
    next = { kind: 'card', card: CARD, shared: true };
    const { body } = await person.press(execute, {}, letter!.id);
    expect(letter!.updates).toBe(1);
    expect(cardsIn(letter!.activity)).toEqual([CARD]);
    expect(body.value).toEqual(CARD);
  });

  it('still shows the new card to the presser when the message cannot be changed', async () => {
    next = { kind: 'card', card: CARD, shared: true };
    const { body } = await bot.person().press(execute, {}, 'gone');
    expect(body.value).toEqual(CARD);
  });

  it('answered in words is answered beside the card; with a card of its own it is a message below', async () => {
    const person = bot.person();
    next = { kind: 'message', message: { summary: 'Kurz', text: 'Kurz gesagt', card: null } };
    const brief = await person.press(execute);
    expect(brief.body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Kurz gesagt',
    });
    expect(brief.messages).toHaveLength(0);
    next = { kind: 'message', message: LETTER };
    const long = await person.press(execute);
    expect(long.body.value).toBe('Meine Antwort steht unten im Gespräch.');
    expect(cardsIn(long.messages)).toHaveLength(1);
  });

  it.each([
    ['no value', undefined],
    ['text', 'status.submit'],
    ['no action', {}],
    ['an action that is a list', { action: [] }],
    ['a verb that is a number', { action: { verb: 7, data: {} } }],
    ['no verb', { action: { data: { project: 'x' } } }],
    ['an empty verb', { action: { verb: '', data: {} } }],
    ['data that is text', { action: { verb: 'note', data: 'x' } }],
    ['data that is a list', { action: { verb: 'note', data: [1] } }],
  ])('with a malformed value (%s) is answered as a bad request', async (_what, value) => {
    const { status, body } = await bot.person().invoke('adaptiveCard/action', value);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest' },
    });
    expect(seen).toBeNull();
  });

  it('nobody knows is told so', async () => {
    const { status, body } = await bot.person().press({ type: 'Action.Execute', verb: 'launch.rocket', data: {} });
    expect(status).toBe(200);
    expect(body.value).toContain('Diese Schaltfläche kenne ich nicht');
  });

  it('other invokes are refused, not failed', async () => {
    expect((await bot.person().invoke('fileConsent/invoke', {})).status).toBe(400);
  });
});

describe('a button in an older client (Action.Submit)', () => {
  it('reaches the handler with the same verb and data', async () => {
    await bot.person().press(submit, { comment: 'Ja' });
    expect(seen?.action).toEqual({ verb: 'note', data: { verb: 'note', note: 'n-1', comment: 'Ja' } });
  });

  it('replaces the card that was pressed', async () => {
    const person = bot.person();
    next = { kind: 'message', message: LETTER };
    await person.say('Notiz');
    const [letter] = bot.connector.chat(person.conversation.id);
    next = { kind: 'card', card: CARD };
    await person.press(submit, {}, letter!.id);
    expect(bot.connector.chat(person.conversation.id)).toMatchObject([{ id: letter!.id, updates: 1 }]);
    expect(cardsIn(letter!.activity)).toEqual([CARD]);
  });

  it.each([[undefined], ['gone']])(
    'sends the new card where the old one is out of reach (replyToId %s)',
    async (on) => {
      const person = bot.person();
      next = { kind: 'card', card: CARD };
      const { messages } = await person.press(submit, {}, on);
      expect(cardsIn(messages)).toMatchObject([CARD]);
    },
  );

  it.each([[{ verb: 'launch.rocket' }], [{ project: 'x' }], [{ verb: 5 }], [[]]])(
    'nobody knows is told so (%j)',
    async (value) => {
      const { text } = await bot.person().post({ ...bot.person().activity('message'), value });
      expect(text).toContain('Diese Schaltfläche kenne ich nicht');
    },
  );
});

describe('a button that asks for the person', () => {
  it('is answered as if they had typed it, in both kinds of client', async () => {
    const person = bot.person();
    const welcome = await person.say('hilfe');
    const status = button(welcome.messages, 'Wochenbericht zeigen');
    const probing = { ...status, data: { ...status.data, text: 'Notiz' } };
    await person.press(probing);
    expect(seen).toMatchObject({ text: 'Notiz', action: null });
    seen = null;
    await person.pressFallback({ fallback: { ...status.fallback, data: { ...status.fallback.data, text: 'Notiz' } } });
    expect(seen).toMatchObject({ text: 'Notiz', action: null });
  });

  it.each([[undefined], [''], [{ text: 'Notiz' }], [['Notiz']]])(
    'without words to ask is unknown (%j)',
    async (text) => {
      const outcome = await bot.person().press({ type: 'Action.Execute', verb: 'ask', data: { text } });
      expect(outcome.text).toContain('Diese Schaltfläche kenne ich nicht');
    },
  );
});

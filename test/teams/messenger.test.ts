import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/programme/messenger.js';
import { aPerson, aProgramme } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';
import type { Call, Fault } from '../support/connector.js';
import { channelThread, groupChat, TENANT } from '../support/person.js';

const people = [
  aPerson({ id: 'kim', aadObjectId: 'aad-kim' }),
  aPerson({ id: 'jo', userPrincipalName: 'jo@stadt.example' }),
  aPerson({ id: 'nobody', userPrincipalName: null }),
];
const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const letter = { summary: 'Ein Brief', text: 'Guten Tag', card };
const CHANNEL = '19:steering@thread.tacv2';

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot({ programme: aProgramme({ people }) });
});
afterEach(() => bot.close());

/** Kim's chat, already known to the bot. */
async function kim() {
  const person = bot.person({ is: 'kim' });
  await person.say('hilfe');
  return person;
}
const sends = (call: Call) => call.method !== 'GET';
const platformError = (code: string, subCode?: string) => ({ error: { code, message: 'No.', subCode } });

describe('a message to a person', () => {
  it('arrives in their chat and can be replaced there', async () => {
    const person = await kim();
    const sent = (await bot.messenger.send({ person: 'kim' }, letter)) as Extract<Delivery, { outcome: 'sent' }>;
    const arrived = bot.connector.chat(person.conversation.id).at(-1)!;
    expect(sent).toEqual({ outcome: 'sent', activity: arrived.id });
    expect(arrived.activity).toMatchObject({ summary: 'Ein Brief', conversation: { id: person.conversation.id } });
    const changed = await bot.messenger.update({ person: 'kim' }, sent.activity, { ...letter, summary: 'Neuer Brief' });
    expect(changed).toEqual(sent);
    expect(bot.connector.chat(person.conversation.id).at(-1)).toMatchObject({ id: arrived.id, updates: 1 });
  });

  it('finds people who are known by the roster only', async () => {
    const person = bot.person({ userPrincipalName: 'jo@stadt.example' });
    await person.say('hilfe');
    await bot.messenger.send({ person: 'jo' }, letter);
    expect(bot.connector.chat(person.conversation.id)).toHaveLength(2);
  });

  it('opens the chat with somebody who has not written yet', async () => {
    await bot.person().say('hilfe');
    const delivery = await bot.messenger.send({ person: 'kim' }, letter);
    expect(delivery.outcome).toBe('sent');
    expect(bot.connector.created[0]?.parameters).toMatchObject({
      members: [{ id: 'aad-kim' }],
      tenantId: TENANT,
      isGroup: false,
    });
    expect(bot.connector.chat(bot.connector.created[0]!.id)).toHaveLength(1);
    await bot.messenger.send({ person: 'kim' }, letter);
    expect(bot.connector.created).toHaveLength(1);
  });

  it('cannot be sent to somebody without a chat or a directory id, or before the platform was met', async () => {
    const unknown = { outcome: 'unreachable', reason: 'unknown-person' };
    expect(await bot.messenger.send({ person: 'kim' }, letter)).toEqual(unknown);
    await bot.person().say('hilfe');
    expect(await bot.messenger.send({ person: 'nobody' }, letter)).toEqual(unknown);
    expect(await bot.messenger.send({ person: 'made-up' }, letter)).toEqual(unknown);
  });

  it('is not tried again at somebody who blocked the bot, until they show up', async () => {
    const person = await kim();
    bot.connector.failNext({ status: 403, body: platformError('Forbidden', 'MessageWritesBlocked') }, 1, sends);
    const blocked = { outcome: 'unreachable', reason: 'blocked' };
    expect(await bot.messenger.send({ person: 'kim' }, letter)).toEqual(blocked);
    const before = bot.connector.calls.length;
    expect(await bot.messenger.send({ person: 'kim' }, letter)).toEqual(blocked);
    expect(bot.connector.calls).toHaveLength(before);
    await person.say('hilfe');
    expect((await bot.messenger.send({ person: 'kim' }, letter)).outcome).toBe('sent');
  });

  it('forgets a chat that is gone', async () => {
    await kim();
    bot.connector.failNext({ status: 404, body: platformError('ConversationNotFound') }, 1, sends);
    expect(await bot.messenger.send({ person: 'kim' }, letter)).toEqual({ outcome: 'unreachable', reason: 'gone' });
    expect(await bot.store.list('conversations')).toEqual([]);
  });

  it('keeps a chat when only the message that was to be replaced is gone', async () => {
    await kim();
    const delivery = await bot.messenger.update({ person: 'kim' }, 'act-gone', letter);
    expect(delivery).toEqual({ outcome: 'unreachable', reason: 'gone' });
    expect(await bot.store.list('conversations')).toHaveLength(1);
  });
});

describe('a message to a channel', () => {
  it('begins a new thread', async () => {
    await bot.person({ conversation: channelThread(CHANNEL) }).install();
    const delivery = await bot.messenger.send({ conversation: CHANNEL }, letter);
    expect(bot.connector.created.at(-1)?.parameters).toMatchObject({
      isGroup: true,
      channelData: { channel: { id: CHANNEL } },
    });
    const [post] = bot.connector.chat(CHANNEL);
    expect(post?.activity.summary).toBe('Ein Brief');
    expect(delivery).toEqual({ outcome: 'sent', activity: post!.id });
    await bot.messenger.update({ conversation: CHANNEL }, post!.id, { ...letter, summary: 'Korrigiert' });
    expect(bot.connector.chat(CHANNEL)).toMatchObject([{ updates: 1, activity: { summary: 'Korrigiert' } }]);
  });

  it('goes to one the bot was not spoken to in, once the platform is known', async () => {
    expect(await bot.messenger.send({ conversation: CHANNEL }, letter)).toMatchObject({ reason: 'not-installed' });
    await bot.person().say('hilfe');
    expect((await bot.messenger.send({ conversation: CHANNEL }, letter)).outcome).toBe('sent');
    expect(bot.connector.chat(CHANNEL)).toHaveLength(1);
  });

  it('goes to a group chat as a message', async () => {
    const person = bot.person({ conversation: groupChat() });
    await person.say('hilfe');
    await bot.messenger.send({ conversation: person.conversation.id }, letter);
    expect(bot.connector.chat(person.conversation.id)).toHaveLength(2);
  });
});

describe('what the platform answers', () => {
  const later = (retryAfterMs: number | null = null) => ({ outcome: 'later', retryAfterMs });
  const gone = { outcome: 'unreachable', reason: 'gone' };
  const notInstalled = { outcome: 'unreachable', reason: 'not-installed' };
  const blocked = { outcome: 'unreachable', reason: 'blocked' };
  const cases: [string, Fault, object][] = [
    ['429 with a time', { status: 429, headers: { 'retry-after': '17' } }, later(17_000)],
    ['429 without', { status: 429 }, later()],
    ['412', { status: 412 }, later()],
    ['502', { status: 502 }, later()],
    ['503', { status: 503, headers: { 'retry-after': '0' } }, later(0)],
    ['504', { status: 504 }, later()],
    ['500', { status: 500 }, { outcome: 'refused', status: 500 }],
    ['400', { status: 400, body: platformError('BadSyntax') }, { outcome: 'refused', status: 400 }],
    ['401', { status: 401 }, { outcome: 'refused', status: 401 }],
    ['413', { status: 413, body: platformError('MessageSizeTooBig') }, { outcome: 'refused', status: 413 }],
    ['403 blocked', { status: 403, body: platformError('ConversationBlockedByUser') }, blocked],
    ['403 blocked by subCode', { status: 403, body: platformError('Forbidden', 'ConversationBlockedByUser') }, blocked],
    ['403 not in the roster', { status: 403, body: platformError('BotNotInConversationRoster') }, notInstalled],
    ['403 not installed', { status: 403, body: platformError('ForbiddenOperationException') }, notInstalled],
    ['403 switched off', { status: 403, body: platformError('BotDisabledByAdmin') }, { outcome: 'disabled' }],
    ['403 for another reason', { status: 403, body: platformError('Other') }, { outcome: 'refused', status: 403 }],
    ['403 that is no JSON', { status: 403, body: undefined }, { outcome: 'refused', status: 403 }],
    ['404 of the conversation', { status: 404, body: platformError('ConversationNotFound') }, gone],
    [
      '500 because nobody is known by this id, as the Playground says it',
      { status: 500, body: platformError('UserNotFound') },
      { outcome: 'unreachable', reason: 'unknown-person' },
    ],
    ['404 of something else', { status: 404, body: platformError('Other') }, { outcome: 'refused', status: 404 }],
    ['a cut line', { cut: true }, { outcome: 'unknown' }],
    ['a cut line after it arrived', { cut: true, after: true }, { outcome: 'unknown' }],
  ];
  it.each(cases)('%s is told as what it is, after a single attempt', async (_what, fault, delivery) => {
    await kim();
    bot.connector.failNext(fault, 5, sends);
    const before = bot.connector.calls.length;
    expect(await bot.messenger.send({ person: 'kim' }, letter)).toEqual(delivery);
    expect(bot.connector.calls.slice(before)).toHaveLength(1);
  });

  it('nothing at all: the platform cannot be reached, so nothing can have arrived', async () => {
    await kim();
    const { messenger } = bot;
    await bot.connector.close();
    // The first one may still find a connection that breaks under it.
    await messenger.send({ person: 'kim' }, letter);
    expect(await messenger.send({ person: 'kim' }, letter)).toEqual(later());
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LotseError } from '../../src/programme/errors.js';
import type { Reply } from '../../src/teams/turn.js';
import { aPerson, aProgramme } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';
import type { Call } from '../support/connector.js';

const button = { type: 'Action.Execute', verb: 'try', data: {} };
let bot: TestBot;
let handle: () => Promise<Reply>;
beforeEach(async () => {
  bot = await startBot({
    programme: aProgramme({ people: [aPerson({ id: 'jo', aadObjectId: 'aad-jo', lang: 'en' })] }),
    routes: () => [{ name: 'try', matches: () => true, handle: () => handle() }],
  });
});
afterEach(() => bot.close());
const isPost = (call: Call) => call.method === 'POST';
const words = (text: string): Reply => ({ kind: 'message', message: { summary: text, text, card: null } });

describe('a turn that fails', () => {
  const secret = 'Frau Beispiel hat gekündigt';
  beforeEach(() => {
    handle = () => Promise.reject(new TypeError(secret));
  });

  it.each([
    ['typed', (b: TestBot) => b.person().say('los')],
    ['pressed', (b: TestBot) => b.person().press(button)],
    ['pressed in an older client', (b: TestBot) => b.person().press({ type: 'Action.Submit', data: { verb: 'try' } })],
  ])('ends in a polite reply whose number leads to the log (%s)', async (_way, act) => {
    const { status, text } = await act(bot);
    expect(status).toBe(200);
    const reference = /diese Nummer: ([0-9A-F]{8})/.exec(text)?.[1];
    expect(reference).toBeDefined();
    expect(bot.log.at('error')).toEqual([
      expect.objectContaining({ fields: expect.objectContaining({ reference, error: 'TypeError' }) }),
    ]);
  });

  it('tells neither the person nor the log what the error said', async () => {
    const { text } = await bot.person().say('los');
    expect(text).not.toContain(secret);
    expect(JSON.stringify(bot.log.lines)).not.toContain(secret);
    expect(bot.log.at('error')[0]?.fields.stack).not.toEqual([]);
  });

  it('is told in the language of the reader', async () => {
    expect((await bot.person({ locale: 'en-US' }).say('los')).text).toContain('give the programme office this number');
    expect((await bot.person({ is: 'jo' }).say('los')).text).toContain('give the programme office this number');
  });

  it('by a rule of the house is explained, with what was typed shown as it was', async () => {
    handle = () => Promise.reject(new LotseError('store.inUse', { folder: '*a*', pid: 1, host: 'h', since: 's' }));
    const { text } = await bot.person().say('los');
    expect(text).toContain('\\*a\\*');
    expect(bot.log.at('error')).toEqual([]);
  });

  it('cannot bring the next one down, nor one that cannot even be told', async () => {
    const person = bot.person();
    bot.connector.failNext({ status: 403 }, 9, isPost);
    expect((await person.say('los')).status).toBe(200);
    bot.connector.fault = null;
    handle = () => Promise.resolve(words('wieder da'));
    expect((await person.say('los')).text).toBe('wieder da\nwieder da');
  });
});

describe('a reply that the platform does not take at once', () => {
  beforeEach(() => {
    handle = () => Promise.resolve(words('Antwort'));
  });
  const posts = () => bot.connector.calls.filter(isPost);

  it.each([412, 429, 502, 503, 504])('is repeated after %i until it arrives, and arrives once', async (status) => {
    bot.connector.failNext({ status, headers: { 'retry-after': '0' } }, 2, isPost);
    const person = bot.person();
    await person.say('los');
    expect(posts().map((call) => call.status)).toEqual([status, status, 201]);
    expect(bot.connector.chat(person.conversation.id)).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 408, 409, 500])('is not repeated after %i', async (status) => {
    bot.connector.failNext({ status }, 1, isPost);
    await bot.person().say('los');
    // The second one tells of the failure.
    expect(posts()).toHaveLength(2);
    expect(posts()[1]?.body.text).toContain('nicht geklappt');
  });

  it('is given up when it would take too long', async () => {
    bot.connector.failNext({ status: 429, headers: { 'retry-after': '3600' } }, 2, isPost);
    expect((await bot.person().say('los')).status).toBe(200);
    expect(posts()).toHaveLength(2);
  });
});

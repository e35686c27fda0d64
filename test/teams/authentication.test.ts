import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportSPKI, SignJWT } from 'jose';
import { takeOverConsole } from '../../src/logging.js';
import { createAdapter } from '../../src/teams/adapter.js';
import { platformOnly } from '../../src/teams/service-url.js';
import { aProgramme } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';
import type { Activity } from '../support/connector.js';
import { BOT_ID, DIRECTORY, IdentityService } from '../support/identity-service.js';
import { TENANT, type Person } from '../support/person.js';

const registration = { id: BOT_ID, type: 'SingleTenant', tenant: TENANT, password: 'secret' } as const;
let identity: IdentityService;
let bot: TestBot;
let person: Person;
let url: string;

beforeAll(async () => {
  identity = await IdentityService.start();
  bot = await startBot({ programme: aProgramme(), registration, overrides: identity.overrides() });
  person = bot.person();
  url = bot.connector.url;
});
afterAll(async () => {
  await bot.close();
  await identity.close();
});
const printed = { ...console };
beforeEach(() => takeOverConsole(bot.log));
afterEach(() => {
  Object.assign(console, printed);
});

const say = (authorization: string | null, more: Activity = {}) =>
  person.post(person.activity('message', { text: 'hilfe', ...more }), authorization === null ? {} : { authorization });
const bearer = async (token: Promise<string>) => `Bearer ${await token}`;

describe('the platform', () => {
  it('is let in and answered with the bot’s own token', async () => {
    const outcome = await say(await bearer(identity.sign(url)));
    expect(outcome.status).toBe(200);
    expect(outcome.messages).toHaveLength(1);
    expect(bot.connector.calls.at(-1)?.headers.authorization).toBe('Bearer outbound');
  });

  it('is let in although its clock differs by some minutes', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect((await say(await bearer(identity.sign(url, { claims: { exp: now - 120 } })))).status).toBe(200);
    expect((await say(await bearer(identity.sign(url, { claims: { nbf: now + 120 } })))).status).toBe(200);
  });

  it('reaches people first with the bot’s own token', async () => {
    const delivery = await bot.messenger.send(
      { conversation: person.conversation.id },
      { summary: 'x', text: 'x', card: null },
    );
    expect(delivery.outcome).toBe('sent');
    expect(bot.connector.calls.at(-1)?.headers.authorization).toBe('Bearer outbound');
  });
});

describe('a forged or stolen token', () => {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const edited = async (index: number, change: (text: string) => string) => {
    const parts = (await identity.sign(url)).split('.');
    parts[index] = change(parts[index] ?? '');
    return `Bearer ${parts.join('.')}`;
  };
  const reencoded = (changes: object) => (text: string) =>
    part({ ...(JSON.parse(Buffer.from(text, 'base64url').toString()) as object), ...changes });
  const signed = (options: Parameters<IdentityService['sign']>[1]) => () => bearer(identity.sign(url, options));
  const claims = (changes: object) => signed({ claims: changes as never });

  const forgeries: [string, () => Promise<string> | string | null][] = [
    ['none at all', () => null],
    ['an empty header', () => ''],
    ['another scheme', () => 'Basic bG90c2U6bG90c2U='],
    ['a scheme without token', () => 'Bearer '],
    ['a word', () => 'Bearer lotse'],
    ['three empty parts', () => 'Bearer ..'],
    ['parts that are no JSON', () => 'Bearer YQ.YQ.YQ'],
    ['a token too many', async () => `Bearer ${await identity.sign(url)} ${await identity.sign(url)}`],
    ['five parts, as if encrypted', async () => `Bearer ${await identity.sign(url)}.a.b`],
    ['an expired one', claims({ exp: now - 3600 })],
    ['one that never expires', claims({ exp: undefined })],
    ['one that expires in words', claims({ exp: 'tomorrow' })],
    ['one not yet valid', claims({ nbf: now + 3600 })],
    ['one for another bot', claims({ aud: '11111111-2222-4333-8444-555555555555' })],
    ['one for nobody', claims({ aud: undefined })],
    ['one for several', claims({ aud: [BOT_ID, 'other'] })],
    ['another issuer', claims({ iss: 'https://example.org' })],
    ['no issuer', claims({ iss: undefined })],
    ['issuers in a list', claims({ iss: ['https://api.botframework.com'] })],
    ['a key nobody published', signed({ header: { kid: 'stranger' }, key: undefined })],
    ['no key named', signed({ header: { kid: undefined } })],
    [
      'the platform’s key id over a stranger’s signature',
      () => bearer(identity.sign(url, { key: identity.keys.stranger })),
    ],
    [
      'a key that is not endorsed for Teams',
      () => bearer(identity.sign(url, { header: { kid: 'webchat' }, key: identity.keys.webchat })),
    ],
    [
      'an elliptic curve',
      () => bearer(identity.sign(url, { header: { alg: 'ES256', kid: 'curve' }, key: identity.keys.curve })),
    ],
    ['alg none without signature', async () => (await edited(0, reencoded({ alg: 'none' }))).replace(/[^.]*$/, '')],
    ['alg none with the old signature', () => edited(0, reencoded({ alg: 'none' }))],
    ['the public key taken for a shared secret', () => sharedSecret()],
    ['claims changed after signing', () => edited(1, reencoded({ exp: now + 99_999 }))],
    ['a signature cut short', () => edited(2, (text) => text.slice(0, -20))],
    ['no signature', () => edited(2, () => '')],
    [
      'the signature of another token',
      async () => {
        const other = (await identity.sign(url, { claims: { jti: 'other' } })).split('.')[2] ?? '';
        return edited(2, () => other);
      },
    ],
    ['no service URL', claims({ serviceurl: undefined })],
    [
      'another service URL, as when taken along from elsewhere',
      () => bearer(identity.sign('https://smba.trafficmanager.net/de/')),
    ],
    ['one of the Emulator for this bot', claims({ iss: DIRECTORY, ver: '1.0', appid: BOT_ID })],
    ['one of another bot (skill)', claims({ iss: DIRECTORY, ver: '1.0', appid: 'other', aud: BOT_ID })],
  ];

  async function sharedSecret(): Promise<string> {
    const secret = new TextEncoder().encode(await exportSPKI(identity.keys.teams.publicKey));
    const token = new SignJWT({ serviceurl: url, iss: 'https://api.botframework.com', aud: BOT_ID, exp: now + 3600 });
    return `Bearer ${await token.setProtectedHeader({ alg: 'HS256', kid: 'teams' }).sign(secret)}`;
  }

  it('there are at least 20 kinds of', () => {
    expect(new Set(forgeries.map(([what]) => what)).size).toBeGreaterThanOrEqual(20);
  });

  it.each(forgeries)('is refused with 401 and nothing happens: %s', async (_what, forge) => {
    const before = bot.connector.calls.length;
    const logged = bot.log.lines.length;
    const token = await forge();
    const { status, body } = await say(token);
    expect(status).toBe(401);
    expect(body).toEqual({ error: { code: 'Unauthorized', message: 'The request is not authentic.' } });
    expect(bot.connector.calls).toHaveLength(before);
    const lines = JSON.stringify(bot.log.lines.slice(logged));
    expect(lines).toContain('a request was not let in');
    for (const part of token?.split(/[ .]/).slice(1) ?? []) if (part.length > 1) expect(lines).not.toContain(part);
  });

  it('is refused as well when the keys cannot be had', async () => {
    const dead = await IdentityService.start();
    const other = await startBot({ programme: aProgramme(), registration, overrides: dead.overrides() });
    const authorization = await bearer(dead.sign(other.connector.url));
    await dead.close();
    const somebody = other.person();
    expect((await somebody.post(somebody.activity('message', { text: 'x' }), { authorization })).status).toBe(401);
    await other.close();
  });
});

describe('an authentic request', () => {
  const elsewhere = '99999999-9999-4999-8999-999999999999';
  const refused: [string, Activity][] = [
    [
      'of another tenant',
      { channelData: { tenant: { id: elsewhere } }, conversation: { id: 'a:1', tenantId: elsewhere } },
    ],
    ['that names another tenant beside ours', { channelData: { tenant: { id: elsewhere } } }],
    ['in a conversation of another tenant', { conversation: { id: 'a:1', tenantId: elsewhere } }],
    ['that names no tenant', { channelData: {}, conversation: { id: 'a:1' } }],
    ['of another channel', { channelId: 'directline' }],
    ['of the channel whose tokens are checked otherwise', { channelId: 'AseChannel' }],
    ['of no channel', { channelId: undefined }],
  ];
  it.each(refused)('%s is refused with 403', async (_what, more) => {
    const before = bot.connector.calls.length;
    expect((await say(await bearer(identity.sign(url)), more)).status).toBe(403);
    expect(bot.connector.calls).toHaveLength(before);
  });

  it('that wants its answer elsewhere than on the platform is refused with 403', async () => {
    const serviceUrl = 'https://example.org/collect';
    expect((await say(await bearer(identity.sign(serviceUrl)), { serviceUrl })).status).toBe(403);
  });

  it('is no leave to be written to elsewhere: an address in the store is checked, too', async () => {
    const somebody = bot.person({ token: () => identity.sign(url) });
    await somebody.say('hilfe');
    const [stored] = (await bot.store.list<{ id: string; serviceUrl: string }>('conversations')).filter(
      ({ value }) => value.id === somebody.conversation.id,
    );
    const moved = { ...stored!.value, serviceUrl: 'https://example.org/collect' };
    await bot.store.replace('conversations', stored!.id, moved, stored!.version);
    const message = { summary: 'x', text: 'x', card: null };
    const before = bot.connector.calls.length;
    expect(await bot.messenger.send({ conversation: somebody.conversation.id }, message)).toEqual({
      outcome: 'refused',
      status: 403,
    });
    expect(bot.connector.calls).toHaveLength(before);
  });

  it('without a service URL is no activity', async () => {
    expect((await say(await bearer(identity.sign(url)), { serviceUrl: undefined })).status).toBe(400);
  });

  it('cannot act as somebody else: /as is a question', async () => {
    const { text } = await say(await bearer(identity.sign(url)), { text: '/as kim' });
    expect(text).not.toContain('Sie handeln');
  });
});

describe('the platform’s hosts', () => {
  it.each([
    ['https://smba.trafficmanager.net/de/0000/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/', true],
    ['https://api.botframework.com', true],
    ['http://smba.trafficmanager.net/de/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['https://SMBA.TrafficManager.net/de/', true],
    ['https://smba.trafficmanager.net:443/', true],
    ['https://user@smba.trafficmanager.net/', false],
    ['https://:secret@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net@example.org/', false],
    ['https://smba.trafficmanager.net./', false],
    ['https://example.org/smba.trafficmanager.net', false],
    ['https://example.org/?.teams.microsoft.com', false],
    ['https://example.org/#.botframework.com', false],
    ['https://teams.microsoft.com.example.org/', false],
    ['https://[::1]/', false],
    ['https://smba.trafficmanager.net.example.org/', false],
    ['https://evil-botframework.com/', false],
    ['https://trafficmanager.net/', false],
    ['https://10.0.0.1/', false],
    ['https://localhost/', false],
  ])('%s: %s', (serviceUrl, allowed) => {
    // Asked again it is the same: answers are remembered.
    expect([platformOnly(serviceUrl), platformOnly(serviceUrl)]).toEqual([allowed, allowed]);
  });
});

describe('an incomplete registration', () => {
  it.each([
    { ...registration, id: '' },
    { ...registration, tenant: '' },
    { ...registration, type: 'MultiTenant' as never },
    { ...registration, password: null },
    { ...registration, password: '' },
  ])('never opens the door: %j', (incomplete) => {
    expect(() => createAdapter(incomplete)).toThrow();
  });
});

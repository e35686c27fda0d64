import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { isOutsider } from '../../src/teams/membership.js';
import { aPerson, aProgramme, aProject } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';
import type { Activity } from '../support/connector.js';
import { BOT_ID, IdentityService } from '../support/identity-service.js';
import { channelThread, TENANT, type Person } from '../support/person.js';

const ELSEWHERE = '99999999-9999-4999-8999-999999999999';
const TITLE = 'Glasfasernetz';
const programme = aProgramme({
  people: [
    aPerson({ id: 'listed', aadObjectId: 'aad-listed' }),
    aPerson({ id: 'named', aadObjectId: null, userPrincipalName: 'named@stadt.example' }),
  ],
  projects: [aProject({ id: 'p', register: 'running', title: { de: TITLE } })],
});
const registration = { id: BOT_ID, type: 'SingleTenant', tenant: TENANT, password: 'secret' } as const;

let identity: IdentityService;
let bot: TestBot;
let local: TestBot;
beforeAll(async () => {
  identity = await IdentityService.start();
  bot = await startBot({ programme, registration, overrides: identity.overrides() });
  local = await startBot({ programme });
});
afterAll(async () => {
  await bot.close();
  await local.close();
  await identity.close();
});
afterEach(() => {
  bot.connector.fault = null;
});

/** Somebody with a valid token of whom the roster says this. */
const somebody = (facts: Activity, options: Parameters<TestBot['person']>[0] = {}, at = bot): Person => {
  const person = at.person({ token: () => identity.sign(at.connector.url), ...options });
  at.connector.rosters.set(person.conversation.id, [{ ...person.account(), tenantId: TENANT, ...facts }]);
  return person;
};
const ASKED = 'Welche Projekte laufen gerade?';
const UNCHECKED = 'nicht prüfen';

describe('guests and people of other tenants', () => {
  const outsiders: [string, Activity][] = [
    ['a guest', { userRole: 'guest' }],
    ['an anonymous participant', { userRole: 'anonymous' }],
    [
      'an invited account the roster calls a user',
      { userRole: 'user', userPrincipalName: 'a_b.de#EXT#@stadt.example' },
    ],
    ['somebody of another tenant in a shared channel', { userRole: 'user', tenantId: ELSEWHERE }],
    ['a guest with the name of a listed person', { userRole: 'guest', userPrincipalName: 'named@stadt.example' }],
  ];

  it.each(outsiders)('get nothing whatever they do: %s', async (_what, facts) => {
    const person = somebody(facts);
    const before = bot.log.lines.length;
    await person.install();
    expect(bot.connector.chat(person.conversation.id)).toEqual([]);
    for (const text of [ASKED, 'status', 'digest', 'hilfe', 'was weißt du über mich']) {
      const answer = await person.say(text);
      expect(answer.text).toContain('nur für die Beschäftigten');
      expect(answer.text).not.toContain(TITLE);
    }
    const pressed = await person.press({ type: 'Action.Execute', verb: 'status.open', data: { project: 'p' } });
    expect(pressed.status).toBe(200);
    expect(pressed.text).toContain('nur für die Beschäftigten');
    expect(await bot.store.list('identities')).toEqual([]);
    const noted = (await bot.store.list<{ id: string }>('conversations')).map(({ value }) => value.id);
    expect(noted).not.toContain(person.conversation.id);
    expect(bot.log.lines.slice(before).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('get nothing in a channel either', async () => {
    const answer = await somebody({ userRole: 'guest' }, { conversation: channelThread('19:c@thread.tacv2') }).mention(
      ASKED,
    );
    expect(answer.text).not.toContain(TITLE);
  });

  it('get nothing in local mode', async () => {
    expect((await somebody({ userRole: 'Guest' }, {}, local).say(ASKED)).text).not.toContain(TITLE);
  });

  it('get nothing where the activity itself says so', async () => {
    const person = somebody({}, { is: 'listed' });
    const { from } = person.activity('message');
    expect((await person.say(ASKED, { from: { ...from, userRole: 'guest' } })).text).not.toContain(TITLE);
    expect((await person.say(ASKED, { from: { ...from, tenantId: ELSEWHERE } })).text).not.toContain(TITLE);
    expect((await person.say(ASKED)).text).toContain(TITLE);
  });
});

describe('colleagues', () => {
  it('the programme does not list may ask', async () => {
    expect((await somebody({ userRole: 'user' }).say(ASKED)).text).toContain(TITLE);
    expect((await somebody({ tenantId: TENANT.toUpperCase() }).say(ASKED)).text).toContain(TITLE);
  });

  it('whom no roster vouches for are asked to come back, and get in when it can be read', async () => {
    const person = somebody({ userRole: 'user' });
    bot.connector.fault = (call) => (call.path.includes('members') ? { status: 500 } : undefined);
    const answer = await person.say(ASKED);
    expect(answer.text).toContain(UNCHECKED);
    expect(answer.text).not.toContain(TITLE);
    bot.connector.fault = null;
    expect((await person.say(ASKED)).text).toContain(TITLE);
    bot.clock.advance(10 * 60_000);
    bot.connector.fault = (call) => (call.path.includes('members') ? { status: 500 } : undefined);
    expect((await person.say(ASKED)).text).toContain(TITLE);
  });

  it('listed by their directory id need no roster', async () => {
    const person = somebody({}, { is: 'listed' });
    bot.connector.rosters.delete(person.conversation.id);
    expect((await person.say(ASKED)).text).toContain(TITLE);
  });

  it('who are in no roster are not taken for some', async () => {
    const person = somebody({});
    bot.connector.rosters.delete(person.conversation.id);
    expect((await person.say(ASKED)).text).toContain(UNCHECKED);
  });
});

describe('our tenant', () => {
  it('may be configured in either case', async () => {
    const upper = { ...registration, tenant: TENANT.replaceAll('1', 'a').toUpperCase() };
    const other = await startBot({ programme, registration: upper, overrides: identity.overrides() });
    const tenantId = upper.tenant.toLowerCase();
    const person = somebody({ tenantId }, {}, other);
    const conversation = { ...person.conversation, tenantId };
    const answer = await person.say(ASKED, { conversation, channelData: { tenant: { id: tenantId } } });
    expect(answer.text).toContain(TITLE);
    await other.close();
  });

  it('does not matter where nothing is known of one', () => {
    expect(isOutsider({}, TENANT)).toBe(false);
    expect(isOutsider({ tenantId: ELSEWHERE }, null)).toBe(false);
  });
});

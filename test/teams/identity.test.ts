import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Turn } from '../../src/teams/turn.js';
import { aPerson, aProgramme } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';
import { channelThread } from '../support/person.js';

const kim = aPerson({ id: 'kim', aadObjectId: 'AAD-Kim', userPrincipalName: 'kim@stadt.example' });
const jo = aPerson({ id: 'jo', aadObjectId: null, userPrincipalName: 'Jo@Stadt.example' });

let bot: TestBot;
let seen: Turn['actor'] | null;
beforeEach(async () => {
  seen = null;
  const probe = (turn: Turn) => {
    seen = turn.actor;
    return Promise.resolve({ kind: 'nothing' as const });
  };
  bot = await startBot({
    programme: aProgramme({ people: [kim, jo] }),
    routes: () => [{ name: 'probe', matches: () => true, handle: probe }],
  });
});
afterEach(() => bot.close());

const lookUps = () => bot.connector.calls.filter((call) => call.path.includes('members')).length;

describe('people are recognised', () => {
  it('by their directory id, whatever its case, without asking the roster', async () => {
    await bot.person({ aadObjectId: 'aad-kim' }).say('Guten Tag');
    expect(seen).toEqual({ person: kim, key: 'aad-kim' });
    expect(lookUps()).toBe(0);
  });

  it('by the name the roster has for them, which is remembered', async () => {
    const person = bot.person({ userPrincipalName: 'jo@stadt.example' });
    await person.say('Guten Tag');
    await person.say('Noch einmal');
    expect(seen?.person).toEqual(jo);
    expect(lookUps()).toBe(1);
  });

  it('from the roster of the team where a thread has none', async () => {
    const person = bot.person({
      userPrincipalName: 'jo@stadt.example',
      conversation: channelThread('19:c@thread.tacv2'),
    });
    bot.connector.rosters.set('19:team@thread.tacv2', [person.account()]);
    bot.connector.rosters.delete(person.conversation.id);
    await person.mention('Guten Tag');
    expect(seen?.person).toEqual(jo);
  });

  it('never by the name they show', async () => {
    await bot.person({ name: kim.name }).say('Ich bin Kim');
    expect(seen?.person).toBeNull();
  });

  it('as who they are now when the programme changes', async () => {
    const person = bot.person({ userPrincipalName: 'jo@stadt.example' });
    await person.say('Guten Tag');
    const successor = { ...jo, userPrincipalName: 'neu@stadt.example' };
    const origin = { by: null, at: bot.clock.now().toISOString(), why: null };
    await bot.ledger.importProgramme(aProgramme({ people: [kim, successor] }), [], origin);
    await person.say('Guten Tag');
    expect(seen?.person).toBeNull();
  });
});

describe('somebody the programme does not list', () => {
  it('is looked up again only after some minutes', async () => {
    const person = bot.person();
    await person.say('eins');
    await person.say('zwei');
    expect(seen?.person).toBeNull();
    expect(lookUps()).toBe(1);
    bot.clock.advance(10 * 60_000);
    await person.say('drei');
    expect(lookUps()).toBe(2);
  });

  it('is asked for again at once when the roster could not be read', async () => {
    const person = bot.person({ userPrincipalName: 'jo@stadt.example' });
    bot.connector.failNext({ status: 500 }, 1, (call) => call.path.includes('members'));
    await person.say('eins');
    expect(seen?.person).toBeNull();
    await person.say('zwei');
    expect(seen?.person).toEqual(jo);
  });

  it('and has no directory id is told apart by the platform id', async () => {
    await bot.person({ aadObjectId: null }).say('Guten Tag');
    expect(seen?.key).toMatch(/^29:/);
  });
});

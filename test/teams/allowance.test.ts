import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Allowance, FOR_PEOPLE } from '../../src/teams/allowance.js';
import { aProgramme } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';
import { TestClock } from '../support/clock.js';
import { BOT_ID, IdentityService } from '../support/identity-service.js';
import { channelThread, TENANT, type Person } from '../support/person.js';

const TOO_MUCH = 'sehr viele Nachrichten auf einmal';

describe('an allowance', () => {
  const clock = new TestClock('2026-05-18T08:00:00Z');
  const taken = (allowance: Allowance, times: number, sender = 'one') =>
    Array.from({ length: times }, () => allowance.take(sender));

  it('gives the burst at once, then what the time gives back, and never more than the burst', () => {
    const allowance = new Allowance({ burst: 3, perMinute: 6 }, clock);
    expect(taken(allowance, 5)).toEqual(['yes', 'yes', 'yes', 'say-no', 'no']);
    clock.advance(9_999);
    expect(taken(allowance, 1)).toEqual(['no']);
    clock.advance(1);
    expect(taken(allowance, 2)).toEqual(['yes', 'no']);
    clock.advance(3_600_000);
    expect(taken(allowance, 4)).toEqual(['yes', 'yes', 'yes', 'say-no']);
  });

  it('says no once a minute, however long it goes on', () => {
    const allowance = new Allowance({ burst: 1, perMinute: 1 }, clock);
    const said = Array.from({ length: 600 }, () => {
      clock.advance(500);
      return allowance.take('one');
    }).filter((answer) => answer === 'say-no');
    expect(said).toHaveLength(5);
  });

  it('is each sender’s own', () => {
    const allowance = new Allowance({ burst: 2, perMinute: 1 }, clock);
    expect(taken(allowance, 3, 'one')).toEqual(['yes', 'yes', 'say-no']);
    expect(taken(allowance, 3, 'two')).toEqual(['yes', 'yes', 'say-no']);
  });

  it('bears a clock that is set back', () => {
    const allowance = new Allowance({ burst: 1, perMinute: 60 }, clock);
    expect(taken(allowance, 2)).toEqual(['yes', 'say-no']);
    clock.advance(-3_600_000);
    expect(allowance.take('one')).toBe('say-no');
    clock.advance(1_000);
    expect(allowance.take('one')).toBe('yes');
  });
});

describe('over HTTP', () => {
  let bot: TestBot;
  let person: Person;
  beforeEach(async () => {
    bot = await startBot({ programme: aProgramme(), rate: { burst: 3, perMinute: 6 } });
    person = bot.person();
  });
  afterEach(() => bot.close());
  const told = (times: number) => bot.connector.chat(person.conversation.id).length === times;

  it('who sends too much is told once, then heard again', async () => {
    for (let index = 0; index < 3; index += 1) expect((await person.say('hilfe')).text).not.toContain(TOO_MUCH);
    expect((await person.say('hilfe')).text).toContain(TOO_MUCH);
    for (let index = 0; index < 20; index += 1) expect((await person.say('hilfe')).status).toBe(200);
    expect(told(4)).toBe(true);
    bot.clock.advance(10_000);
    expect((await person.say('hilfe')).text).toContain('Guten Tag');
  });

  it('buttons count too, and each gets the answer a client waits for', async () => {
    const execute = { type: 'Action.Execute', verb: 'status.mine', data: {} };
    const outcomes = [];
    for (let index = 0; index < 6; index += 1) outcomes.push(await person.press(execute));
    expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(outcomes[3]!.body.value).toContain(TOO_MUCH);
    expect(outcomes[4]!.body).toMatchObject({ statusCode: 200, value: '' });
  });

  it('others are not touched, in the same channel neither', async () => {
    const thread = channelThread('19:c@thread.tacv2');
    const other = bot.person({ conversation: thread });
    person.join(thread);
    for (let index = 0; index < 8; index += 1) await person.mention('hilfe');
    expect((await other.mention('hilfe')).text).toContain('@Lotse');
  });

  it('costs no look-up any more', async () => {
    for (let index = 0; index < 4; index += 1) await person.say('hilfe');
    const before = bot.connector.calls.length;
    for (let index = 0; index < 20; index += 1) await person.say('hilfe');
    expect(bot.connector.calls).toHaveLength(before);
  });
});

describe('without anything said about it', () => {
  it('there is an end for everybody with a registration, and none in local mode', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const identity = await IdentityService.start();
    const registration = { id: BOT_ID, type: 'SingleTenant', tenant: TENANT, password: 'secret' } as const;
    const registered = await startBot({ programme: aProgramme(), registration, overrides: identity.overrides() });
    const local = await startBot({ programme: aProgramme() });
    const token = () => identity.sign(registered.connector.url);
    const talk = async (who: Person) => {
      const texts = [];
      for (let index = 0; index <= FOR_PEOPLE.burst; index += 1) texts.push((await who.say('hilfe')).text);
      return texts.filter((text) => text.includes(TOO_MUCH)).length;
    };
    expect(await talk(registered.person({ token }))).toBe(1);
    expect(await talk(local.person())).toBe(0);
    await Promise.all([registered.close(), local.close(), identity.close()]);
    jest.restoreAllMocks();
  });
});

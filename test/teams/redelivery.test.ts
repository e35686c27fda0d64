import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson, aProgramme, aProject } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';
import { BOT_ID, IdentityService } from '../support/identity-service.js';
import { TENANT } from '../support/person.js';

const programme = aProgramme({
  people: [aPerson({ id: 'kim', aadObjectId: 'aad-kim' })],
  projects: [aProject({ id: 'p', lead: { person: 'kim' } })],
});

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot({ programme });
});
afterEach(() => bot.close());

describe('an activity the platform posts again', () => {
  it('is answered once', async () => {
    const person = bot.person({ is: 'kim' });
    const activity = person.activity('message', { text: 'meine projekte' });
    expect((await person.post(activity)).messages).toHaveLength(1);
    const again = await person.post({ ...activity, timestamp: new Date().toISOString() });
    expect(again).toMatchObject({ status: 200, messages: [] });
  });

  it('is answered once while the first is under way, and both posts end together', async () => {
    const person = bot.person({ is: 'kim' });
    const activity = person.activity('message', { text: 'meine projekte' });
    const both = await Promise.all([person.post(activity), person.post(activity)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(bot.connector.chat(person.conversation.id)).toHaveLength(1);
  });

  it('gets the same answer where the answer is the HTTP response, and records once', async () => {
    const person = bot.person({ is: 'kim' });
    const data = { project: 'p', form: 'f', health: 'green' };
    const press = person.activity('invoke', {
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'status.submit', data } },
    });
    const [one, two] = [await person.post(press), await person.post(press)];
    expect(one.body.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(two.body).toEqual(one.body);
    expect(bot.ledger.portfolio()?.history.filter(({ type }) => type === 'report.submitted')).toHaveLength(1);
  });

  it('is another one with another id, in another conversation or with other words', async () => {
    const person = bot.person({ is: 'kim' });
    const activity = person.activity('message', { text: 'meine projekte' });
    await person.post(activity);
    const others = [{ id: 'other' }, { text: 'hilfe' }, { conversation: { ...person.conversation, id: 'a:other' } }];
    for (const other of others) expect((await person.post({ ...activity, ...other })).messages).toHaveLength(1);
    const bare = { ...activity, id: undefined };
    await person.post(bare);
    expect((await person.post(bare)).messages).toHaveLength(1);
  });
});

describe('somebody who copies an activity', () => {
  it('is not told what was answered', async () => {
    const identity = await IdentityService.start();
    const registration = { id: BOT_ID, type: 'SingleTenant', tenant: TENANT, password: 'secret' } as const;
    const closed = await startBot({ programme, registration, overrides: identity.overrides() });
    const person = closed.person({ is: 'kim' });
    const value = { action: { type: 'Action.Execute', verb: 'status.mine', data: { replace: true } } };
    const press = person.activity('invoke', { name: 'adaptiveCard/action', value });
    const authorization = `Bearer ${await identity.sign(closed.connector.url)}`;
    expect((await person.post(press, { authorization })).status).toBe(200);
    expect((await person.post(press)).status).toBe(401);
    await closed.close();
    await identity.close();
  });
});

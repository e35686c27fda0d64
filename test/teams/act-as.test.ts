import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRoutes } from '../../src/teams/routes.js';
import type { Route, Turn } from '../../src/teams/turn.js';
import { aPerson, aProgramme } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';

const people = [
  aPerson({ id: 'kim', aadObjectId: 'aad-kim', name: 'Kim *Muster*' }),
  aPerson({ id: 'office', roles: ['office'] }),
];
let bot: TestBot;
let seen: Turn | null;
beforeEach(async () => {
  seen = null;
  const probe: Route = {
    name: 'probe',
    matches: ({ text }) => text.startsWith('Notiz'),
    handle: (turn) => {
      seen = turn;
      return Promise.resolve({ kind: 'nothing' });
    },
  };
  bot = await startBot({
    programme: aProgramme({ people }),
    routes: (services, acting) => [probe, ...createRoutes(services, acting)],
  });
});
afterEach(() => bot.close());

describe('/as in local mode', () => {
  it('makes the sender act as somebody of the programme until /as alone ends it', async () => {
    const person = bot.person();
    expect((await person.say('/as kim')).text).toContain('Sie handeln jetzt als **Kim \\*Muster\\***');
    await person.say('Notiz');
    expect(seen?.actor.person?.id).toBe('kim');
    expect((await person.say('/as')).text).toContain('wieder als Sie selbst');
    await person.say('Notiz');
    expect(seen?.actor.person).toBeNull();
  });

  it('concerns nobody but the sender', async () => {
    await bot.person().say('/as kim');
    await bot.person().say('Notiz');
    expect(seen?.actor.person).toBeNull();
  });

  it('keeps the sender apart from the person in what is remembered of the talk', async () => {
    const person = bot.person({ aadObjectId: 'aad-x' });
    await person.say('/as kim');
    await person.say('Notiz');
    expect(seen?.actor.key).toBe('aad-x');
  });

  it('tells an id that does not exist, as it was typed, with some that do', async () => {
    const { text } = await bot.person().say('/as Nie*mand');
    expect(text).toContain('„Nie\\*mand“');
    expect(text).toContain('office');
  });

  it('makes messages to that person arrive in the sender’s chat from then on', async () => {
    const message = { summary: 'Für Kim', text: null, card: null };
    const person = bot.person();
    await person.say('/as kim');
    expect(await bot.messenger.send({ person: 'kim' }, message)).toMatchObject({ outcome: 'sent' });
    expect(bot.connector.chat(person.conversation.id).at(-1)?.activity.text).toBe('Für Kim');
    await person.say('/as office');
    await bot.messenger.send({ person: 'kim' }, message);
    expect(bot.connector.chat(person.conversation.id).filter((post) => post.activity.text === 'Für Kim')).toHaveLength(
      1,
    );
  });

  it('does not take a person’s messages away from their own chat', async () => {
    const kim = bot.person({ is: 'kim' });
    await kim.say('Notiz');
    await bot.person().say('/as kim');
    await bot.messenger.send({ person: 'kim' }, { summary: 'Für Kim', text: null, card: null });
    expect(bot.connector.chat(kim.conversation.id)).toHaveLength(1);
  });
});

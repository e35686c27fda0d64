import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startBot, type TestBot } from '../support/bot.js';
import type { Activity } from '../support/connector.js';
import { mutations } from '../support/mutations.js';
import { channelThread, groupChat, type Person } from '../support/person.js';
import { buttonsIn, inputsIn } from '../support/seen.js';

const SEED = 20260518;
/** What is typed into a card's inputs, by the input's name. */
const FILLED: Record<string, string> = {
  health: 'red',
  progress: '40',
  decision: 'Weiterbauen?',
  decisionBy: '2026-06-30',
  outcome: 'approved',
};
const PER_PLACE = 1;

let bot: TestBot;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(async () => {
  process.on('unhandledRejection', note);
  bot = await startBot();
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await bot.close();
});

it('valid activities, mutated in every field, meet no 5xx, no crash and no bug', async () => {
  const valid = await session();
  const mutated = mutations(valid, { perPlace: PER_PLACE, seed: SEED });
  expect(mutated.length).toBeGreaterThanOrEqual(2_000);
  bot.log.lines.length = 0;

  const statuses = new Map<number, number>();
  const failed: unknown[] = [];
  await inParallel(mutated, 8, async (activity) => {
    const response = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    await response.arrayBuffer();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.status >= 500) failed.push(activity);
  });

  expect(failed).toEqual([]);
  expect([...statuses.keys()].filter((status) => ![200, 400, 403].includes(status))).toEqual([]);
  expect(bot.log.at('error')).toEqual([]);
  expect(unhandled).toEqual([]);
  expect((await bot.person().say('Welche Projekte laufen gerade?')).text).toContain('Projekte');
}, 300_000);

/** What people do with the bot, as the activities they send: every kind of message, and every button of every card. */
async function session(): Promise<Activity[]> {
  const sent: Activity[] = [];
  const { people, projects } = bot.ledger.portfolio()!.programme;
  const project = projects.find((one) => one.register === 'running' && one.lead.person)!;
  const inRole = (role: 'office' | 'steering') => people.find((one) => one.roles.includes(role))!.id;
  const [lead, steering, office] = [project.lead.person!, inRole('steering'), inRole('office')].map((is) =>
    bot.person({ is }),
  ) as [Person, Person, Person];
  const keep = (person: Person) => {
    const post = person.post.bind(person);
    person.post = (activity, headers) => {
      sent.push(structuredClone(activity as Activity));
      return post(activity, headers);
    };
    return person;
  };
  for (const person of [lead, steering, office].map(keep)) {
    const words = [
      'hilfe',
      'status',
      'digest',
      'meine projekte',
      'Welche Projekte betreffen Amt 51?',
      project.title.de ?? project.id,
    ];
    const pressed = new Set<string>();
    await person.install();
    for (const text of words) {
      const { messages } = await person.say(text);
      for (const button of buttonsIn(messages)) {
        if (button.type !== 'Action.Execute' || pressed.has(button.verb)) continue;
        pressed.add(button.verb);
        const inputs = Object.fromEntries(inputsIn(messages).map(({ id }) => [id, FILLED[id.split(':')[0]] ?? 'Text']));
        await person.press(button, inputs, bot.connector.chat(person.conversation.id).at(-1)?.id);
        await person.pressFallback(button, inputs, bot.connector.chat(person.conversation.id).at(-1)?.id);
      }
    }
  }
  await office.join(groupChat()).say('hallo');
  await office.join(channelThread('19:steering@thread.tacv2')).install();
  await office.mention('digest hier');
  await office.mention('Was ist rot?');
  await office.invoke('task/fetch', { data: {} });
  await office.uninstall();
  return sent;
}

async function inParallel<T>(items: T[], workers: number, perform: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (const item of queue) await perform(item);
    }),
  );
}

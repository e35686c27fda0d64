import type { TestBot } from './bot.js';
import type { Activity } from './connector.js';
import { channelThread, groupChat, type Person } from './person.js';
import { buttonsIn, inputsIn } from './seen.js';

/** What is typed into a card's inputs, by the input's name. */
const FILLED: Record<string, string> = {
  health: 'red',
  progress: '40',
  decision: 'Weiterbauen?',
  decisionBy: '2026-06-30',
  outcome: 'approved',
};
/** What people do with the bot, as the activities they send: every kind of message, and every button of every card. */
export async function session(bot: TestBot): Promise<Activity[]> {
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
  await extension(office);
  await office.uninstall();
  return sent;
}

/** What Teams sends where people write. */
async function extension(person: Person): Promise<void> {
  const queryOptions = { skip: 0, count: 25 };
  const parameters = [{ name: 'words', value: 'digital' }];
  await person.invoke('composeExtension/query', { commandId: 'projects', parameters, queryOptions });
  const body = { contentType: 'html', content: '<p>Was läuft <at id="0">gerade</at>?</p>' };
  const mentions = [{ id: 0, mentionText: 'gerade', mentioned: { application: { id: 'app' } } }];
  const ask = { commandId: 'ask', commandContext: 'message' };
  await person.invoke('composeExtension/fetchTask', { ...ask, messagePayload: { id: '1', body, mentions } });
  const data = { verb: 'extension.insert', words: 'Was läuft?', asked: 'Was läuft?' };
  await person.invoke('composeExtension/submitAction', { ...ask, data });
  for (const name of ['queryLink', 'anonymousQueryLink']) {
    await person.invoke(`composeExtension/${name}`, { url: 'https://stadt.example/#project-p' });
  }
}

export async function inParallel<T>(items: T[], workers: number, perform: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: workers }, async () => {
      for (const item of queue) await perform(item);
    }),
  );
}

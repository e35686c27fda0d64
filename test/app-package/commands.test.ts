import fs from 'node:fs';
import { watchedRoutes } from '../support/ways.js';
import { startBot, type TestBot } from '../support/bot.js';
import { channelThread, groupChat } from '../support/person.js';

interface Manifest {
  bots: { commandLists: { scopes: string[]; commands: { title: string }[] }[] }[];
}
const read = (file: string) => JSON.parse(fs.readFileSync(`appPackage/${file}`, 'utf8')) as unknown;
const { commandLists } = (read('manifest.json') as Manifest).bots[0]!;
const LOCALES = { 'de.json': 'de-DE', 'en.json': 'en-GB' };

/** Every command that the app offers, as people see it: by its language and where. */
const offered = Object.entries(LOCALES).flatMap(([file, locale]) => {
  const texts = read(file) as Record<string, string>;
  return commandLists.flatMap(({ scopes, commands }, list) =>
    scopes.flatMap((scope) =>
      commands.map((_, at) => [texts[`bots[0].commandLists[${list}].commands[${at}].title`]!, scope, locale] as const),
    ),
  );
});

let bot: TestBot;
let ways: string[];
beforeAll(async () => {
  bot = await startBot({
    routes: watchedRoutes((name) => ways.push(name)),
  });
});
afterAll(() => bot.close());
beforeEach(() => (ways = []));

const OFFICE = 'programmbuero-digitalisierung';
const places = { personal: undefined, team: channelThread('19:channel@thread.tacv2'), groupChat: groupChat() };

/** What somebody of the office gets who sends a command where it is offered. */
async function send(text: string, scope: string, locale: string) {
  const conversation = places[scope as keyof typeof places];
  const person = bot.person({ is: OFFICE, locale, ...(conversation ? { conversation } : {}) });
  return scope === 'personal' ? person.say(text) : person.mention(text);
}

it('offers commands in both languages and every scope', () => {
  expect(new Set(offered.map(([, scope]) => scope))).toEqual(new Set(['personal', 'team', 'groupChat']));
  expect(offered.length).toBeGreaterThanOrEqual(20);
});

it.each(offered)('understands “%s” in %s (%s)', async (title, scope, locale) => {
  const { status, text } = await send(title, scope, locale);
  expect(status).toBe(200);
  expect(text).toMatch(/\S/);
  // A command has a way of its own: it is no question that happens to be answered, and no refusal.
  expect(ways).toHaveLength(1);
  expect(ways[0]).not.toMatch(/question|too-long|unknown/i);
  expect(bot.log.at('error')).toEqual([]);
});

it('would notice a command that nobody understands', async () => {
  await send('quaxnobel', 'personal', 'de-DE');
  expect(ways[0]).toMatch(/question/i);
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { aDepartment, aPerson, aProgramme, aProject } from '../builders.js';
import { startBot, type BotOptions, type TestBot } from '../support/bot.js';
import { buttonsIn, findAll, readable } from '../support/seen.js';

const musterstadt = aProgramme({
  vocabulary: { department: { de: 'Fachbereich', en: 'department' }, division: { de: 'Dezernat', en: 'division' } },
  departments: [aDepartment({ id: '7', shortName: 'FB 7', name: { de: 'Grünflächen und Friedhöfe' } })],
  actionFields: [{ id: 'ffm', name: { de: 'Freiflächen & Mobilität', en: 'Open spaces & mobility' }, aliases: [] }],
  people: [aPerson({ id: 'kim', aadObjectId: 'aad-kim', department: '7' })],
  projects: [
    aProject({
      title: { de: 'Baumkataster', en: 'Tree register' },
      register: 'running',
      actionFields: ['ffm'],
      lead: { department: '7', person: 'kim' },
    }),
  ],
});

let bot: TestBot;
afterEach(() => bot.close());

describe.each<[string, BotOptions]>([
  ['the demo programme', {}],
  ['another city', { programme: musterstadt }],
])('the questions suggested for %s', (_city, options) => {
  it.each(['de-DE', 'en-GB'])('are answered with its projects (%s)', async (locale) => {
    bot = await startBot(options);
    const { people, projects } = bot.ledger.portfolio()!.programme;
    const titles = projects.flatMap(({ title }) => [title.de, title.en]).filter((title) => title !== undefined);
    const person = bot.person({ is: people.find((one) => one.department)!.id, locale });
    const { messages } = await person.say(locale === 'de-DE' ? 'hilfe' : 'help');
    const questions = buttonsIn(messages).filter(({ data }) => !['status', 'digest'].includes(data.text));
    expect(questions).toHaveLength(3);
    const shown = readable(findAll(messages, ({ type, wrap }) => type === 'TextBlock' && wrap === true));
    for (const question of questions) {
      // Whole, however long a city's names are: clients cut off what stands on a button.
      expect(shown.replaceAll('\\', '')).toContain(question.data.text);
      const answer = await person.press(question);
      expect(titles.some((title) => answer.text.includes(title))).toBe(true);
    }
  });
});

it('a greeting is returned in its own language, whatever the client is set to', async () => {
  bot = await startBot({ programme: musterstadt });
  const person = bot.person({ locale: 'en-US' });
  expect((await person.say('Grüß Gott!')).text).toContain('Guten Tag, ich bin Lotse.');
  expect((await bot.person({ locale: 'en-US' }).say('Hi')).text).toContain('Hello, I am Lotse.');
});

describe.each(['hilfe', 'help'])('the commands of a role (%s)', (word) => {
  const said = /[„“](.+?)[“”]/g;
  const commandsOf = async (is: string) => {
    const { text } = await bot.person({ is }).say(word);
    const lines = text.split('\n').filter((line) => line.startsWith('- ') && /[„“]/.test(line));
    // Text and card say the same.
    return [...new Set(lines.flatMap((line) => [...line.matchAll(said)].map(([, command = '']) => command)))];
  };

  it('are shown to those who have it, and each of them is understood', async () => {
    bot = await startBot();
    const { people } = bot.ledger.portfolio()!.programme;
    const withRole = (role: string | null) =>
      people.find(({ roles }) => (role ? roles.some((one) => one === role) : roles.length === 0))!.id;
    const office = await commandsOf(withRole('office'));
    const steering = await commandsOf(withRole('steering'));
    expect(await commandsOf(withRole(null))).toEqual([]);
    expect(office.length).toBeGreaterThan(6);
    expect(steering).toHaveLength(4);
    for (const [role, commands] of [
      ['office', office],
      ['steering', steering],
    ] as const)
      for (const command of commands.filter((one) => !one.startsWith('@'))) {
        const { text, messages } = await bot.person({ is: withRole(role) }).say(command.replaceAll('\\', ''));
        expect(`${command}: ${text} ${readable(messages)}`).not.toMatch(
          /nicht verstanden|not understand|nur das|only the/i,
        );
      }
  });
});

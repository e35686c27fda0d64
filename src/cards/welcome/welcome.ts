import { t, type Key } from '../../locales/index.js';
import type { Message } from '../../programme/messenger.js';
import { isOffice, isSteering } from '../../programme/policies/person.js';
import { answersFor } from '../../programme/policies/project.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Person } from '../../programme/programme.js';
import { inLanguage, type Lang } from '../../programme/text.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { render } from '../render.js';
import personal from './personal.json' with { type: 'json' };
import shared from './shared.json' with { type: 'json' };

export interface Reader {
  person: Person | null;
  lang: Lang;
}

/** What Lotse can do for somebody, with buttons for a first question, their report and the digest. */
export function welcome(portfolio: Portfolio, { person, lang }: Reader, hint: string | null = null): Message {
  const heading = t(lang, 'bot.welcome.heading');
  const intro = t(lang, 'bot.welcome.intro', programmeName(portfolio, lang));
  const examples = exampleQuestions(portfolio, { person, lang });
  const sections = [
    {
      heading: t(lang, 'bot.welcome.report.heading'),
      text: t(lang, 'bot.welcome.report.text', { projects: ownProjects(portfolio, person) }),
      button: { title: t(lang, 'bot.welcome.report.button'), text: 'status' },
    },
    {
      heading: t(lang, 'bot.welcome.digest.heading'),
      text: t(lang, 'bot.welcome.digest.text'),
      button: { title: t(lang, 'bot.welcome.digest.button'), text: 'digest' },
    },
  ];
  const ask = {
    heading: t(lang, 'bot.welcome.ask.heading'),
    text: t(lang, 'bot.welcome.ask.text'),
    // They wrap like any text: on a button, clients cut off what is long, and cities give their fields long names.
    examples: examples.map((text) => ({ text, shown: md(text) })),
  };
  const roles = roleBlocks(portfolio, { person, lang });
  const text = [
    heading,
    intro,
    [ask.text, ...examples.map((example) => `- ${md(example)}`)].join('\n'),
    ...sections.map((section) => `**${section.button.text}** – ${section.text}`),
    ...roles.map((block) => [`**${block.heading}**`, block.text].join('\n\n')),
    ...(hint ? [hint] : []),
  ].join('\n\n');
  const card = finish(render(personal, { lang, heading, intro, ask, sections, roles, note: hint }));
  return { summary: heading, text, card };
}

/** The same for a group chat or a channel, where everybody reads it: short, without buttons. */
export function sharedWelcome(portfolio: Portfolio | undefined, lang: Lang): Message {
  const heading = t(lang, 'bot.welcome.heading');
  const lines = {
    intro: portfolio ? t(lang, 'bot.welcome.intro', programmeName(portfolio, lang)) : t(lang, 'bot.noProgramme'),
    ask: t(lang, 'bot.welcome.shared.ask'),
    digest: t(lang, 'bot.welcome.shared.digest'),
    private: t(lang, 'bot.welcome.shared.private'),
  };
  const card = finish(render(shared, { lang, heading, ...lines }));
  return { summary: heading, text: [heading, ...Object.values(lines)].join('\n\n'), card };
}

/** Questions that this programme can answer, as somebody there would ask them. */
function exampleQuestions({ programme }: Portfolio, { person, lang }: Reader): string[] {
  const living = programme.departments.filter(({ kind }) => kind !== 'dissolved');
  const running = programme.projects.find((project) => project.register === 'running');
  const department = [person?.department, running?.lead.department]
    .map((id) => living.find((one) => one.id === id))
    .find((one) => one !== undefined);
  const field = programme.actionFields.find((one) => one.id === running?.actionFields[0]) ?? programme.actionFields[0];
  return [
    t(lang, 'bot.example.running'),
    ...(department ? [t(lang, 'bot.example.department', { department: department.shortName })] : []),
    ...(field ? [t(lang, 'bot.example.actionField', { field: inLanguage(field.name, lang) })] : []),
  ];
}

const OFFICE = ['missing', 'rhythm', 'request', 'decisions', 'absences', 'channel'] as const;
const STEERING = ['open', 'conditions', 'log', 'own'] as const;
const ABOUT_A_PROJECT = new Set<Key>([
  'bot.welcome.office.rhythm',
  'bot.welcome.office.request',
  'bot.welcome.steering.own',
]);

/** What only the programme office or the steering group says, with a project of this programme as the example. */
function roleBlocks({ programme }: Portfolio, { person, lang }: Reader): { heading: string; text: string }[] {
  const example = programme.projects.find(({ register }) => register === 'running') ?? programme.projects[0];
  const project = example ? md(inLanguage(example.title, lang)) : null;
  const block = (heading: Key, keys: readonly Key[]) => ({
    heading: t(lang, heading),
    text: keys
      .filter((key) => project !== null || !ABOUT_A_PROJECT.has(key))
      .map((key) => `- ${t(lang, key, { project: project ?? '' })}`)
      .join('\n'),
  });
  const office = OFFICE.map((line) => `bot.welcome.office.${line}` as const);
  const steering = STEERING.map((line) => `bot.welcome.steering.${line}` as const);
  return [
    ...(isOffice(person) ? [block('bot.welcome.office.heading', office)] : []),
    ...(isSteering(person) ? [block('bot.welcome.steering.heading', steering)] : []),
  ];
}

function ownProjects(portfolio: Portfolio, person: Person | null): number {
  return portfolio.programme.projects.filter((project) => answersFor(person, project)).length;
}

function programmeName({ programme }: Portfolio, lang: Lang): { title: string; city: string } {
  return { title: md(inLanguage(programme.title, lang)), city: md(programme.city) };
}

import { t } from '../../locales/index.js';
import type { Programme } from '../../programme/programme.js';
import { isOffice, isSteering } from '../../programme/policies/person.js';
import { inLanguage, LANGUAGES, type Lang } from '../../programme/text.js';
import type { Persona } from './persona.js';

export interface Running {
  programme: Programme;
  persona: Persona | undefined;
  /** Where the bot listens. */
  bot: string;
  /** The Playground's page, undefined without it. */
  playground: string | undefined;
}

/** What is said once everything runs, in German and in English. */
export function greeting(running: Running): string {
  return LANGUAGES.map((lang) => greetingIn(lang, running)).join('\n\n');
}

function greetingIn(lang: Lang, { programme, persona, bot, playground }: Running): string {
  const other = programme.people.find((person) => isOffice(person)) ?? programme.people[0];
  const who = persona && {
    name: persona.person.name,
    projects: persona.projects.length,
    steering: isSteering(persona.person),
  };
  const steps = [
    t(lang, 'demo.ask'),
    t(lang, 'demo.report'),
    t(lang, 'demo.digest', { address: `${bot}/api/jobs/digest` }),
  ];
  return [
    t(lang, 'demo.ready', { title: inLanguage(programme.title, lang) }),
    playground
      ? `\n    ${t(lang, 'demo.open', { address: playground })}\n`
      : `\n    ${t(lang, 'demo.bot', { address: `${bot}/api/messages` })}\n`,
    ...(who ? [t(lang, 'demo.persona', who)] : []),
    t(lang, 'demo.try'),
    ...steps.map((step, at) => `  ${at + 1}. ${step}`),
    ...(other ? [t(lang, 'demo.actAs', { id: other.id })] : []),
    t(lang, 'demo.stop'),
  ].join('\n');
}

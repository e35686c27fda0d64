import { md } from '../../cards/escape.js';
import { t } from '../../locales/index.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Acting } from '../acting.js';
import { type Route, type Turn, words } from '../turn.js';

const COMMAND = /^\/as(?:\s+(\S.*))?$/is;

/** Local mode only: `/as <person id>` makes the sender act as that person, `/as` alone ends it. */
export function actAsRoute(acting: Acting): Route {
  return {
    name: 'act-as',
    matches: (turn) => turn.action === null && COMMAND.test(turn.text),
    handle: async (turn) => words(await actAs(turn, acting)),
  };
}

async function actAs({ actor, portfolio, text, lang }: Turn, acting: Acting): Promise<string> {
  const id = COMMAND.exec(text)?.[1]?.trim();
  if (!id) {
    await acting.set(actor.key, null);
    return t(lang, 'bot.actAs.ended');
  }
  const person = portfolio.programme.people.find((one) => one.id === id);
  if (!person) return t(lang, 'bot.actAs.unknown', { person: md(id), examples: examples(portfolio).join(', ') });
  await acting.set(actor.key, person.id);
  return t(lang, 'bot.actAs.begun', { name: md(person.name), person: md(person.id) });
}

/** One person of each kind there is something to try with. */
function examples({ programme }: Portfolio): string[] {
  const { people, projects } = programme;
  const lead = projects.find((project) => project.register === 'running' && project.lead.person)?.lead.person;
  const found = [
    people.find((person) => person.roles.includes('office'))?.id,
    people.find((person) => person.roles.includes('steering'))?.id,
    lead,
    ...people.slice(0, 3).map((person) => person.id),
  ];
  return [...new Set(found)]
    .filter((id): id is string => !!id)
    .slice(0, 3)
    .map(md);
}

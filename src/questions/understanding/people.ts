import type { Person, Programme } from '../../programme/programme.js';
import type { Filters, Question } from '../question.js';
import type { Rule } from './decide-rule.js';
import type { Draft } from './draft.js';
import { fold } from './fold.js';
import { FILLERS, LIGHT } from './lexicon.js';
import type { Lexis } from './lexis.js';
import type { NameMatch, NameTable } from './names.js';
import { has, said, type Sentence, type Thing } from './sentence.js';
import type { Token } from './tokens.js';

/** What stands before a person's name. */
const TITLES = new Set(
  'frau herr herrn hr fr dr prof professor professorin mag ing dipl kollege kollegen kollegin mr mrs ms miss'.split(
    ' ',
  ),
);
const ADDRESS = /^(?:frau|herr|herrn|hr|mr|mrs|ms|miss)$/;

/** Enters people by their full name and by their surname; who is called "Programmbüro" or "Leitung 3" is nobody's name. */
export function addPeople(table: NameTable, { people }: Programme): void {
  for (const { id, name } of people) {
    const parts = nameParts(name);
    if (!parts) continue;
    table.add(parts.join(' '), { noun: 'person', id, via: 'name' });
    table.add(parts.at(-1) ?? '', { noun: 'person', id, via: 'part' });
  }
}

/** The words of people's names, for spelling. */
export function wordsOfNames(people: readonly Person[]): string[] {
  return people.flatMap(({ name }) => nameParts(name) ?? []);
}

const LONGEST_NAME = 5;
const PARTICLE = /^(?:von|van|vom|zu|zur|de|der|den|del|di|da|dos|la|le|al|el|bin|ter|y)$/i;
/** Accounts that stand for an office rather than somebody: "Projektleitung Geoportal", "Vorsitz Lenkungsgruppe". */
const OFFICE =
  /^(?:projekt|programm|leit|vorsitz|team|b[uü]ro|gesch[aä]fts|stab|lenkung|steuerung|amt|referat|dezernat|fach|verwaltung|chief|head|office|project|programme|lead)/i;

function nameParts(name: string): string[] | null {
  const parts = name.split(/[\s,]+/).filter((part) => part && !TITLES.has(fold(part.replace(/\.$/, ''))));
  const isName =
    parts.length >= 2 &&
    parts.length <= LONGEST_NAME &&
    !OFFICE.test(parts[0] ?? '') &&
    parts.every((part) => /^\p{Lu}[\p{L}.'’-]*$/u.test(part) || PARTICLE.test(part));
  return isName ? parts : null;
}

/** Whether a surname is meant as one: "Frau Amsel", or a word that means nothing else. */
export function isPerson(lexis: Lexis, tokens: readonly Token[], match: NameMatch): boolean {
  if (TITLES.has(tokens[match.from - 1]?.word ?? '')) return true;
  const [token] = tokens.slice(match.from, match.to);
  if (!token || match.to - match.from > 1) return false;
  const otherwise =
    lexis.topics.known(token.word) ||
    lexis.topics.compounds.has(token.stem) ||
    lexis.grammar.words.has(token.word) ||
    [...lexis.grammar.prefixes].some((prefix) => prefix.length >= 4 && token.word.startsWith(prefix)) ||
    FILLERS.has(token.word) ||
    LIGHT.has(token.word);
  return !otherwise;
}

/** A name's place with the titles before it. */
export function withTitles(tokens: readonly Token[], from: number): number {
  let start = from;
  while (TITLES.has(tokens[start - 1]?.word ?? '')) start--;
  return start;
}

/** "Frau Unbekannt": somebody the programme does not name. */
export function unknownPeople(lexis: Lexis, tokens: readonly Token[], things: readonly Thing[]): Thing[] {
  return tokens.flatMap((token, at): Thing[] => {
    const next = tokens[at + 1];
    const isFree = !things.some((thing) => at + 1 >= thing.from && at < thing.to);
    if (!next || !isFree || !ADDRESS.test(token.word) || !/^\p{Lu}/u.test(next.raw) || /[,;.!?]/.test(token.after))
      return [];
    if (lexis.topics.known(next.word) || lexis.grammar.words.has(next.word) || FILLERS.has(next.word)) return [];
    return [{ noun: 'person', ids: [], from: at, to: at + 2, via: 'guess', said: said(tokens, at, at + 2) }];
  });
}

/** Conditions on who leads or stands in. */
export function readPeople(sentence: Sentence, filters: Filters, denied: ReadonlySet<number>): void {
  const role: 'lead' | 'deputy' = has(sentence, 'field.deputies') ? 'deputy' : 'lead';
  for (const isDenied of [false, true]) {
    const persons = sentence.things
      .filter((thing) => thing.noun === 'person' && denied.has(thing.from) === isDenied)
      .flatMap((thing) => thing.ids);
    if (persons.length === 0) continue;
    const people = { persons: [...new Set(persons)], role };
    if (isDenied) filters.not = { ...filters.not, people };
    else filters.people = people;
  }
}

/** "Was leitet Frau Amsel?", "Wer vertritt sie?": the projects are told, never figures about somebody. */
export const peopleAsked =
  ({ programme }: Pick<Lexis, 'programme'>): Rule =>
  (sentence, draft) => {
    const stranger = sentence.things.find((thing) => thing.noun === 'person' && thing.ids.length === 0);
    if (stranger) return { intent: 'notUnderstood', words: [stranger.said], near: [] };
    const { people } = draft.filters;
    if (!people || draft.project) return null;
    if (people.role === 'deputy' && has(sentence, 'ask.who')) return deputiesOf(programme, people.persons);
    return listOf(narrowed(draft));
  };

/** Who stands in for somebody stands with each project they lead. */
function deputiesOf({ projects }: Programme, persons: readonly string[]): Question {
  const led = projects.filter(({ lead }) => lead.person !== null && persons.includes(lead.person));
  const [only, second] = led;
  if (only && !second) return { intent: 'fact', project: only.id, fields: ['deputies'] };
  return led.length <= MOST_COMPARED && only
    ? { intent: 'compare', projects: led.map(({ id }) => id), fields: ['deputies'] }
    : listOf({ people: { persons: [...persons], role: 'lead' } });
}
const MOST_COMPARED = 4;

const listOf = (filters: Filters): Question => ({ intent: 'list', filters, order: null, limit: null, page: 0 });

/** What is left over beside a name describes the person ("die Leiterin Frau Amsel") rather than a topic nothing is about. */
function narrowed({ filters, leftover }: Draft): Filters {
  const { topic, has: _h, ...others } = filters;
  return topic && leftover.some((token) => /^\p{Lu}/u.test(token.raw)) ? { ...others, topic } : others;
}

import type { Person, Programme } from '../../programme/programme.js';
import { fold } from './fold.js';
import type { NameTable } from './names.js';

/** What stands before a person's name. */
export const TITLES: ReadonlySet<string> = new Set(
  'frau herr herrn hr fr dr prof professor professorin mag ing dipl kollege kollegen kollegin mr mrs ms miss'.split(
    ' ',
  ),
);

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

/** What somebody is called by besides the surname, folded. */
export const givenNames = (name: string): string[] =>
  nameParts(name)
    ?.slice(0, -1)
    .map((part) => fold(part)) ?? [];

const LONGEST_NAME = 5;
const PARTICLE = /^(?:von|van|vom|zu|zur|de|der|den|del|di|da|dos|la|le|al|el|bin|ter|y)$/i;
/** Whose account it is by its last part, whatever stands before: "Betriebsleitung", "Onlineredaktion", "Energiemanager". */
const ROLE =
  /(?:leitung|leiter|leiterin|vertretung|koordination|koordinator|koordinatorin|redaktion|manager|managerin|management|beauftragter?|stelle|b[uü]ro|team|dienst|technik|betrieb|abteilung|referent|referentin|sekretariat|vorstand|f[uü]hrung|verwaltung|assistenz|steuerung|officer|director|coordinator|coordination|deputy|desk|unit|service|services)$/i;
/** Accounts that stand for an office rather than somebody: "Projektleitung Geoportal", "Vorsitz Lenkungsgruppe". */
const OFFICE =
  /^(?:projekt|programm|leit|vorsitz|team|b[uü]ro|gesch[aä]fts|stab|lenkung|steuerung|amt|referat|dezernat|fach|verwaltung|chief|head|office|project|programme|lead)/i;

/** The parts of somebody's name without titles, the surname last; null for an account that is nobody's name. */
export function nameParts(name: string): string[] | null {
  const parts = name.split(/[\s,]+/).filter((part) => part && !TITLES.has(fold(part.replace(/\.$/, ''))));
  const isName =
    parts.length >= 2 &&
    parts.length <= LONGEST_NAME &&
    !OFFICE.test(parts[0] ?? '') &&
    !ROLE.test(parts[0] ?? '') &&
    parts.every((part) => /^\p{Lu}[\p{L}.'’-]*$/u.test(part) || PARTICLE.test(part));
  return isName ? parts : null;
}

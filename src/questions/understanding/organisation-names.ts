import type { Programme } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import { properName } from './city-name.js';
import { fold } from './fold.js';
import { GENERAL_VOCABULARY } from './lexicon.js';
import type { NameTable } from './names.js';
import { arabic } from './numerals.js';
import type { Token } from './tokens.js';

/** How this city speaks of its departments and divisions. */
export interface OrganisationWords {
  department: ReadonlySet<string>;
  division: ReadonlySet<string>;
}

/** The city's own words from `vocabulary` plus what administrations say in general; the city's own meaning wins. */
export function organisationWords(programme: Programme): OrganisationWords {
  const own = {
    department: wordings(programme.vocabulary.department).flatMap((word) => inflected(fold(word))),
    division: wordings(programme.vocabulary.division).flatMap((word) => inflected(fold(word))),
  };
  const department = new Set([...own.department, ...programme.departments.flatMap((one) => prefixOf(one.shortName))]);
  // "FB 2" as an alias of "Fachbereich 2": there the letters speak of divisions, whatever they are elsewhere.
  const called = programme.divisions.flatMap((one) => one.aliases.flatMap(prefixOf));
  const division = new Set([...own.division, ...called.filter((prefix) => !department.has(prefix))]);
  for (const word of GENERAL_VOCABULARY.department) if (!division.has(word)) department.add(word);
  for (const word of GENERAL_VOCABULARY.division) if (!department.has(word)) division.add(word);
  return { department, division };
}

/** How many words from a place on say a kind of office: 1 for "Dezernat", 2 for "business area", 0 where they say none. */
export function kindLength(words: ReadonlySet<string>, tokens: readonly Token[], at: number): number {
  if (words.has(tokens[at]?.word ?? '')) return 1;
  return words.has(`${tokens[at]?.word ?? ''} ${tokens[at + 1]?.word ?? ''}`) ? 2 : 0;
}

/** The same where the last of the words is known. */
export const kindEnding = (words: ReadonlySet<string>, tokens: readonly Token[], at: number): number =>
  kindLength(words, tokens, at - 1) === 2 ? 2 : words.has(tokens[at]?.word ?? '') ? 1 : 0;

/** The letters before the number of an organisation: "amt" of "Amt 51". */
function prefixOf(name: string): string[] {
  const prefix = /^(\p{L}{1,12})\.?\s*\d/u.exec(name)?.[1];
  return prefix ? [fold(prefix)] : [];
}

function inflected(word: string): string[] {
  return [word, `${word}s`, `${word}es`, `${word}e`, `${word}en`, `${word}er`, `${word}ern`];
}

/** Enters every name of the departments and divisions, and the parts of names that stand without "Amt für". */
export function addOrganisationNames(table: NameTable, programme: Programme, words: OrganisationWords): void {
  const city = ` ${properName(programme.city)}`;
  for (const department of programme.departments) {
    const name = (text: string, via: 'name' | 'alias' | 'former' | 'part') =>
      table.add(text, { noun: 'department', id: department.id, via });
    for (const text of wordings(department.name)) {
      name(text, 'name');
      // Nobody says the city's name within it.
      if (text.endsWith(city)) name(text.slice(0, -city.length), 'alias');
      name(withoutBrackets(text), 'name');
      for (const piece of dashed(text)) name(piece, 'alias');
      for (const part of [...nameParts(text, words.department), ...withoutKind(text, words.department)])
        name(part, 'part');
    }
    if (!/^\d+$/.test(department.shortName)) name(department.shortName, 'alias');
    if (/\p{L}/u.test(department.id)) name(department.id, 'alias');
    for (const alias of department.aliases) name(alias, 'alias');
    for (const text of [department.shortName, ...wordings(department.name), ...department.aliases])
      for (const other of otherKind(text)) name(other, 'alias');
    for (const former of department.formerNames) name(withoutBrackets(former.name), 'former');
  }
  for (const division of programme.divisions) {
    const name = (text: string, via: 'name' | 'alias' | 'former' | 'part') =>
      table.add(text, { noun: 'division', id: division.id, via });
    for (const text of wordings(division.name)) {
      name(text, 'name');
      for (const part of nameParts(text, words.division)) name(part, 'part');
    }
    for (const alias of division.aliases) name(alias, 'alias');
    for (const former of division.formerNames) name(withoutBrackets(former.name), 'former');
  }
}

/** What kinds of offices are called for short. */
const KINDS: readonly (readonly [string, string])[] = [
  ['EB', 'Eigenbetrieb'],
  ['FB', 'Fachbereich'],
  ['FD', 'Fachdienst'],
  ['SG', 'Sachgebiet'],
  ['Abt', 'Abteilung'],
  ['St', 'Stabsstelle'],
  ['GB', 'Geschäftsbereich'],
  ['Dez', 'Dezernat'],
  ['Ref', 'Referat'],
];

/** "Eigenbetrieb Bäder" for "EB Bäder" and the other way round; what goes by a number is found by that. */
function otherKind(text: string): string[] {
  const [kind = '', ...rest] = text.split(/\.?\s+/);
  const matter = rest.join(' ');
  if (!/^\p{L}{3,}/u.test(matter)) return [];
  return KINDS.flatMap(([short, long]) =>
    kind === short ? [`${long} ${matter}`] : kind === long ? [`${short} ${matter}`] : [],
  );
}

/** Numbers a department or division goes by: digits of its id or short name, a division's roman numeral. */
export function numbersOf(id: string, texts: readonly string[], words: ReadonlySet<string>): Set<string> {
  const numbers = new Set<string>();
  const take = (text: string) => {
    if (/^\d+(?:\.\d+)*$/.test(text)) numbers.add(text.replace(/^0+(?=\d)/, ''));
    else {
      const value = arabic(text);
      if (value !== undefined) numbers.add(String(value));
    }
  };
  take(id);
  const idNumber = /^[^\d]{1,16}(\d+(?:\.\d+)*)$/u.exec(id)?.[1];
  if (idNumber) take(idNumber);
  for (const text of texts) {
    // "Dez. 3" abbreviates with a dot, "FD 3.1" counts with one.
    const [head = '', next = '', label = ''] = text.split(/\s+|(?<=\p{L})\.\s*/u);
    // "Business area C": the kind is said in two words.
    const [first, second] = words.has(fold(`${head} ${next}`)) ? [`${head} ${next}`, label] : [head, next];
    const glued = /^(\p{L}{1,12})(\d+(?:\.\d+)*)$/u.exec(first);
    if (glued?.[2]) take(glued[2]);
    else if (second && words.has(fold(first))) {
      const number = second.replace(/[^\p{L}\d.]/gu, '');
      take(number);
      if (/^\p{L}$/u.test(number)) numbers.add(fold(number));
    } else if (/^\d+(?:\.\d+)*$/.test(text)) take(text);
  }
  return numbers;
}

/** "Theater – schauspiel erlangen": either side is a name of its own. */
const dashed = (text: string): string[] => {
  const pieces = withoutBrackets(text).split(/\s+[–—-]\s+/);
  return pieces.length > 1 ? pieces : [];
};

const withoutBrackets = (text: string): string => text.replace(/\s*\([^)]*\)/g, '').trim();

/** "Schulverwaltungsamt" → "Schulverwaltung", "School administration office" → "School administration". */
function withoutKind(text: string, words: ReadonlySet<string>): string[] {
  const compound = /^(\p{L}+verwaltung)s(?:amt|betrieb|stelle)$/iu.exec(text)?.[1];
  if (compound) return [compound];
  const named = withoutBrackets(text).split(/\s+/);
  const last = named.pop() ?? '';
  return named.length >= 2 && words.has(fold(last)) ? [named.join(' ')] : [];
}

/** "Amt für Sport und Bildung" → "Sport und Bildung"; "Referat IV – Kultur" → "Kultur"; "Theater – schauspiel" → both. */
function nameParts(text: string, words: ReadonlySet<string>): string[] {
  const parts = new Set<string>();
  const add = (part: string) => {
    const [first = '', ...rest] = withoutBrackets(part).split(/\s+/);
    if (!words.has(fold(first.replace(/[^\p{L}]/gu, '')))) parts.add(withoutBrackets(part));
    else {
      const tail = rest.join(' ').replace(/^(?:[IVX]+|\d+[\d.]*)\s+/u, '');
      const bare = tail.replace(/^(?:für|fuer|of|for|der|des|die|the)\s+(?:die\s+|den\s+|das\s+|the\s+)?/i, '');
      if (bare.length > 2 && !/^(?:[IVX]+|\d+)$/.test(bare)) parts.add(bare);
    }
  };
  add(text);
  for (const piece of text.split(/\s+[–—-]\s+|:\s+/)) add(piece);
  parts.delete(text);
  return [...parts].filter((part) => part.length > 2);
}

import type { Programme } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import { isContent, LIGHT, type Concept } from './lexicon.js';
import { NameTable } from './names.js';
import { addOrganisationNames, type OrganisationWords } from './organisation-names.js';
import { addPeople } from './person-names.js';
import type { Phrases } from './phrases.js';
import { tokenise } from './tokens.js';

/** Every name of the programme's nouns. */
export function buildNames(programme: Programme, words: OrganisationWords): NameTable {
  const table = new NameTable();
  addOrganisationNames(table, programme, words);
  addPeople(table, programme);
  for (const [noun, list] of [
    ['actionField', programme.actionFields],
    ['targetGroup', programme.targetGroups],
    ['goal', programme.goals],
  ] as const) {
    for (const { id, name, aliases } of list) {
      for (const text of wordings(name)) {
        table.add(text, { noun, id, via: 'name' });
        for (const part of text.split(/,| und | and | & | der Stadt$| of the (?:city|town)$/)) {
          if (part !== text && part.trim().length > 3) table.add(part, { noun, id, via: 'part' });
        }
      }
      for (const alias of aliases) table.add(alias, { noun, id, via: 'alias' });
    }
  }
  return table;
}

/** The programme's own title in each language, as folded words. */
export const titleWords = ({ title }: Programme): string[][] =>
  wordings(title).map((text) => tokenise(text).map((token) => token.word));

/** Every name of the projects: title, its parts, id, keywords. */
export function buildProjectNames(programme: Programme, grammar: Phrases<Concept>): NameTable {
  const table = new NameTable();
  for (const project of programme.projects) {
    for (const title of wordings(project.title)) {
      table.add(title, { noun: 'project', id: project.id, via: 'name' });
      for (const part of [...titleParts(title), ...reservedTails(title, grammar)])
        table.add(part, { noun: 'project', id: project.id, via: 'alias' });
    }
    if (/\p{L}{3}/u.test(project.id)) {
      table.add(project.id.replace(/[-_]/g, ' '), { noun: 'project', id: project.id, via: 'keyword' });
    }
    for (const keyword of project.keywords) table.add(keyword, { noun: 'project', id: project.id, via: 'keyword' });
  }
  return table;
}

/** "Planning register" of "Digital planning register": words that otherwise mean something of the programme name it. */
function reservedTails(title: string, grammar: Phrases<Concept>): string[] {
  const tokens = tokenise(title);
  const reserved = grammar.find(tokens).filter((mark) => mark.value.startsWith('noun.'));
  return tokens.flatMap((_, from) => {
    const tail = tokens.slice(from);
    const inTail = reserved.some((mark) => mark.from > from);
    return from > 0 && inTail && tail.filter((token) => !LIGHT.has(token.word)).length >= 2
      ? [tail.map((token) => token.raw).join(' ')]
      : [];
  });
}

/** "Kitafinder: Kitaplatz-Portal" → both sides; "Angriffserkennung (SOC)" → without the bracket, and the bracket. */
function titleParts(title: string): string[] {
  const bracket = /\(([^)]+)\)/.exec(title)?.[1];
  const bare = title.replace(/\s*\([^)]*\)/g, '').trim();
  const head = hyphenatedHead(bare);
  const pieces = bare.split(/:\s+|\s+[–—-]\s+|;\s+/);
  return [bare, ...pieces, ...(head ? [head] : []), ...(bracket ? [bracket] : [])].filter(
    (part) => part !== title && tokenise(part).some((token) => isContent(token.word)),
  );
}

/** "Kindergarten-App" of "Kindergarten-App für Eltern": a compound of its own before what it is for. */
function hyphenatedHead(title: string): string | null {
  const [first = '', second = ''] = title.split(/\s+/);
  return /\p{L}{3,}-\p{L}{2,}/u.test(first) && !/^\p{Lu}/u.test(second) ? first : null;
}

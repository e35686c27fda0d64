import { FILLERS, LIGHT } from './lexicon.js';
import type { Lexis } from './lexis.js';
import type { NameMatch } from './names.js';
import { fold } from './fold.js';
import { givenNames, nameParts, TITLES } from './person-names.js';
import { said, type Thing } from './sentence.js';
import type { Token } from './tokens.js';

const ADDRESS = /^(?:frau|herr|herrn|hr|mr|mrs|ms|miss)$/;

/** Whether a surname is meant as one: "Frau Amsel", or a word that means nothing else. */
export function isPerson(lexis: Lexis, tokens: readonly Token[], match: NameMatch): boolean {
  if (isTitled(tokens, match.from)) return true;
  const [token] = tokens.slice(match.from, match.to);
  if (!token || match.to - match.from > 1) return false;
  if (isActing(tokens, match.from)) return true;
  const otherwise =
    lexis.topics.known(token.word) ||
    lexis.topics.compounds.has(token.stem) ||
    lexis.grammar.words.has(token.word) ||
    [...lexis.grammar.prefixes].some((prefix) => prefix.length >= 4 && token.word.startsWith(prefix)) ||
    FILLERS.has(token.word) ||
    LIGHT.has(token.word);
  return !otherwise;
}

/** "Was leitet Kurz?", "Projekte von Baum": written large right after the verb or "von", an ordinary word is a name. */
function isActing(tokens: readonly Token[], at: number): boolean {
  const isNoun = /^\p{Lu}\p{Ll}/u.test(tokens[at]?.raw ?? '');
  const mixed = tokens.some((token, place) => place > 0 && /^\p{Ll}/u.test(token.raw));
  return isNoun && mixed && ACTS.test(tokens[at - 1]?.word ?? '');
}
// "does" folds to "dos".
const ACTS = /^(?:leitet|verantwortet|betreut|fuhrt|koordiniert|vertritt|von|durch|dos|by)$/;

/** "Frau", "Dr." before a name. */
export const isTitled = (tokens: readonly Token[], from: number): boolean => TITLES.has(tokens[from - 1]?.word ?? '');

/** A name's place with the titles before it. */
export function withTitles(tokens: readonly Token[], from: number): number {
  let start = from;
  while (TITLES.has(tokens[start - 1]?.word ?? '')) start--;
  return start;
}

/** "Femke und Okko Janssen", "Janssen, Femke", "F. Janssen": whose given names stand beside the surname they share. */
export function withGivenNames({ programme }: Lexis, tokens: readonly Token[], thing: Thing): Thing {
  const surname = tokens[thing.to - 1]?.word ?? '';
  const bearers = programme.people.filter(({ name }) => fold(nameParts(name)?.at(-1) ?? '') === surname);
  if (bearers.length < 2) return thing;
  const called = (word: string): string[] =>
    bearers.filter(({ name }) => givenNames(name).includes(word)).map(({ id }) => id);
  const wordAt = (at: number): string => tokens[at]?.word ?? '';
  if (thing.via === 'name') {
    const isJoined = AND.test(wordAt(thing.from - 1));
    const others = isJoined ? called(wordAt(thing.from - 2)) : [];
    const from = others.length > 0 ? thing.from - 2 : thing.from;
    return { ...thing, from, ids: [...new Set([...others, ...thing.ids])] };
  }
  const behind = called(wordAt(thing.to));
  if (behind.length > 0) return { ...thing, via: 'name', to: thing.to + 1, ids: behind };
  const initial = wordAt(thing.from - 1);
  const abbreviated = bearers.filter(({ name }) => initial.length === 1 && givenNames(name)[0]?.startsWith(initial));
  return abbreviated.length > 0
    ? {
        ...thing,
        from: thing.from - 1,
        via: abbreviated.length > 1 ? 'part' : 'name',
        ids: abbreviated.map(({ id }) => id),
      }
    : thing;
}
const AND = /^(?:und|oder|sowie|and|or)$/;

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

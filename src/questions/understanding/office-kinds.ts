import { wordings } from '../../programme/text.js';
import { fold } from './fold.js';
import { isContent, OFFICE_KINDS } from './lexicon.js';
import { isOrganisation, said, type Thing } from './sentence.js';
import type { Surroundings } from './surroundings.js';

/**
 * "Von Eigenbetrieben geleitet", "ein Eigenbetrieb", "staff units": all offices of a kind are meant, any of which will
 * do; "der Eigenbetrieb" only where the city has one.
 */
export function officesOfKind({ lexis, tokens, marks }: Surroundings, things: readonly Thing[]): Thing[] {
  const asked = marks.some(({ value }) => /^(?:relation\.(?:leads|affects)|noun\.projects?)$/.test(value));
  if (!asked) return [];
  // What the city calls all of its departments tells no kind of them.
  const isOwn = (name: string): boolean => wordings(lexis.programme.vocabulary.department).map(fold).includes(name);
  return OFFICE_KINDS.flatMap(({ kind, words, several }): Thing[] => {
    const from = tokens.findIndex((_, at) => words.every((word, offset) => tokens[at + offset]?.word === word));
    if (from < 0 || isOwn(words.join(' '))) return [];
    const to = from + words.length;
    // "Der Eigenbetrieb EBE": the one that is named.
    if (things.some((thing) => isOrganisation(thing) && thing.from <= to && from <= thing.to)) return [];
    const ids = lexis.programme.departments.filter((each) => each.kind === kind).map(({ id }) => id);
    const any = several || /^(?:ein|eine|einem|einer|einen|a|an|any)$/.test(tokens[from - 1]?.word ?? '');
    if (!any && (ids.length !== 1 || isContent(tokens[to]?.word ?? ''))) return [];
    return [{ noun: 'department', ids, from, to, via: 'guess', said: said(tokens, from, to), every: true }];
  }).slice(0, 1);
}

import type { Programme } from '../../programme/programme.js';
import type { Filters, Option, Question } from '../question.js';
import type { Draft } from './draft.js';
import { givenNames } from './person-names.js';
import { has, type Sentence, type Thing } from './sentence.js';
import type { Token } from './tokens.js';

type People = NonNullable<Filters['people']>;

/**
 * "Welche Projekte hat Janssen?" where several are called so: those who may be meant. All of them where the words speak
 * of both; else the office named beside it tells, or that only one has any project in that role.
 */
export function bearersMeant(
  { people, projects }: Programme,
  { sentence, draft, role }: { sentence: Sentence; draft: Draft; role: People['role'] },
): { shared: Thing; meant: string[] } | null {
  const persons = draft.filters.people?.persons ?? [];
  const shared = sentence.things.find(
    ({ noun, ids, via }) =>
      noun === 'person' && via === 'part' && ids.length > 1 && ids.every((id) => persons.includes(id)),
  );
  if (!shared || speaksOfBoth(sentence, shared)) return null;
  const offices = draft.filters.organisations?.flatMap(({ departments }) => departments) ?? [];
  const among = (ids: readonly string[]) => shared.ids.filter((id) => ids.includes(id));
  const there = people.flatMap(({ id, department }) => (department && offices.includes(department) ? [id] : []));
  const busy = projects.flatMap(({ lead }) => (role === 'deputy' ? lead.deputies : lead.person ? [lead.person] : []));
  const meant = [among(there), among(busy)].find((ids) => ids.length === 1);
  // Who has no project at all is told apart from nobody.
  return { shared, meant: meant ?? (among(busy).length === 0 ? [] : [...shared.ids]) };
}

/** "Die beiden Janssens", "both". */
function speaksOfBoth({ tokens }: Sentence, { from, to }: Thing): boolean {
  const isPlural = /s$/.test(tokens[to - 1]?.word ?? '') && /^(?:die|der|den|the)$/.test(tokens[from - 1]?.word ?? '');
  return isPlural || tokens.some(({ word }) => BOTH.test(word));
}
const BOTH = /^(?:beide[mnr]?|both)$/;

/** "Femke", "der vom Tiefbauamt", "beide" after Lotse asked which of them is meant. */
export function personChosen(
  sentence: Sentence,
  { filters, fields }: Draft,
  { options }: Extract<Question, { intent: 'clarify' }>,
  { people }: Programme,
): Question | null {
  if (fields.length > 0 || has(sentence, 'noun.projects')) return null;
  const offered = options.filter(({ noun }) => noun === 'person');
  const [first] = offered;
  if (first && sentence.tokens.some(({ word }) => BOTH.test(word))) return ofAll(first, offered);
  const words = new Set(sentence.tokens.map(({ word }) => word));
  const offices = filters.organisations?.flatMap(({ departments }) => departments) ?? [];
  const persons = people.filter(({ id }) => offered.some((option) => option.id === id));
  const byGivenName = persons.filter(({ name }) => givenNames(name).some((part) => words.has(part)));
  const byOffice = persons.filter(({ department }) => department !== null && offices.includes(department));
  const [only] = [byGivenName, byOffice].find(({ length }) => length === 1) ?? [];
  return offered.find(({ id }) => id === only?.id)?.question ?? null;
}

/** The given name or the office by which one of those offered was picked has been understood. */
export function withoutPick<T extends { sentence: Sentence; draft: Draft }>(
  words: T,
  last: Question | undefined,
  { people }: Programme,
): T {
  if (last?.intent !== 'clarify' || last.about !== 'person') return words;
  const { sentence, draft } = words;
  const offered = people.filter(({ id }) => last.options.some((option) => option.id === id));
  const names = new Set(offered.flatMap(({ name }) => givenNames(name)));
  const others = (tokens: readonly Token[]): Token[] => tokens.filter(({ word }) => !names.has(word));
  const things = sentence.things.filter(({ ids }) => !offered.some(({ department }) => ids.includes(department ?? '')));
  return {
    ...words,
    sentence: { ...sentence, things },
    draft: { ...draft, leftover: others(draft.leftover), dropped: others(draft.dropped) },
  };
}

function ofAll({ question }: Option, offered: readonly Option[]): Question | null {
  if (question.intent !== 'list' || !question.filters.people) return null;
  const persons = [...new Set([...question.filters.people.persons, ...offered.map(({ id }) => id)])];
  return { ...question, filters: { ...question.filters, people: { ...question.filters.people, persons } } };
}

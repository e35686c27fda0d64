import type { Filters, Option, OrganisationFilter, Question } from '../question.js';
import { aboutProject, decide, isEmpty } from './decide.js';
import type { Draft } from './draft.js';
import type { Environment } from './environment.js';
import { findMentions } from './project-mentions.js';
import { refersBack } from './pronouns.js';
import { has, marksOf, type Sentence } from './sentence.js';

/** The question a turn asks together with what was said before; null when it stands for itself. */
export function continueTalk(sentence: Sentence, draft: Draft, environment: Environment): Question | null {
  const { context } = environment;
  const [last] = context?.questions ?? [];
  if (!context || !last) return null;
  return (
    answerToClarify(sentence, draft, last, environment) ??
    nextPage(sentence, draft, last) ??
    onOneOf(sentence, draft, context.named, context.focus) ??
    onSet(sentence, draft, last, context.named)
  );
}

/** "Den Chatbot", "Sozialamt", "das zweite" after Lotse asked back. */
function answerToClarify(sentence: Sentence, draft: Draft, last: Question, { lexis }: Environment): Question | null {
  if (last.intent !== 'clarify') return null;
  const place = ordinal(sentence);
  const byPlace = place === null ? undefined : last.options.at(place);
  if (byPlace && draft.leftover.length === 0) return byPlace.question;
  if (last.pending) {
    const [named] = draft.filters.organisations ?? [];
    if (named && draft.topic.length === 0 && !has(sentence, 'noun.projects'))
      return fillDepartment(last.pending, named);
    return null;
  }
  const departments = draft.filters.organisations?.flatMap((each) => each.departments) ?? [];
  const byDepartment = last.options.filter((option) => departments.includes(option.id));
  if (byDepartment.length === 1) return byDepartment[0]?.question ?? null;
  if (last.about === 'project' && draft.leftover.length + sentence.projects.length > 0) {
    const offered = last.options.filter((option) => option.noun === 'project');
    const chosen = chooseOption(
      offered,
      findMentions(lexis.topics, draft.leftover).map((mention) => mention.project),
    );
    if (chosen && draft.fields.length === 0 && !has(sentence, 'noun.projects')) return chosen.question;
    if (offered.length === 0 && draft.candidates.length === 1) return null;
  }
  return null;
}

function chooseOption(options: readonly Option[], projects: readonly string[]): Option | undefined {
  const fitting = options.filter((option) => projects.includes(option.id));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function fillDepartment(question: Question, named: OrganisationFilter): Question {
  const fill = (filters: Filters): Filters => ({
    ...filters,
    organisations: filters.organisations?.map((each) =>
      each.departments.length === 0 && each.division === null
        ? { ...each, departments: named.departments, division: named.division }
        : each,
    ),
  });
  if (question.intent === 'verify') return { ...question, claims: fill(question.claims) };
  return 'filters' in question ? { ...question, filters: fill(question.filters) } : question;
}

function nextPage(sentence: Sentence, draft: Draft, last: Question): Question | null {
  if (last.intent !== 'list' || !has(sentence, 'follow.more') || draft.words > 0 || !isEmpty(draft.filters))
    return null;
  return has(sentence, 'noun.projects', 'ask.about') && draft.fields.length > 0
    ? null
    : { ...last, page: last.page + 1 };
}

/** A fact of something named before: "wer leitet das?", "wann ist das erste fertig?", "and what does it cost?". */
function onOneOf(sentence: Sentence, draft: Draft, named: readonly string[], focus: string | null): Question | null {
  if (draft.words > 0 || draft.namesProject || has(sentence, 'noun.projects', 'follow.of')) return null;
  if (draft.ranking || has(sentence, 'ask.howMany')) return null;
  const asksFact = draft.fields.length > 0 || has(sentence, 'ask.about', 'ask.why', 'field.history');
  if (
    !asksFact &&
    !(refersBack(sentence) && marksOf(sentence, 'relation.affects', 'relation.leads', 'register.running').length > 0)
  )
    return null;
  const place = ordinal(sentence);
  const project = place !== null ? named.at(place) : (focus ?? (named.length === 1 ? named[0] : undefined));
  if (project === undefined) {
    if (!refersBack(sentence) || named.length === 0 || named.length > 6 || !asksFact) return null;
    const options = named.map((id): Option => ({ noun: 'project', id, question: aboutProject(sentence, draft, id) }));
    return { intent: 'clarify', about: 'project', options, words: null };
  }
  return aboutProject(sentence, { ...draft, candidates: [project], project, wantsProject: true }, project);
}

/** Refining ("davon die laufenden", "nur …") or shifting ("und beim Sozialamt?") the last set or fact. */
function onSet(sentence: Sentence, draft: Draft, last: Question, named: readonly string[]): Question | null {
  const refines = has(sentence, 'follow.of') || (has(sentence, 'follow.only') && !complete(sentence));
  const shifts = !refines && isShift(sentence, draft);
  if (!refines && !shifts) return null;
  if (shifts && draft.candidates.length === 1 && draft.project) return shiftProject(last, draft.project);
  const before = filtersOf(last, named, draft);
  if (!before) return null;
  const filters = refines ? refine(before, draft.filters) : shift(before, draft.filters);
  const merged = {
    ...draft,
    filters,
    wantsProject: false,
    project: null,
    candidates: [],
    organisations: { ...draft.organisations, ownUnknown: false },
  };
  if (refines) return decide(sentence, merged);
  return sameKind(last, filters, sentence, merged);
}

/** Has everything a question of its own needs. */
const complete = (sentence: Sentence): boolean =>
  has(sentence, 'noun.projects') && has(sentence, 'ask.which', 'ask.howMany', 'ask.what');

function isShift(sentence: Sentence, draft: Draft): boolean {
  if (complete(sentence) || (isEmpty(draft.filters) && !draft.project)) return false;
  const first = sentence.tokens[0]?.word ?? '';
  if (has(sentence, 'follow.about', 'follow.instead')) return true;
  const opener = /^(?:und|and|oder|or|nein|no|dann|then|aber|but|auch|also|stattdessen|instead)$/.test(first);
  const asks = sentence.marks.some((mark) => /^ask\.(?!all|exists)/.test(mark.value)) || has(sentence, 'noun.projects');
  return opener && !asks;
}

function filtersOf(last: Question, named: readonly string[], draft: Draft): Filters | null {
  if (last.intent === 'list' && last.limit !== null && draft.ranking === null) return { projects: [...named] };
  if ('filters' in last) return last.filters;
  if (last.intent === 'organisation') {
    const relation = 'any' as const;
    return {
      organisations: [{ departments: last.department ? [last.department] : [], division: last.division, relation }],
    };
  }
  return named.length > 0 ? { projects: [...named] } : null;
}

/** All conditions hold together. */
function refine(before: Filters, now: Filters): Filters {
  const organisations = [...(before.organisations ?? []), ...(now.organisations ?? [])];
  const thresholds = [...(before.thresholds ?? []), ...(now.thresholds ?? [])];
  const not = now.not || before.not ? { ...before.not, ...now.not } : undefined;
  const topic = now.topic && before.topic ? [...before.topic, ...now.topic] : (now.topic ?? before.topic);
  return {
    ...before,
    ...now,
    ...(organisations.length > 0 ? { organisations } : {}),
    ...(thresholds.length > 0 ? { thresholds } : {}),
    ...(not ? { not } : {}),
    ...(topic ? { topic } : {}),
  };
}

/** What is said anew replaces its like; an organisation keeps the relation asked for before. */
function shift(before: Filters, now: Filters): Filters {
  const relation = before.organisations?.[0]?.relation;
  const organisations = now.organisations?.map((each) =>
    each.relation === 'any' && relation ? { ...each, relation } : each,
  );
  const { topic: earlier, ...others } = before;
  const replacesTopic = now.topic !== undefined || now.organisations !== undefined || now.actionFields !== undefined;
  return {
    ...others,
    ...(earlier && !replacesTopic ? { topic: earlier } : {}),
    ...now,
    ...(organisations ? { organisations } : {}),
  };
}

function shiftProject(last: Question, project: string): Question | null {
  switch (last.intent) {
    case 'fact':
    case 'project':
    case 'verify':
    case 'history':
      return { ...last, project };
    default:
      return null;
  }
}

/** The same kind of question over other filters. */
function sameKind(last: Question, filters: Filters, sentence: Sentence, merged: Draft): Question {
  switch (last.intent) {
    case 'list':
      return { ...last, filters, page: 0 };
    case 'count':
    case 'aggregate':
    case 'group':
    case 'exists':
    case 'changes':
    case 'decisions':
    case 'missingReports':
      return { ...last, filters };
    default:
      return decide(sentence, merged);
  }
}

/** 0-based; -1 for the last one. */
function ordinal(sentence: Sentence): number | null {
  const places = [
    ['ordinal.1', 0],
    ['ordinal.2', 1],
    ['ordinal.3', 2],
    ['ordinal.4', 3],
    ['ordinal.5', 4],
    ['ordinal.last', -1],
  ] as const;
  return places.find(([concept]) => has(sentence, concept))?.[1] ?? null;
}

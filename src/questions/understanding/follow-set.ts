import { shift as shiftDay } from './days.js';
import type { DayRange, Field, Filters, Option, Order, OrganisationFilter, Question } from '../question.js';
import { longestPhrase } from './courtesies.js';
import { decide, isEmpty } from './decide.js';
import type { Draft } from './draft.js';
import { CORRECTIONS, isContent } from './lexicon.js';
import { isPlural } from './plural.js';
import { refersBack } from './pronouns.js';
import { has, marksOf, type Sentence } from './sentence.js';

/** Refining ("davon die laufenden", "nur …") or shifting ("und beim Sozialamt?") the last set or fact. */
export function onSet(sentence: Sentence, draft: Draft, last: Question, named: readonly string[]): Question | null {
  const those =
    (isPlural(sentence) || (refersBack(sentence) && has(sentence, 'ask.howMany', 'agg.sum', 'agg.average'))) &&
    !complete(sentence) &&
    draft.words === 0 &&
    !draft.namesProject;
  const refines =
    those ||
    picksOne(sentence, draft, named) ||
    asksAmong(sentence, draft, named) ||
    isOnlyWhy(sentence) ||
    has(sentence, 'follow.of') ||
    (isNarrowing(sentence) && !complete(sentence));
  const shifts = !refines && isShift(sentence, draft);
  if (!refines && !shifts) return null;
  if (shifts && 'project' in last && last.project !== null) return shiftSingle(sentence, draft, last);
  if (shifts && draft.candidates.length === 1 && draft.project) return null;
  const before = filtersOf(last, named, draft, shifts);
  if (!before) return null;
  if (refines && isOnlyWhy(sentence)) return last;
  const filters = refines
    ? refine(withRelation(sentence, before), draft.filters)
    : shift(sentence, before, draft.filters, draft.today);
  const merged: Draft = {
    ...draft,
    filters,
    fields: [],
    wantsProject: false,
    project: null,
    candidates: [],
    pronoun: false,
    organisations: { ...draft.organisations, ownUnknown: false },
  };
  if (!refines) return sameKind(last, filters, sentence, merged);
  const question = decide(sentence, merged);
  // "Nur beim Tiefbauamt" after what is new: what is new there.
  if (KEPT.has(last.intent) && /^(?:list|organisation|exists)$/.test(question.intent) && isPlainNarrowing(sentence))
    return sameKind(last, filters, sentence, merged);
  const order = orderBy(draft.fields);
  return question.intent === 'list' && question.order === null && order ? { ...question, order } : question;
}

const KEPT: ReadonlySet<Question['intent']> = new Set<Question['intent']>(['changes', 'decisions', 'missingReports']);
const isPlainNarrowing = (sentence: Sentence): boolean =>
  has(sentence, 'follow.only') && !sentence.marks.some(({ value }) => /^(?:ask|noun\.project)/.test(value));

/** "Was kostet das teuerste?" after a list: the one of those, no noun being said anew. */
function picksOne(sentence: Sentence, draft: Draft, named: readonly string[]): boolean {
  return (
    draft.ranking !== null &&
    named.length > 1 &&
    draft.words === 0 &&
    isEmpty(draft.filters) &&
    !has(sentence, 'noun.project', 'noun.projects', 'noun.programme', 'noun.department', 'noun.division', 'ask.all')
  );
}

/** "Welche denn?", "und bei welchem steht eine Entscheidung an?": of those just named. */
function asksAmong(sentence: Sentence, draft: Draft, named: readonly string[]): boolean {
  const opens = /^(?:und|and|aber|but|dann|then|bei|von|fur|for|welche[mnrs]?|which)$/.test(
    sentence.tokens[0]?.word ?? '',
  );
  const which = marksOf(sentence, 'ask.which');
  // "Welche Berichte fehlen?" says itself what is listed.
  const ofItsOwn = sentence.marks.some(
    (mark) => mark.value.startsWith('report.') && which.some((asked) => asked.to === mark.from),
  );
  const nouns = ofItsOwn || sentence.things.length > 0 || sentence.marks.some((mark) => mark.value.startsWith('noun.'));
  const opener = /^(?:und|and)$/.test(sentence.tokens[0]?.word ?? '') || sentence.tokens.length <= SHORT;
  return (
    named.length > 0 &&
    opens &&
    opener &&
    which.length > 0 &&
    !nouns &&
    draft.words === 0 &&
    !draft.namesProject &&
    !has(sentence, 'follow.instead') &&
    marksOf(sentence, 'follow.about').every((mark) => which.some((asked) => asked.from === mark.to)) &&
    sentence.periods.length === 0
  );
}
const SHORT = 3;

/** "Was leiten die?" after a department was shown: the relation is said now. */
function withRelation(sentence: Sentence, before: Filters): Filters {
  const relation = has(sentence, 'relation.leads') ? 'leads' : has(sentence, 'relation.affects') ? 'affects' : null;
  const [only, second] = before.organisations ?? [];
  if (!relation || !only || second || sentence.things.length > 0) return before;
  return { ...before, organisations: [{ ...only, relation }] };
}

/** "Warum?" alone: the answer shows the reasons with the projects. */
export const isOnlyWhy = (sentence: Sentence): boolean => has(sentence, 'ask.why') && sentence.tokens.length <= 2;

/** "Nur …", "ohne …", "außer …": fewer of the same. */
function isNarrowing(sentence: Sentence): boolean {
  return (
    has(sentence, 'follow.only') ||
    /^(?:ohne|ausser|without|except|excluding|but)$/.test(sentence.tokens[0]?.word ?? '')
  );
}

/** "Wann starten die?" of a set: the same projects, told with what was asked for. */
export function orderBy(fields: readonly Field[]): Order | null {
  const [field] = fields.filter((each) => ORDERED.has(each));
  if (!field) return null;
  const by = field as Order['by'];
  return { by, direction: by === 'start' || by === 'end' ? 'asc' : 'desc' };
}
const ORDERED: ReadonlySet<Field> = new Set<Field>([
  'start',
  'end',
  'investment',
  'runningPerYear',
  'personnelDays',
  'fte',
  'progress',
]);

/** Has everything a question of its own needs. */
const complete = (sentence: Sentence): boolean =>
  has(sentence, 'noun.projects') && has(sentence, 'ask.which', 'ask.howMany', 'ask.what');

function isShift(sentence: Sentence, draft: Draft): boolean {
  if (complete(sentence) || (isEmpty(draft.filters) && !draft.project)) return false;
  const first = sentence.tokens[0]?.word ?? '';
  if (has(sentence, 'follow.about', 'follow.instead')) return true;
  const opener =
    /^(?:und|and|oder|or|nein|no|dann|then|aber|but|auch|also|stattdessen|instead)$/.test(first) ||
    longestPhrase(CORRECTIONS.rather, sentence.tokens, 0) > 0;
  const asks = sentence.marks.some((mark) => /^ask\.(?!all|exists)/.test(mark.value)) || has(sentence, 'noun.projects');
  return (opener || isNumberAlone(sentence)) && !asks;
}

/** "340!", "doch 330" where offices were talked of. */
const isNumberAlone = ({ tokens, things: [only, other] }: Sentence): boolean =>
  only?.via === 'number' &&
  !other &&
  only.to - only.from === 1 &&
  tokens.every(({ word }, at) => at === only.from || !isContent(word));

function filtersOf(last: Question, named: readonly string[], draft: Draft, shifts: boolean): Filters | null {
  // "Und beim Sozialamt?" after the first few of an office: those of another one.
  const elsewhere = shifts && 'filters' in last && last.filters.organisations && draft.filters.organisations;
  if (last.intent === 'list' && last.limit !== null && draft.ranking === null && !elsewhere)
    return { projects: [...named] };
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

/** "Und 2027?" after what ends in 2026 asks for what ends in 2027, "und im April?" after reports or what is red for the last April. */
function inheritRole(sentence: Sentence, before: Filters, now: Filters, today: string): Filters {
  const isHealth = before.reported || (before.health && !before.active && (now.active?.from ?? today) < today);
  const role = before.end ? 'end' : before.start ? 'start' : isHealth ? 'reported' : null;
  if (!now.active || !role || has(sentence, 'field.start', 'field.end', 'register.running')) return now;
  const { active, ...others } = now;
  const isYearSaid = sentence.tokens.some(({ word }) => /^\d{4}$/.test(word));
  const ahead = role === 'reported' && !isYearSaid && (active.from ?? '') > today;
  return { ...others, [role]: ahead ? yearBefore(active) : active };
}

const yearBefore = ({ from, to }: DayRange): DayRange => ({
  from: from && shiftDay(from, 'year', -1),
  to: to && shiftDay(to, 'year', -1),
});

/** What is said anew replaces its like; an organisation keeps the relation asked for before. */
function shift(sentence: Sentence, before: Filters, said: Filters, today: string): Filters {
  const now = inheritRole(sentence, before, said, today);
  const organisations = now.organisations && shiftPlaces(before.organisations ?? [], now.organisations);
  const { topic: earlier, ...others } = before;
  const replacesTopic = now.topic !== undefined || now.organisations !== undefined || now.actionFields !== undefined;
  return {
    ...others,
    ...(earlier && !replacesTopic ? { topic: earlier } : {}),
    ...now,
    ...(organisations ? { organisations } : {}),
  };
}

/** Another place takes the relation asked for before; of two that were told apart by it, its like is replaced, or the last one. */
function shiftPlaces(before: readonly OrganisationFilter[], now: readonly OrganisationFilter[]): OrganisationFilter[] {
  const [first, second] = before;
  const [only, another] = now;
  if (first && second && !another && only && first.relation !== second.relation) {
    const replaced = before.find(({ relation }) => relation === only.relation) ?? second;
    return before.map((each) => (each === replaced ? { ...only, relation: each.relation } : each));
  }
  return now.map((each) => (each.relation === 'any' && first ? { ...each, relation: first.relation } : each));
}

/** After a question about one project: the same of another one, or another supposition of the same kind; else a new question. */
function shiftSingle(sentence: Sentence, draft: Draft, last: Question): Question | null {
  if (draft.candidates.length > 1 && draft.wantsProject) {
    const options = draft.candidates.slice(0, MOST_OFFERED).flatMap((id): Option[] => {
      const question = shiftProject(last, id);
      return question ? [{ noun: 'project', id, question }] : [];
    });
    if (options.length > 1)
      return { intent: 'clarify', about: 'project', options, words: draft.topic.join(' ') || null };
  }
  if (draft.candidates.length === 1 && draft.project) return shiftProject(last, draft.project);
  if (last.intent !== 'verify') return null;
  const { claims } = last;
  const alike = Object.keys(draft.filters).every((key) => key in claims);
  return alike ? { ...last, claims: shift(sentence, claims, draft.filters, draft.today) } : null;
}
const MOST_OFFERED = 6;

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

import type { Filters, Option, OrganisationFilter, Question } from '../question.js';
import { isPlural } from './plural.js';
import { agendaAsked } from './decide-agenda.js';
import { comparison } from './decide-compare.js';
import { conceptAsked } from './decide-concept.js';
import { decisionsAsked } from './decide-decisions.js';
import { milestonesAsked } from './decide-milestones.js';
import { singleProject } from './decide-project.js';
import { reportQuestions } from './decide-reports.js';
import type { Rule } from './decide-rule.js';
import type { Draft } from './draft.js';
import { boundedGroup } from './group-bound.js';
import { asksMost, comparesLeads, groupKey } from './grouping.js';
import { measureOf } from './fields.js';
import { has, isOrganisation, said, type Sentence } from './sentence.js';
import { isYesNo } from './verbs.js';

type List = Extract<Question, { intent: 'list' }>;
/** The projects that meet conditions, in no order of their own. */
export const list = (filters: Filters, extra: Partial<List> = {}): List => ({
  intent: 'list',
  filters,
  order: null,
  limit: null,
  page: 0,
  ...extra,
});

/** The question a draft amounts to. The order of the rules is their precedence. */
export function decide(sentence: Sentence, draft: Draft): Question {
  for (const rule of [
    trouble,
    comparison,
    milestonesAsked,
    agendaAsked,
    conceptAsked,
    decisionsAsked,
    reportQuestions,
    overview,
    grouping,
    unreadBound,
    aggregate,
    adrift,
    count,
    singleProject,
    ranking,
    organisation,
  ]) {
    const question = rule(sentence, draft);
    if (question) return question;
  }
  return set(sentence, draft);
}

/** Names that cannot be resolved stop everything else; so does a matter that is none of the programme's. */
const trouble: Rule = (sentence, { outside, organisations, filters, candidates, wantsProject, project }) => {
  if (outside) return { intent: 'outOfScope' };
  if (wantsProject && candidates.length > 0 && !(organisations.ownUnknown && project)) return null;
  if (organisations.ambiguous) {
    const thing = organisations.ambiguous;
    const options = thing.ids.map((id, at): Option => ({
      noun: thing.noun === 'division' ? 'division' : 'department',
      id,
      question: list(withMeaning(filters, thing.ids, organisations.meanings[at])),
    }));
    return { intent: 'clarify', about: 'department', options, words: thing.said };
  }
  const unknown = organisations.unknown?.said ?? unnamedOffice(sentence, filters);
  if (unknown !== null) return { intent: 'notUnderstood', words: [unknown], near: [] };
  if (organisations.ownUnknown && !has(sentence, 'follow.of', 'follow.about')) {
    const relation = has(sentence, 'relation.leads') ? 'leads' : has(sentence, 'relation.affects') ? 'affects' : 'any';
    const own: OrganisationFilter = { departments: [], division: null, relation };
    const pending: Filters = { ...filters, organisations: [...(filters.organisations ?? []), own] };
    if (project) {
      const question: Question = { intent: 'verify', project, claims: { organisations: [own] }, field: null };
      return { intent: 'clarify', about: 'own-department', options: [], words: null, pending: question };
    }
    const question: Question = has(sentence, 'ask.howMany') ? { intent: 'count', filters: pending } : list(pending);
    return { intent: 'clarify', about: 'own-department', options: [], words: null, pending: question };
  }
  return null;
};

/** "Welche Projekte leitet der Fachbereich Xy?": which one is meant was said, but not understood; all of them is no answer. */
function unnamedOffice(sentence: Sentence, filters: Filters): string | null {
  const { tokens, marks } = sentence;
  if (!isEmpty(filters) || !has(sentence, 'relation.leads', 'relation.affects') || !has(sentence, 'noun.projects'))
    return null;
  const office = marks.find(
    ({ value, from }) =>
      /^noun\.(?:department|division)$/.test(value) &&
      /^(?:das|der|dem|den|vom|the)$/.test(tokens[from - 1]?.word ?? ''),
  );
  return office ? said(tokens, office.from, Math.min(tokens.length, office.to + 1)) : null;
}

function withMeaning(filters: Filters, ids: readonly string[], meaning: OrganisationFilter | undefined): Filters {
  const organisations = filters.organisations?.map((each) =>
    each.departments.join() === ids.join() || (each.division !== null && ids.includes(each.division))
      ? { ...each, ...meaning, relation: each.relation }
      : each,
  );
  return { ...filters, organisations };
}

const overview: Rule = (sentence, draft) => {
  if (has(sentence, 'overview') && draft.topic.length === 0 && isEmpty(draft.filters) && !draft.project)
    return { intent: 'overview' };
  if (has(sentence, 'noun.programme') && has(sentence, 'field.status') && draft.topic.length === 0)
    return { intent: 'overview' };
  return null;
};

const grouping: Rule = (sentence, draft) => {
  const bounded = draft.project ? null : boundedGroup(sentence, draft.filters);
  if (bounded) {
    const order = bounded.bound.over === null ? 'asc' : 'desc';
    return { intent: 'group', ...bounded, order, limit: null };
  }
  const by = groupKey(sentence);
  if (!by || draft.project) return null;
  const measure = measureOf(sentence);
  return {
    intent: 'group',
    filters: { ...draft.filters, ...comparedLeads(draft.filters, sentence) },
    by,
    measure: measure && measure !== 'duration' && !has(sentence, 'ask.howMany') ? measure : 'count',
    order: has(sentence, 'super.min') ? 'asc' : 'desc',
    limit: asksMost(sentence) && !has(sentence, 'quantity.top') ? (wantedGroups(sentence) ?? 1) : null,
    ...(asksForEach(sentence) ? { listed: true } : {}),
  };
};

/** "Welche drei Fachbereiche leiten am meisten?": the number right before what is grouped by. */
function wantedGroups({ amounts, marks }: Sentence): number | null {
  const noun = marks.find(({ value }) => /^noun\.(?!projects?$)/.test(value));
  const amount = amounts.find(({ unit, to }) => unit === null && to === noun?.from);
  const spelt = marks.find(({ value, to }) => /^number\.\d+$/.test(value) && to === noun?.from);
  return amount?.value ?? (spelt ? Number(spelt.value.slice('number.'.length)) : null);
}

/** "Liste die Projekte nach Ampelfarbe auf": which they are is asked, not how many. */
const asksForEach = (sentence: Sentence): boolean =>
  has(sentence, 'ask.which') &&
  has(sentence, 'noun.projects') &&
  has(sentence, 'group.by') &&
  !has(sentence, 'ask.howMany', 'super.max', 'super.min') &&
  measureOf(sentence) === null &&
  !sentence.tokens.some(({ word }) => /verteil|anzahl|zahlen|distribut|number|breakdown/.test(word));

/** Two departments set against each other are told side by side. */
function comparedLeads(filters: Filters, sentence: Sentence): Pick<Filters, 'organisations'> {
  const [first, second] = filters.organisations ?? [];
  if (!first || !comparesLeads(sentence)) return {};
  const departments = [...first.departments, ...(second?.departments ?? [])];
  return { organisations: [{ departments, division: null, relation: 'leads' }] };
}

/** "Mehr als drei Meilensteine", "enden 26": a number that bounds nothing Lotse counts is told rather than passed over. */
const unreadBound: Rule = (sentence, { filters, project }) => {
  if (project || filters.thresholds || filters.not?.thresholds || !has(sentence, 'noun.projects')) return null;
  const { amounts, marks, periods, tokens } = sentence;
  const written = marks
    .filter(({ value }) => /^number\.\d/.test(value))
    .map((mark) => ({ ...mark, unit: null }))
    .filter(({ from, to }) => ![...periods, ...amounts].some((each) => each.from < to && from < each.to));
  const amount = [...amounts, ...written].find(({ unit, from, to }) => {
    const projects = marks.some((mark) => mark.from === to && /^noun\.project/.test(mark.value));
    const bounded = marks.some(
      ({ value, to: end }) => end === from && /^(?:compare\.(?:over|under)|field\.(?:end|start))$/.test(value),
    );
    return unit === null && bounded && !projects;
  });
  if (!amount) return null;
  const words = said(tokens, amount.from, Math.min(tokens.length, amount.to + 1));
  return { intent: 'notUnderstood', words: [words], near: REGISTERS.map(listed) };
};

const aggregate: Rule = (sentence, draft) => {
  const measure = measureOf(sentence);
  if (!measure || (draft.project && !has(sentence, 'noun.projects'))) return null;
  if (draft.wantsProject && draft.candidates.length > 0) return null;
  if (has(sentence, 'agg.average'))
    return { intent: 'aggregate', filters: draft.filters, measure, operation: 'average' };
  const total =
    has(sentence, 'agg.sum') ||
    (has(sentence, 'ask.howMuch', 'ask.howMany', 'field.cost', 'field.runningPerYear', 'field.staff') &&
      (plural(sentence) || asksOfSet(sentence, draft)) &&
      !draft.ranking &&
      !thresholded(draft) &&
      !has(sentence, 'ask.which'));
  if (!total || (!plural(sentence) && isEmpty(draft.filters) && !has(sentence, 'ask.all', 'noun.programme')))
    return null;
  if (has(sentence, 'ask.howMany') && !['personnelDays', 'fte'].includes(measure)) return null;
  return { intent: 'aggregate', filters: draft.filters, measure, operation: 'sum' };
};

/** "Wie viel wird in IT-Infrastruktur investiert?": of all that is there, no project being named. */
const asksOfSet = (sentence: Sentence, { filters, candidates, pronoun }: Draft): boolean =>
  has(sentence, 'ask.howMuch') && candidates.length === 0 && !pronoun && !!(filters.actionFields ?? filters.goals);

const thresholded = (draft: Draft): boolean => (draft.filters.thresholds?.length ?? 0) > 0;
const plural = (sentence: Sentence): boolean =>
  has(sentence, 'noun.projects', 'noun.task', 'register.permanent', 'register.future', 'ask.all') ||
  (has(sentence, 'ask.howMuch') && has(sentence, 'own.weak', 'noun.programme'));

/** "Welche Projekte dümpeln?": the words that carry the question mean nothing to Lotse. */
const adrift: Rule = (sentence, draft) =>
  draft.adrift.length > 0 && !draft.wantsProject && !draft.project && has(sentence, 'noun.projects')
    ? { intent: 'notUnderstood', words: [...draft.adrift], near: REGISTERS.map(listed) }
    : null;

const count: Rule = (sentence, draft) => {
  if (!has(sentence, 'ask.howMany')) return null;
  if (draft.wantsProject && draft.project && draft.fields.length > 0) return null;
  return { intent: 'count', filters: draft.filters };
};

const ranking: Rule = (sentence, draft) => {
  if (!draft.ranking) return null;
  return list(draft.filters, { order: draft.ranking.order, limit: draft.ranking.limit });
};

/** "Was macht Amt 17 im Programm?" */
const organisation: Rule = (sentence, draft) => {
  const [only, second] = draft.filters.organisations ?? [];
  if (!sentence.things.some(isOrganisation)) return null;
  if (!only || second || draft.topic.length > 0 || Object.keys(draft.filters).length > 1) return null;
  if (has(sentence, 'noun.projects', 'noun.project', 'relation.leads', 'relation.affects', 'ask.howMany', 'ask.which'))
    return null;
  const [department] = only.departments;
  const guessed = sentence.things.some((thing) => thing.via === 'guess');
  if (only.division) return { intent: 'organisation', department: null, division: only.division };
  return department && only.departments.length === 1 && !guessed
    ? { intent: 'organisation', department, division: null }
    : null;
};

/** Whatever is left asks for a set of projects, or is not understood. */
const set: (sentence: Sentence, draft: Draft) => Question = (sentence, draft) => {
  const { filters } = draft;
  if (isEmpty(filters)) {
    if (has(sentence, 'noun.projects')) return list(filters);
    if (has(sentence, 'talk.help')) return { intent: 'help' };
    if (draft.fields.length > 0 && (draft.pronoun || isPlural(sentence)))
      return { intent: 'clarify', about: 'project', options: [], words: null };
    return draft.words > 0 || asksSomething(sentence)
      ? { intent: 'notUnderstood', words: [], near: [] }
      : { intent: 'outOfScope' };
  }
  const existence =
    (has(sentence, 'ask.exists') || isYesNo(sentence)) && !has(sentence, 'ask.which', 'ask.what', 'ask.where');
  if (existence) return { intent: 'exists', filters: affirmed(filters) };
  return list(filters);
};

/** "Warum gibt es kein Projekt zu Blockchain?": whether there is one is what can be told. */
function affirmed(filters: Filters): Filters {
  const { not, ...others } = filters;
  return not?.topic && isEmpty(others) && Object.keys(not).length === 1 ? { topic: not.topic } : filters;
}

/** Who says only "projects" and words nobody knows is offered the registers. */
const REGISTERS = ['running', 'upcoming', 'future', 'permanent'] as const;
const listed = (register: (typeof REGISTERS)[number]): Option => ({
  noun: 'register',
  id: register,
  question: list({ registers: [register] }),
});

/** Words of the trade were used, but they make no question. */
const asksSomething = (sentence: Sentence): boolean =>
  sentence.things.length > 0 ||
  sentence.marks.some((mark) => /^(?:noun|relation|field|register|ordinal|follow\.those)/.test(mark.value));

export const isEmpty = (filters: Filters): boolean => Object.keys(filters).length === 0;

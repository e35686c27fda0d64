import type { Field, Filters, Option, OrganisationFilter, Question } from '../question.js';
import type { Draft } from './draft.js';
import { groupKey } from './grouping.js';
import { measureOf } from './fields.js';
import { has, marksOf, type Sentence } from './sentence.js';
import { isFragment, isYesNo } from './verbs.js';

const list = (filters: Filters, extra: Partial<Extract<Question, { intent: 'list' }>> = {}): Question => ({
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
    reportQuestions,
    conceptOrOverview,
    grouping,
    aggregate,
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

type Rule = (sentence: Sentence, draft: Draft) => Question | null;

/** Names that cannot be resolved stop everything else; so does a matter that is none of the programme's. */
const trouble: Rule = (sentence, { outside, organisations, filters, candidates, wantsProject, project }) => {
  if (outside) return { intent: 'outOfScope' };
  if (wantsProject && candidates.length > 0 && !(organisations.ownUnknown && project)) return null;
  if (organisations.ambiguous) {
    const thing = organisations.ambiguous;
    const options = thing.ids.map((id): Option => ({
      noun: thing.noun === 'division' ? 'division' : 'department',
      id,
      question: list(withDepartment(filters, thing.ids, id)),
    }));
    return { intent: 'clarify', about: 'department', options, words: thing.said };
  }
  if (organisations.unknown) return { intent: 'notUnderstood', words: [organisations.unknown.said], near: [] };
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

function withDepartment(filters: Filters, ids: readonly string[], id: string): Filters {
  const organisations = filters.organisations?.map((each) =>
    each.departments.join() === ids.join() ? { ...each, departments: [id] } : each,
  );
  return { ...filters, organisations };
}

const comparison: Rule = (sentence, draft) => {
  if (draft.distinct.length < 2) return null;
  const compares =
    has(sentence, 'compare.two') ||
    (draft.distinct.length === 2 &&
      !has(sentence, 'noun.projects') &&
      (has(sentence, 'super.max.investment', 'super.min.investment', 'super.longest', 'super.max') ||
        (isYesNo(sentence) && has(sentence, 'field.end', 'field.start', 'field.cost', 'field.duration'))));
  return compares ? { intent: 'compare', projects: draft.distinct.slice(0, 4), fields: draft.fields } : null;
};

const reportQuestions: Rule = (sentence, { filters, project, distinct, today }) => {
  const one = project ?? (distinct.length === 1 && !has(sentence, 'noun.projects') ? (distinct[0] ?? null) : null);
  const { reportMissing: _, ...others } = filters;
  if (has(sentence, 'report.missing')) return { intent: 'missingReports', filters: others };
  if (
    has(sentence, 'report.decisions') &&
    (has(sentence, 'report.open', 'report.decided', 'ask.which', 'ask.what', 'ask.exists', 'ask.howMany', 'ask.when') ||
      isFragment(sentence))
  ) {
    const open = has(sentence, 'report.open') ? true : has(sentence, 'report.decided') ? false : true;
    return { intent: 'decisions', open, project, filters: decisionFilters(filters, project) };
  }
  const changes = marksOf(sentence, 'report.changes');
  if (changes.length > 0 && !has(sentence, 'noun.goal')) {
    const since = filters.active?.from ?? filters.start?.from ?? filters.end?.from ?? null;
    const { active: _a, start: _s, end: _e, ...rest } = filters;
    const timed = sentence.periods.length > 0;
    const strong = changes.some(
      (mark) =>
        /^(?:geander|verander|ander|neuigkeit|changed|changes|updates|aktualisiert|whats|what)/.test(
          sentence.tokens[mark.from]?.word ?? '',
        ) || mark.to - mark.from > 1,
    );
    if (timed || strong)
      return {
        intent: 'changes',
        since: since && since <= today ? since : null,
        filters: one ? { projects: [one] } : rest,
      };
  }
  if (project && has(sentence, 'field.history') && !has(sentence, 'noun.projects')) {
    const period = sentence.periods[0]?.range ?? null;
    return { intent: 'history', project, during: period };
  }
  return null;
};

/** "Anstehende Entscheidungen": what is pending are the decisions, not the projects. */
function decisionFilters(filters: Filters, project: string | null): Filters {
  const { registers: _r, decisionOpen: _d, ...others } = filters;
  return withoutTopic(others, project);
}

const withoutTopic = (filters: Filters, project: string | null): Filters => {
  if (!project) return filters;
  const { topic: _, ...rest } = filters;
  return rest;
};

/** A project's own title may speak of the concept. */
const conceptInTitle = (sentence: Sentence): boolean =>
  marksOf(sentence, 'concept').some((mark) =>
    sentence.projects.some(
      (project) => project.via !== 'keyword' && project.from <= mark.from && project.to >= mark.to,
    ),
  );

const conceptOrOverview: Rule = (sentence, draft) => {
  if (
    has(sentence, 'concept') &&
    (has(sentence, 'concept.says') || has(sentence, 'ask.what')) &&
    !conceptInTitle(sentence)
  ) {
    return { intent: 'concept', words: draft.topic };
  }
  if (has(sentence, 'overview') && draft.topic.length === 0 && isEmpty(draft.filters) && !draft.project)
    return { intent: 'overview' };
  if (has(sentence, 'noun.programme') && has(sentence, 'field.status') && draft.topic.length === 0)
    return { intent: 'overview' };
  return null;
};

const grouping: Rule = (sentence, draft) => {
  const by = groupKey(sentence);
  if (!by || draft.project) return null;
  const measure = measureOf(sentence);
  const asksMost = has(sentence, 'super.max', 'super.min');
  return {
    intent: 'group',
    filters: draft.filters,
    by,
    measure: measure && measure !== 'duration' && !has(sentence, 'ask.howMany') ? measure : 'count',
    order: has(sentence, 'super.min') ? 'asc' : 'desc',
    limit: asksMost && !has(sentence, 'quantity.top') ? 1 : null,
  };
};

const aggregate: Rule = (sentence, draft) => {
  const measure = measureOf(sentence);
  if (!measure || (draft.project && !has(sentence, 'noun.projects'))) return null;
  if (draft.wantsProject && draft.candidates.length > 0) return null;
  if (has(sentence, 'agg.average'))
    return { intent: 'aggregate', filters: draft.filters, measure, operation: 'average' };
  const total =
    has(sentence, 'agg.sum') ||
    (has(sentence, 'ask.howMuch', 'ask.howMany', 'field.cost') &&
      plural(sentence) &&
      !draft.ranking &&
      !thresholded(draft) &&
      !has(sentence, 'ask.which'));
  if (!total || (!plural(sentence) && isEmpty(draft.filters) && !has(sentence, 'ask.all', 'noun.programme')))
    return null;
  if (has(sentence, 'ask.howMany') && !['personnelDays', 'fte'].includes(measure)) return null;
  return { intent: 'aggregate', filters: draft.filters, measure, operation: 'sum' };
};

const thresholded = (draft: Draft): boolean => (draft.filters.thresholds?.length ?? 0) > 0;
const plural = (sentence: Sentence): boolean =>
  has(sentence, 'noun.projects', 'noun.task', 'register.permanent', 'register.future', 'ask.all');

const count: Rule = (sentence, draft) => {
  if (!has(sentence, 'ask.howMany')) return null;
  if (draft.wantsProject && draft.project && draft.fields.length > 0) return null;
  return { intent: 'count', filters: draft.filters };
};

const singleProject: Rule = (sentence, draft) => {
  if (!draft.wantsProject) return null;
  if (draft.candidates.length > 1) {
    const options = draft.candidates
      .slice(0, 6)
      .map((id): Option => ({ noun: 'project', id, question: aboutProject(sentence, draft, id) }));
    return { intent: 'clarify', about: 'project', options, words: draft.topic.join(' ') || null };
  }
  if (draft.project) return aboutProject(sentence, draft, draft.project);
  if (draft.pronoun) return { intent: 'clarify', about: 'project', options: [], words: null };
  return null;
};

/** What is asked about one project. */
export function aboutProject(sentence: Sentence, draft: Draft, project: string): Question {
  if (has(sentence, 'ask.why') && !has(sentence, 'field.cost'))
    return { intent: 'fact', project, fields: ['goals', 'objectives', 'legalBasis', 'summary'] };
  if (isYesNo(sentence) || draft.premise) return verify(draft, project);
  if (has(sentence, 'field.history') && draft.fields.every((field) => field === 'history' || field === 'status'))
    return { intent: 'history', project, during: sentence.periods[0]?.range ?? null };
  const fields = asksAbout(sentence, draft.fields);
  return fields.length > 0 ? { intent: 'fact', project, fields } : { intent: 'project', project };
}

function asksAbout(sentence: Sentence, fields: readonly Field[]): Field[] {
  if (has(sentence, 'ask.about') && fields.length === 0) return [];
  return [...fields];
}

/** Fields of which "has it any?" is a sensible question; of the others the value is what one wants to know. */
const SUPPOSABLE: ReadonlySet<Field> = new Set<Field>([
  'investment',
  'runningPerYear',
  'personnelDays',
  'fte',
  'legalBasis',
  'end',
  'start',
  'milestones',
  'assessment',
  'links',
  'deputies',
  'targetGroups',
]);

function verify(draft: Draft, project: string): Question {
  const { topic: _, thresholds, lacks, projects: _p, ...claims } = draft.filters;
  const field = draft.fields[0] ?? null;
  const measured = thresholds?.filter((each) => !('missing' in each));
  if (measured && measured.length > 0)
    return { intent: 'verify', project, claims: { ...claims, thresholds: measured }, field };
  if (Object.keys(claims).length > 0)
    return { intent: 'verify', project, claims, field: field === 'lead' || field === 'affects' ? field : null };
  if (lacks && lacks.length > 0) return { intent: 'verify', project, claims: { lacks }, field };
  if (!field) return { intent: 'project', project };
  return SUPPOSABLE.has(field)
    ? { intent: 'verify', project, claims: { has: [field] }, field }
    : { intent: 'fact', project, fields: draft.fields };
}

const ranking: Rule = (sentence, draft) => {
  if (!draft.ranking) return null;
  return list(draft.filters, { order: draft.ranking.order, limit: draft.ranking.limit });
};

/** "Was macht Amt 17 im Programm?" */
const organisation: Rule = (sentence, draft) => {
  const [only, second] = draft.filters.organisations ?? [];
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
    if (has(sentence, 'noun.projects') && has(sentence, 'ask.which', 'ask.what', 'ask.all', 'ask.exists'))
      return list(filters);
    if (has(sentence, 'noun.projects')) return list(filters);
    if (has(sentence, 'talk.help')) return { intent: 'help' };
    if (draft.pronoun && draft.fields.length > 0)
      return { intent: 'clarify', about: 'project', options: [], words: null };
    return draft.words > 0
      ? { intent: 'notUnderstood', words: sentence.tokens.slice(0, 8).map((token) => token.raw), near: [] }
      : { intent: 'outOfScope' };
  }
  const existence =
    (has(sentence, 'ask.exists') || isYesNo(sentence)) && !has(sentence, 'ask.which', 'ask.what', 'ask.where');
  if (existence) return { intent: 'exists', filters };
  return list(filters);
};

export const isEmpty = (filters: Filters): boolean => Object.keys(filters).length === 0;

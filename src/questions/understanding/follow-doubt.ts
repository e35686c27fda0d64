import type { Filters, OrganisationFilter, Question } from '../question.js';
import { isEmpty } from './decide.js';
import { fieldsOf } from './decide-compare.js';
import type { Draft } from './draft.js';
import { has, type Sentence } from './sentence.js';

/** "Bist du sicher? Ich dachte, das Tiefbauamt": what was told before is held against what the person had thought, or told again. */
export function doubted(sentence: Sentence, draft: Draft, last: Question, told: readonly string[]): Question | null {
  if (!has(sentence, 'follow.doubt') || asksAnew(sentence)) return null;
  const rival = rivalOf(draft, last, told);
  if (rival) return rival;
  const { topic: _, ...supposed } = draft.filters;
  if (!('project' in last) || last.project === null)
    return draft.words === 0 && isEmpty(draft.filters) && 'filters' in last ? last : null;
  const { project } = last;
  if (draft.namesProject && !draft.candidates.includes(project)) return null;
  const claims = claimsOf(supposed, last);
  if (!isEmpty(claims)) return { intent: 'verify', project, claims, field: claims.organisations ? 'lead' : null };
  return draft.words === 0 ? last : null;
}

/** "Welches ist am teuersten?" – "Sicher? Ich dachte, der Chatbot": the one told is set against the one thought of. */
function rivalOf({ candidates }: Draft, last: Question, told: readonly string[]): Question | null {
  const [best, ...others] = told;
  const [thought, ...more] = candidates;
  if (last.intent !== 'list' || !last.order || last.limit !== 1) return null;
  if (!best || !thought || others.length > 0 || more.length > 0 || thought === best) return null;
  const { by, direction } = last.order;
  if (by === 'title' || by === 'health' || by === 'relevance') return null;
  const compared = { by, direction, supposed: false };
  return { intent: 'compare', projects: [best, thought], fields: fieldsOf(compared), compared };
}

const asksAnew = (sentence: Sentence): boolean =>
  has(sentence, 'noun.projects') ||
  sentence.marks.some(({ value }) => /^ask\.(?:which|who|when|howM|howL|where|exists)/.test(value));

/** What is named is thought to be what the last answer told: the lead, the end. */
function claimsOf({ organisations, active, ...others }: Filters, last: Question): Filters {
  const fields = last.intent === 'fact' ? last.fields : last.intent === 'verify' && last.field ? [last.field] : [];
  const touched = fields.includes('affects') && !fields.includes('lead');
  const relation = touched ? 'affects' : 'leads';
  const day = fields.includes('start') && !fields.includes('end') ? 'start' : 'end';
  const meant = (each: OrganisationFilter) => (each.relation === 'any' ? ({ ...each, relation } as const) : each);
  return {
    ...others,
    ...(organisations ? { organisations: organisations.map(meant) } : {}),
    ...(active ? { [day]: active } : {}),
  };
}

import type { Filters, Question } from '../question.js';
import type { Draft } from './draft.js';
import { has, type Sentence } from './sentence.js';

/** "Warum ist X rot?", "Why does D lead X?": what is taken for granted, and the reason asked for. */
export function reasonAsked(sentence: Sentence, draft: Draft, project: string): Question | null {
  if (!has(sentence, 'ask.why')) return null;
  // Why it was assessed so stands with the assessment.
  if (draft.filters.assessment || has(sentence, 'assessment.legal', 'assessment.technical', 'assessment.economic'))
    return { intent: 'fact', project, fields: ['assessment'] };
  const { health, reported, overdue, paused, postponed, organisations, not } = draft.filters;
  const claims: Filters = {
    ...(health ? { health } : {}),
    ...(health && reported ? { reported } : {}),
    // "Warum ist X nicht mehr rot?"
    ...(not?.health ? { not: { health: not.health } } : {}),
    ...(overdue === undefined ? {} : { overdue }),
    ...(paused === undefined ? {} : { paused }),
    ...(postponed === undefined && !takesLonger(sentence) ? {} : { postponed: postponed ?? true }),
  };
  const leads = organisations?.filter((each) => each.departments.length > 0) ?? [];
  if (leads.length > 0 && has(sentence, 'relation.leads', 'field.lead')) {
    return {
      intent: 'why',
      project,
      claims: { organisations: leads.map((each) => ({ ...each, relation: 'leads' })) },
    };
  }
  return Object.keys(claims).length > 0 ? { intent: 'why', project, claims } : null;
}

/** "Wieso dauert die Leitstelle länger?", "why is it taking longer?": nothing it is longer than is named. */
const takesLonger = ({ tokens }: Sentence): boolean =>
  tokens.some(({ word }) => /^(?:dauert|braucht|taking|takes?)$/.test(word)) &&
  tokens.some(
    ({ word }, at) => /^(?:langer|longer)$/.test(word) && !/^(?:als|wie|than)$/.test(tokens[at + 1]?.word ?? ''),
  );

import type { Filters, Question } from '../question.js';
import type { Rule } from './decide-rule.js';
import type { Lexis } from './lexis.js';
import { milestonesNamed } from './milestone-names.js';
import { has, marksOf, type Sentence } from './sentence.js';
import { isYesNo } from './verbs.js';

type Milestones = Extract<Question, { intent: 'milestones' }>;
const ALL: Milestones = {
  intent: 'milestones',
  project: null,
  milestone: null,
  state: null,
  during: null,
  filters: {},
};

/** "Wann soll die Warn-App gekoppelt sein?": a step of a project is asked for by its name. */
export const milestoneNamed =
  ({ programme }: Pick<Lexis, 'programme'>): Rule =>
  (sentence, draft) => {
    if (draft.outside || has(sentence, 'noun.projects')) return null;
    const asksDone = isYesNo(sentence);
    if (!asksDone && !has(sentence, 'ask.when', 'field.milestones')) return null;
    const [only, second] = milestonesNamed(programme, sentence.tokens, draft.candidates);
    if (!only || (second && second.project !== only.project)) return null;
    return { ...ALL, project: only.project, milestone: only.title, state: asksDone ? 'done' : null };
  };

/** "Welche Meilensteine sind überfällig?", "Meilensteine im Juni": steps of all projects, or of one in a state. */
export const milestonesAsked: Rule = (sentence, draft) => {
  if (marksOf(sentence, 'field.milestones').length === 0 || has(sentence, 'lacks')) return null;
  const state = stateOf(sentence);
  const during = sentence.periods[0]?.range ?? null;
  const narrowed = state !== null || during !== null;
  if (!narrowed && (draft.candidates.length > 0 || draft.pronoun || has(sentence, 'noun.projects', 'noun.project')))
    return null;
  if (draft.candidates.length > 1 && draft.wantsProject) return null;
  return {
    ...ALL,
    project: draft.project,
    state,
    during,
    filters: draft.project ? {} : conditions(draft.filters, state),
    ...(state === 'open' && has(sentence, 'super.next') && asksOne(sentence) ? { next: true } : {}),
  };
};

/** "Welcher Meilenstein kommt als nächstes?": the noun is singular. */
const asksOne = ({ tokens }: Sentence): boolean =>
  tokens.some(({ word }) => /^(?:meilenstein|milestone|etappe)$/.test(word));

function stateOf(sentence: Sentence): Milestones['state'] {
  if (has(sentence, 'state.overdue')) return 'overdue';
  const reached = marksOf(sentence, 'state.reached', 'state.finished');
  if (reached.length > 0) return reached.some(({ from }) => isDenied(sentence, from)) ? 'open' : 'done';
  return has(sentence, 'report.open', 'register.upcoming', 'super.next') ? 'open' : null;
}

/** "Noch nicht erreicht", "not reached yet". */
const isDenied = (sentence: Sentence, place: number): boolean =>
  marksOf(sentence, 'negation').some(({ to }) => place >= to && place - to <= 1);

/** What was said of time and state is said of the milestones, not of their projects. */
function conditions(filters: Filters, state: Milestones['state']): Filters {
  const { start: _s, end: _e, active: _a, overdue: _o, registers, ...others } = filters;
  return registers && state !== 'open' ? { ...others, registers } : others;
}

import type { AssessmentFilter, Filters } from '../question.js';
import { has, type Sentence } from './sentence.js';

const RATINGS = [
  [/^(?:kritisch\w*|bedenklich\w*|problematisch\w*|critical)$/, 'critical'],
  [/^(?:offen\w*|ungeklart\w*|unklar\w*|open|unclear|unresolved)$/, 'open'],
  [/^(?:unkritisch\w*|unbedenklich\w*|positiv\w*|gut|ok|okay|fine|good)$/, 'ok'],
] as const;
const SIDES = ['legal', 'technical', 'economic'] as const;

/** "Wo ist die rechtliche Bewertung kritisch?": what is said of an assessment is not said of status or legal basis. */
export function readAssessment(sentence: Sentence, filters: Filters): void {
  const side = SIDES.find((each) => has(sentence, `assessment.${each}`)) ?? null;
  if (side === null && !has(sentence, 'field.assessment')) return;
  const ratings = RATINGS.filter(([words]) => sentence.tokens.some((token) => words.test(token.word))).map(
    ([, rating]) => rating,
  );
  if (ratings.length === 0) return;
  delete filters.health;
  delete filters.lacks;
  delete filters.decisionOpen;
  filters.assessment = { side, ratings } satisfies AssessmentFilter;
}

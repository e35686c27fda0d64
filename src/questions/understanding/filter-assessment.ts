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
  if (ratings.length === 0) ratings.push(...impliedRatings(sentence));
  if (ratings.length === 0) return;
  delete filters.health;
  delete filters.lacks;
  delete filters.decisionOpen;
  filters.assessment = { side, ratings } satisfies AssessmentFilter;
}

/** "Rechtlich noch nicht geklärt" is open, "rechtliche Bedenken" stand in the way of a clean bill. */
function impliedRatings(sentence: Sentence): AssessmentFilter['ratings'] {
  const said = (words: RegExp) => sentence.tokens.some((token) => words.test(token.word));
  const outstanding = has(sentence, 'negation') || said(/^(?:be|werden|mussen|muss)$/);
  if (said(/^(?:ab)?klaren$/) || (outstanding && said(/^(?:ab)?geklart\w*$|^(?:settled|resolved|cleared)$/)))
    return ['open'];
  return said(/^(?:bedenken|zweifel|fragezeichen|einwande|unsicherheit\w*|concerns|doubts|reservations)$/)
    ? ['open', 'critical']
    : [];
}

import { has, isOrganisation, type Sentence } from './sentence.js';
import type { Token } from './tokens.js';

/** Says rather than asks who leads what. */
export function isStatement(sentence: Sentence, leftover: readonly Token[]): boolean {
  const asks = sentence.marks.some(
    (mark) =>
      mark.value.startsWith('ask.') || mark.value.startsWith('noun.project') || mark.value.startsWith('follow.o'),
  );
  return !asks && leftover.length > 0 && tellsLead(sentence);
}

/** "Das Theater leitet jetzt den Kitafinder." */
export function isPremise(sentence: Sentence, candidates: readonly string[]): boolean {
  const asks = sentence.marks.some(
    (mark) => mark.value.startsWith('ask.') && mark.value !== 'ask.truth' && mark.value !== 'ask.all',
  );
  return candidates.length === 1 && !asks && tellsLead(sentence);
}

const tellsLead = (sentence: Sentence): boolean =>
  has(sentence, 'relation.leads') && sentence.things.some(isOrganisation);

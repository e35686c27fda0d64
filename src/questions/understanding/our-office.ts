import type { Mark } from './sentence.js';
import type { Token } from './tokens.js';

/**
 * "Uns in der Schulverwaltung", "wir vom Tiefbau", "us here at city planning": what stands there is where people work.
 * "Was machen wir bei Schulen?" speaks of what is done.
 */
export function isWherePeopleWork(tokens: readonly Token[], marks: readonly Mark[], from: number): boolean {
  const word = (place: number): string => tokens[place]?.word ?? '';
  let at = from - 1;
  while (ARTICLES.test(word(at))) at--;
  if (!WHERE.test(word(at)) || /[,;.!?]/.test(tokens[at]?.after ?? '')) return false;
  do at--;
  while (BETWEEN.test(word(at)));
  if (/^(?:uns|us)$/.test(word(at))) return true;
  const opens = at === 0 || /[,;:.!?]/.test(tokens[at - 1]?.after ?? '');
  const leads = marks.some(({ value, to }) => value === 'relation.leads' && to === at);
  return /^(?:wir|ich|we|i)$/.test(word(at)) && (opens || leads);
}
const ARTICLES = /^(?:der|dem|den|the|unserer|unserem)$/;
const WHERE = /^(?:in|im|bei|beim|von|vom|aus|at|from)$/;
const BETWEEN = /^(?:hier|da|druben|here|over|bin|sind|arbeite|arbeiten|work|am|are)$/;

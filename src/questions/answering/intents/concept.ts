import type { Body } from '../../answer.js';
import { searchConcept } from '../../concept-search.js';
import type { Scope } from '../scope.js';

const MOST = 3;
/** Chapters this far behind the best one only brush the matter. */
const NEAR = 0.6;

/** What the city's own concept says about words: the chapters that hold most of them, each with the passage. */
export function concept({ portfolio, lang }: Scope, words: readonly string[]): Body {
  const found = searchConcept(portfolio.programme.concept, words, lang);
  const best = found[0]?.score ?? 0;
  const chapters = found
    .filter(({ score }) => score >= best * NEAR)
    .slice(0, MOST)
    .map(({ chapter, excerpt }) => ({ id: chapter, excerpt }));
  return { kind: 'concept', words: [...words], chapters };
}

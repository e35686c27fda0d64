import type { Question } from '../question.js';
import type { Draft } from './draft.js';
import type { Sentence } from './sentence.js';

/** Makes a question of a draft, or leaves it to the next rule. */
export type Rule = (sentence: Sentence, draft: Draft) => Question | null;

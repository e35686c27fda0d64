import type { Programme } from '../../programme/programme.js';
import type { TopicSearch } from '../../questions/answering/scope.js';
import type { Asker, Context, Question } from '../../questions/question.js';

/** What a translation depends on besides the words. */
export interface PlannerInput {
  programme: Programme;
  asker: Asker;
  context: Context | null;
  now: Date;
  /** Finds the projects near the words, and tells which words the programme knows. */
  topics: TopicSearch;
  /** Called when the model is really asked: the answer will take a moment. Never rejects. */
  working(): Promise<void>;
}

/** Translates words into a Question, checked against the programme. It states no facts and never fails. */
export interface Planner {
  /** Null: there is no translation to be had, for whatever reason; the log tells it. */
  plan(text: string, input: PlannerInput): Promise<Question | null>;
}

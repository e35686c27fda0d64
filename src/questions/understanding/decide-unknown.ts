import type { Question } from '../question.js';
import type { Lexis } from './lexis.js';
import type { Sentence } from './sentence.js';
import { unknownTopicWords } from './topic-search.js';
import { isFragment } from './verbs.js';

/** Words that ask, so that "nothing about it" is an answer. */
const FRAME = /^(?:ask|cue\.topic|noun|relation|register|field|state|health)/;

/** "asdf qwer": nothing is asked and no word means anything; to look for projects about it would only repeat it. */
export function notKnownAtAll(lexis: Lexis, sentence: Sentence, question: Question): Question | null {
  if (question.intent !== 'list' || Object.keys(question.filters).join() !== 'topic') return null;
  const topic = question.filters.topic ?? [];
  if (!isFragment(sentence) || sentence.marks.some((mark) => FRAME.test(mark.value))) return null;
  const words = topic.flatMap((entry) => entry.split(' '));
  return unknownTopicWords(lexis.topics, topic).length >= words.length
    ? { intent: 'notUnderstood', words: [topic.join(' ')], near: [] }
    : null;
}

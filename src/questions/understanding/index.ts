import { LRUCache } from 'lru-cache';
import type { Programme } from '../../programme/programme.js';
import { dayOf } from '../../programme/calendar.js';
import type { Asker, Context, Question, Reading } from '../question.js';
import { decide } from './decide.js';
import { conceptInstead } from './decide-concept.js';
import { unknownField } from './decide-field.js';
import { milestoneNamed } from './decide-milestones.js';
import { draftOf } from './draft.js';
import { continueTalk } from './follow-up.js';
import { fold } from './fold.js';
import { isForeign } from './foreign.js';
import { notKnownAtAll } from './decide-unknown.js';
import { buildLexis } from './lexis.js';
import { peopleAsked } from './decide-people.js';
import { readingOf } from './reading.js';
import { recognise } from './recognise.js';
import type { Sentence } from './sentence.js';
import { smallTalk } from './talk.js';
import { topicSearch, type TopicHit } from './topic-search.js';

export { topicSearch, unknownTopicWords, type TopicHit } from './topic-search.js';
export { buildTopicIndex, type TopicIndex } from './topic-index.js';

export interface Understanding {
  /** Words → what they ask. Pure: same words, asker, context and day give the same reading. */
  read(text: string, input: { asker: Asker; context: Context | null; now: Date }): Reading;
  /** The projects that the words of `Filters.topic` are about, best first; those that only touch it are left out. */
  topic(words: readonly string[]): TopicHit[];
  /** Known words that begin with what somebody has typed so far, the likeliest first; none where it is a word itself. */
  complete(begun: string): string[];
}

/** Prepares everything a programme can be asked about; built once for its revision, then used for every question. */
export function createUnderstanding(programme: Programme): Understanding {
  const lexis = buildLexis(programme);
  const sentences = new LRUCache<string, Sentence>({ max: SENTENCES });
  return {
    topic: (words) => topicSearch(lexis.topics, words).filter((hit) => !hit.near),
    complete: (begun) => lexis.spelling.beginning(fold(begun)),
    read(text, { asker, context, now }) {
      const today = dayOf(now, programme.timeZone);
      const environment = { lexis, asker, context, today };
      const key = `${today} ${asker.lang} ${text}`;
      const sentence = sentences.get(key) ?? recognise(lexis, text, asker.lang, today);
      sentences.set(key, sentence);
      const draft = draftOf(sentence, environment);
      const asked =
        (isForeign(sentence) ? HELP : null) ??
        smallTalk(lexis, sentence, draft.words) ??
        continueTalk(sentence, draft, environment) ??
        unknownField(lexis)(sentence, draft) ??
        peopleAsked(lexis)(sentence, draft) ??
        milestoneNamed(lexis)(sentence, draft) ??
        decide(sentence, draft);
      const question = conceptInstead(sentence, draft, notKnownAtAll(lexis, sentence, asked) ?? asked, lexis);
      return readingOf(sentence, draft, question, environment);
    },
  };
}

/** Says in which languages one may ask. */
const HELP: Question = { intent: 'help' };
/** The same is asked again and again, by buttons and examples above all: what the words hold does not change in a day. */
const SENTENCES = 64;

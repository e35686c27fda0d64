import { LRUCache } from 'lru-cache';
import type { Programme } from '../../programme/programme.js';
import { dayOf } from '../../programme/calendar.js';
import type { Asker, Context, Question, Reading } from '../question.js';
import { decide } from './decide.js';
import { conceptInstead } from './decide-concept.js';
import { unknownField } from './decide-field.js';
import { milestoneNamed } from './decide-milestones.js';
import { draftOf, type Draft } from './draft.js';
import type { Environment } from './environment.js';
import { continueTalk } from './follow-up.js';
import { fold } from './fold.js';
import { isForeign } from './foreign.js';
import { notKnownAtAll } from './decide-unknown.js';
import { buildLexis } from './lexis.js';
import { officesTalkedOf } from './number-in-talk.js';
import { peopleAsked } from './decide-people.js';
import { readingOf } from './reading.js';
import { recognise } from './recognise.js';
import type { Sentence } from './sentence.js';
import { ownProjects } from './self.js';
import { smallTalk } from './talk.js';
import { topicSearch, type TopicHit } from './topic-search.js';
import { withoutPick } from './which-person.js';

export { topicSearch, unknownTopicWords, type TopicHit } from './topic-search.js';
export { buildTopicIndex, type TopicIndex } from './topic-index.js';

export interface Understanding {
  /** Words → what they ask. Pure: same words, asker, context and day give the same reading. */
  read(text: string, input: { asker: Asker; context: Context | null; now: Date }): Reading;
  /** The projects that the words of `Filters.topic` are about, best first; those that only touch it are left out. */
  topic(words: readonly string[]): readonly TopicHit[];
  /** Known words that begin with what somebody has typed so far, the likeliest first; none where it is a word itself. */
  complete(begun: string): string[];
}

/** Prepares everything a programme can be asked about; built once for its revision, then used for every question. */
export function createUnderstanding(programme: Programme): Understanding {
  const lexis = buildLexis(programme);
  const kept = new LRUCache<string, Words>({ max: SENTENCES });
  return {
    topic: (words) => topicSearch(lexis.topics, words),
    complete: (begun) => lexis.spelling.beginning(fold(begun)),
    read(text, { asker, context, now }) {
      const today = dayOf(now, programme.timeZone);
      const talkedOf = text.length <= SHORT ? officesTalkedOf(context) : null;
      const environment = { lexis, asker, today, talkedOf };
      const key = JSON.stringify([today, asker.lang, asker.department, talkedOf, text]);
      const words = kept.get(key) ?? wordsIn(text, environment);
      // What somebody leads is theirs alone, in whatever spelling they ask for it.
      if (ownProjects(words.sentence) === null) kept.set(key, words);
      const next = words.aside ? null : continueTalk(words.sentence, words.draft, context, lexis);
      if (!next) return (words.alone ??= readAlone(words, environment));
      return readingAs(next, withoutPick(words, context?.questions[0], programme), environment);
    },
  };
}

/** What words hold whatever was said before, but for what a number stands for. */
interface Words {
  sentence: Sentence;
  draft: Draft;
  /** What leaves the talk as it was: a greeting, another language. */
  aside: Question | null;
  /** The reading where nothing that was said before changes it; null until it is asked for. */
  alone: Reading | null;
}

function wordsIn(text: string, environment: Environment): Words {
  const { lexis } = environment;
  const sentence = recognise(text, environment);
  const draft = draftOf(sentence, environment);
  const aside = isForeign(sentence) ? HELP : smallTalk(lexis, sentence, draft.words);
  return { sentence, draft, aside, alone: null };
}

function readAlone(words: Words, environment: Environment): Reading {
  const { sentence, draft, aside } = words;
  const { lexis } = environment;
  const asked =
    aside ??
    unknownField(lexis)(sentence, draft) ??
    peopleAsked(lexis)(sentence, draft) ??
    milestoneNamed(lexis)(sentence, draft) ??
    decide(sentence, draft);
  return readingAs(asked, words, environment);
}

function readingAs(asked: Question, { sentence, draft }: Words, environment: Environment): Reading {
  const { lexis } = environment;
  const question = conceptInstead(sentence, draft, notKnownAtAll(lexis, sentence, asked) ?? asked, lexis);
  return readingOf(sentence, draft, question, environment);
}

/** Says in which languages one may ask. */
const HELP: Question = { intent: 'help' };
/** In so few letters a number may stand for an office that is not said to be one. */
const SHORT = 60;
/** The same is asked again and again, by buttons and examples above all: what the words hold does not change in a day. */
const SENTENCES = 64;

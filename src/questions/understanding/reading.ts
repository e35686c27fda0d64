import { isKnown } from './correct.js';
import type { Draft } from './draft.js';
import type { Environment } from './environment.js';
import { isErrand } from './errands.js';
import { fold } from './fold.js';
import { passedOver } from './passed-over.js';
import type { Note, Option, Question, Reading } from '../question.js';
import type { Sentence } from './sentence.js';
import { topicSearch, unknownTopicWords } from './topic-search.js';

/** Adds to a question what the person should know about how it was understood. */
export function readingOf(sentence: Sentence, draft: Draft, question: Question, environment: Environment): Reading {
  return {
    question,
    lang: sentence.lang,
    alternatives: alternativesOf(sentence, draft, question, environment),
    unknownWords: [
      ...new Set([
        ...unknownWords(draft, question, environment),
        ...passedOver(sentence, draft, question, environment),
      ]),
    ],
    corrected: sentence.corrected,
    notes: notesOf(sentence, environment),
  };
}

/** Words of the topic that neither the programme nor Lotse's own vocabulary knows. */
function unknownWords(draft: Draft, question: Question, { lexis }: Environment): string[] {
  if (question.intent === 'outOfScope' || question.intent === 'help' || question.intent === 'greeting') return [];
  if (question.intent === 'concept') return [];
  if (question.intent === 'milestones' && question.milestone !== null) return [];
  const unknown = new Set(unknownTopicWords(lexis.topics, draft.topic));
  const words = [...new Set([...draft.leftover, ...draft.dropped])];
  return words
    .filter((token) => draft.dropped.includes(token) || unknown.has(token.raw) || !isKnown(lexis, token.word))
    .map((token) => token.raw);
}

/** Whether a project is meant or a topic, a department's lead or its part: the other reading is offered. */
function alternativesOf(sentence: Sentence, draft: Draft, question: Question, { lexis }: Environment): Option[] {
  const options: Option[] = [];
  const plain = { order: null, limit: null, page: 0 } as const;
  // "Wie stell ich meinen Urlaubsantrag?": none of Lotse's business, but projects may be about it.
  const near =
    question.intent === 'outOfScope' && isErrand(sentence) && topicSearch(lexis.topics, draft.topic).length > 0;
  if (near)
    options.push({
      noun: 'question',
      id: 'topic',
      question: { intent: 'list', filters: { topic: draft.topic }, ...plain },
    });
  if (question.intent === 'project' && draft.topic.length > 0 && !titleSaid(sentence, question.project)) {
    options.push({
      noun: 'question',
      id: 'topic',
      question: { intent: 'list', filters: { topic: draft.topic }, ...plain },
    });
  }
  if (question.intent === 'list') {
    const [first] = question.filters.organisations ?? [];
    if (first?.relation === 'any' && question.filters.organisations?.length === 1) {
      const filters = { ...question.filters, organisations: [{ ...first, relation: 'leads' as const }] };
      options.push({ noun: 'question', id: 'leads', question: { ...question, filters } });
    }
    const field = sentence.things.find((thing) => thing.noun === 'actionField' && thing.via === 'alias');
    if (field && !question.filters.topic) {
      const { actionFields: _, ...others } = question.filters;
      options.push({
        noun: 'question',
        id: 'topic',
        question: { ...question, filters: { ...others, topic: [field.said] } },
      });
    }
  }
  return options;
}

/** Who writes out a title means that project and no topic. */
function titleSaid({ projects }: Sentence, id: string): boolean {
  return projects.some(({ via, ids }) => via === 'name' && ids.includes(id));
}

function notesOf(sentence: Sentence, { lexis }: Environment): Note[] {
  return sentence.things.flatMap((thing): Note[] => {
    const [id = ''] = thing.ids;
    if (thing.noun === 'department') {
      if (lexis.programme.departments.find((each) => each.id === id)?.kind === 'dissolved')
        return [{ kind: 'dissolved', department: id }];
      if (thing.via === 'former') {
        const said = storedName(lexis.programme.departments, id, thing.said);
        return [{ kind: 'formerName', department: id, division: null, said }];
      }
    }
    if (thing.noun === 'division' && thing.via === 'former') {
      const said = storedName(lexis.programme.divisions, id, thing.said);
      return [{ kind: 'formerName', department: null, division: id, said }];
    }
    return [];
  });
}

/** A former name as the programme spells it, commas and hyphens included; else what was said. */
function storedName(
  organisations: readonly { id: string; formerNames: readonly { name: string }[] }[],
  id: string,
  said: string,
): string {
  const letters = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
  const former = organisations.find((each) => each.id === id)?.formerNames ?? [];
  return former.find(({ name }) => letters(name) === letters(said))?.name ?? said;
}

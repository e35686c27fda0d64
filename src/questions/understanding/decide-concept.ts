import { searchConcept } from '../concept-search.js';
import type { Question } from '../question.js';
import type { Rule } from './decide-rule.js';
import type { Draft } from './draft.js';
import { isContent } from './lexicon.js';
import type { Lexis } from './lexis.js';
import { has, marksOf, type Sentence } from './sentence.js';
import { topicSearch } from './topic-search.js';

/** "Was sagt das Konzept zu …?", "laut Konzept", "what does the plan say about …". */
export const conceptAsked: Rule = (sentence) => {
  if (!has(sentence, 'concept') || inTitle(sentence) || asksForProjects(sentence)) return null;
  const quoted = marksOf(sentence, 'concept').some((mark) => mark.to - mark.from > 1);
  const asks =
    has(sentence, 'concept.says') || quoted || (has(sentence, 'ask.what') && !has(sentence, 'noun.projects'));
  return asks ? { intent: 'concept', words: matter(sentence) } : null;
};

/** Where no project is about the words, but a chapter of the concept plainly is, that is what is told. */
export function conceptInstead(sentence: Sentence, draft: Draft, question: Question, lexis: Lexis): Question {
  const { programme, topics } = lexis;
  if (programme.concept.length === 0 || draft.outside || has(sentence, 'noun.projects', 'noun.project'))
    return question;
  if (!isAtALoss(sentence, question)) return question;
  const words = matter(sentence);
  // From what sum on somebody decides is a rule, whatever else is about them.
  const aboutProjects = !RULE.test(sentence.text) && topicSearch(topics, draft.topic).length > 0;
  const [best] = aboutProjects ? [] : searchConcept(programme.concept, words, sentence.lang);
  // One word alone may be anything; the better part of the words must be there.
  return best && best.held >= 2 && best.held / words.length >= 0.5 ? { intent: 'concept', words } : question;
}

function isAtALoss(sentence: Sentence, question: Question): boolean {
  switch (question.intent) {
    case 'notUnderstood':
    case 'outOfScope':
      return true;
    case 'list':
    case 'count':
    case 'exists':
      return question.filters.topic !== undefined;
    case 'decisions':
      // Rules on how it is decided are the concept's; what there is to decide is not.
      return question.filters.topic !== undefined || asksForRule(sentence);
    default:
      return false;
  }
}

const RULE = /\b(?:ab (?:welche[rmn]?|wie\s?viel)|wie oft|how often|from what|above what)\b/i;

/** "Ab welcher Summe …", "wie oft …", "from what amount …". */
const asksForRule = (sentence: Sentence): boolean =>
  /\b(?:ab (?:welche[rmn]?|wie\s?viel)|wie oft|how often|from what|above what|what (?:sum|amount)|who|wer)\b/i.test(
    sentence.text,
  ) && has(sentence, 'noun.steering');

/** The words the question is about: what neither asks nor names the concept itself. */
function matter(sentence: Sentence): string[] {
  const frame = marksOf(sentence, 'concept', 'concept.says', 'noun.programme').concat(
    sentence.marks.filter((mark) => /^(?:ask|talk|own|pronoun|negation)/.test(mark.value)),
  );
  return sentence.tokens
    .filter(
      (token, at) =>
        (token.kind === 'word' || token.kind === 'number') &&
        !/^(?:ab|pro|per|oft|often|from|above)$/.test(token.word) &&
        (isContent(token.word) || isTerm(sentence, at)) &&
        !frame.some((mark) => mark.from <= at && at < mark.to && !mark.gap.includes(at)),
    )
    .map((token) => token.raw);
}

/** A word of the trade ("Geld", "Lenkungsgruppe") is a matter of a concept as well. */
const isTerm = (sentence: Sentence, at: number): boolean =>
  sentence.marks.some(
    (mark) => mark.from <= at && at < mark.to && /^(?:field|noun\.steering|report\.dec)/.test(mark.value),
  );

/** "Welche laufenden Projekte stehen in der Strategie?", "how many projects does the plan name": the register answers. */
const asksForProjects = (sentence: Sentence): boolean =>
  marksOf(sentence, 'ask.which', 'ask.howMany').some((mark) =>
    marksOf(sentence, 'noun.projects').some(
      (noun) =>
        noun.from >= mark.from &&
        noun.from - mark.to <= 1 &&
        !/[,;:]/.test(sentence.tokens[noun.from - 1]?.after ?? ''),
    ),
  );

/** A project's own title may speak of the concept. */
const inTitle = (sentence: Sentence): boolean =>
  marksOf(sentence, 'concept').some((mark) =>
    sentence.projects.some(
      (project) => project.via !== 'keyword' && project.from <= mark.from && project.to >= mark.to,
    ),
  );

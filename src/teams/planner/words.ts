import type { Programme } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import type { TopicSearch } from '../../questions/answering/scope.js';
import { isContent } from '../../questions/understanding/lexicon.js';
import { tokenise } from '../../questions/understanding/tokens.js';

/** A topic is a few words; more would be a text. */
const MOST = 12;

/** Tells which words may stand in a translated question, since they are shown to the person. */
export interface KnownWords {
  /** Whether all of these are words the person said, words the programme knows, or words that say nothing. */
  topic(words: readonly string[]): boolean;
  /** Whether these name laws a project rests on, or that the person named. */
  legal(words: readonly string[]): boolean;
  /** As `topic`; words of the programme's concept are known as well. */
  concept(words: readonly string[]): boolean;
}

/** The words of a question are never a model's own: what it makes up, or read in some text, is not shown. */
export function knownWords(text: string, { projects, concept }: Programme, topics: TopicSearch): KnownWords {
  const said = stems(text);
  const isKnown = ({ raw, word, stem }: ReturnType<typeof tokenise>[number]): boolean =>
    !isContent(word) || said.has(stem) || topics([raw]).length > 0;
  const all = (words: readonly string[], known: typeof isKnown): boolean => {
    const tokens = words.flatMap((each) => tokenise(each));
    return tokens.length <= MOST && tokens.every(known);
  };
  return {
    topic: (words) => all(words, isKnown),
    legal: (words) => {
      const laws = [text, ...projects.flatMap(({ legalBasis }) => legalBasis)].map(plainLaw);
      return words.every((each) => laws.some((law) => law.includes(plainLaw(each))));
    },
    concept: (words) => {
      const chapters = stems(concept.flatMap((one) => [...wordings(one.title), ...wordings(one.text)]).join(' '));
      return all(words, (token) => isKnown(token) || chapters.has(token.stem));
    },
  };
}

function stems(text: string): Set<string> {
  return new Set(tokenise(text).map(({ stem }) => stem));
}

function plainLaw(law: string): string {
  return law.toLowerCase().replace(/[\s.]+/g, '');
}

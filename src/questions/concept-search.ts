import type { ConceptChapter } from '../programme/programme.js';
import { inLanguage, type Lang } from '../programme/text.js';
import { isContent } from './understanding/lexicon.js';
import { sensesOf } from './understanding/senses.js';
import { tokenise } from './understanding/tokens.js';
import { holdsWord } from './text-words.js';

export interface Passage {
  chapter: string;
  /** The sentences that fit best, quoted word by word. */
  excerpt: string;
  /** How many of the words the chapter holds. */
  held: number;
  score: number;
}

/** Who asks for money wants the sentence that names a sum. */
const MONEY = /^(?:geld|kosten|budget|summe|betrag|euro|mittel|money|sum|amount|cost|budgets|funding|pounds)$/;
const SUM = /\d[\d.,]*\s*(?:€|euro\b|eur\b|million|mio)|[€£$]\s*\d/i;
const LENGTH = 420;

/** Chapters of a city's concept that hold the words, best first. A word in a chapter's title says more than one in its text. */
export function searchConcept(chapters: readonly ConceptChapter[], said: readonly string[], lang: Lang): Passage[] {
  const words = [...new Set(said.flatMap((each) => tokenise(each).map((token) => token.word)))].filter(Boolean);
  const telling = words.filter(isContent);
  const wanted = telling.length > 0 ? telling : words;
  // What is asked in one language may stand in the other.
  const meant = [...sensesOf(said.join(' '))];
  return chapters
    .flatMap((chapter) => {
      const title = inLanguage(chapter.title, lang);
      const sentences = inLanguage(chapter.text, lang).match(/[^.!?]+(?:[.!?](?=\d)[^.!?]*)*[.!?]*\s*/g) ?? [];
      const inTitle = wanted.filter((word) => holds(title, word));
      const senses = sentences.map(sensesOf);
      const scores = sentences.map(
        (sentence, at) =>
          wanted.filter((word) => holds(sentence, word)).length +
          meant.filter((sense) => senses[at]?.has(sense)).length,
      );
      const shared = meant.filter((sense) => senses.some((found) => found.has(sense)));
      const held = new Set(
        wanted.filter((word) => inTitle.includes(word) || sentences.some((one) => holds(one, word))),
      );
      if (held.size + shared.length === 0) return [];
      const best = Math.max(0, ...scores);
      const from = Math.max(0, scores.indexOf(best));
      const score = held.size * 4 + shared.length * 3 + inTitle.length * 3 + best;
      return [{ chapter: chapter.id, excerpt: excerpt(sentences, best > 0 ? from : 0), held: held.size, score }];
    })
    .sort((a, b) => b.score - a.score);
}

function excerpt(sentences: readonly string[], from: number): string {
  let taken = '';
  for (const sentence of sentences.slice(from)) {
    if (taken && taken.length + sentence.length > LENGTH) break;
    taken += sentence;
  }
  return taken.trim();
}

/** Whether a text holds a word; who says money means a sum as well. */
const holds = (text: string, word: string): boolean => (MONEY.test(word) && SUM.test(text)) || holdsWord(text, word);

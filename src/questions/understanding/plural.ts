import { isContent } from './lexicon.js';
import { marksOf, type Sentence } from './sentence.js';

/** "Die", "they", "those": several things said before, and no noun that the word could be an article of. */
export function isPlural(sentence: Sentence): boolean {
  return marksOf(sentence, 'follow.those').some((mark) => {
    const word = sentence.tokens[mark.from]?.word ?? '';
    if (/^(?:them|they|those|these|ones|denen|deren|ihnen)$/.test(word)) return true;
    if (/^(?:sie|ihre|their)$/.test(word)) return true;
    const next = sentence.tokens[mark.to];
    if (/^(?:von|vom|aus|bei|beim|mit|im|in|fur)$/.test(next?.word ?? '')) return false;
    const named = [...sentence.things, ...sentence.projects].some((each) => each.from <= mark.to && each.to > mark.to);
    const noun = sentence.marks.some(
      (other) => other.from === mark.to && /^(?:noun|register|super|ordinal|field|health)/.test(other.value),
    );
    return word === 'die' && !named && !noun && (!next || !isContent(next.word));
  });
}

import { isContent } from './lexicon.js';
import { isSingularDie, isSingularSubject } from './plural.js';
import { marksOf, type Sentence } from './sentence.js';

/** Whether something said before is meant: "das", "es", "it", "dieses Projekt", but not the article of a noun that follows. */
export function refersBack(sentence: Sentence): boolean {
  if (marksOf(sentence, 'pronoun.project').length > 0) return true;
  if (sentence.tokens.some((token, at) => token.word === 'sie' && isSingularSubject(sentence, at))) return true;
  if (sentence.tokens.some((_, at) => isSingularDie(sentence, at))) return true;
  return marksOf(sentence, 'pronoun.it').some((mark) => {
    if (sentence.periods.some((period) => period.from <= mark.from && mark.to <= period.to)) return false;
    const token = sentence.tokens[mark.from];
    const next = sentence.tokens[mark.to];
    if (!token || !/^(?:das|dem|dies|dieses|this|that|there|da|dort|sein|seine)$/.test(token.word)) return true;
    if (/^(?:da|dort|there)$/.test(token.word)) return sentence.tokens.length <= 9;
    if (!next || /[,;.!?]/.test(token.after)) return true;
    if (sentence.marks.some((other) => other.from === mark.to && other.value.startsWith('noun.'))) return false;
    const named =
      sentence.things.some((thing) => thing.from <= mark.to && thing.to > mark.to) ||
      sentence.projects.some((project) => project.from <= mark.to && project.to > mark.to);
    return !named && !isContent(next.word);
  });
}

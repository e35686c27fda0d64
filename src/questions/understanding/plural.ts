import { isContent } from './lexicon.js';
import { has, marksOf, type Sentence } from './sentence.js';

/** "Die", "they", "those": several things said before, and no noun that the word could be an article of. */
export function isPlural(sentence: Sentence): boolean {
  return marksOf(sentence, 'follow.those').some((mark) => {
    const word = sentence.tokens[mark.from]?.word ?? '';
    if (/^(?:them|they|those|these|ones|denen|deren|ihnen)$/.test(word)) return true;
    if (word === 'sie' && isSingularSubject(sentence, mark.from)) return false;
    if (/^(?:sie|ihre|their)$/.test(word)) return true;
    if (isSingularDie(sentence, mark.from)) return false;
    const next = sentence.tokens[mark.to];
    if (word === 'die' && isRelative(sentence, mark.from)) return false;
    // "Was kosten die im Jahr?": the verb speaks of several; "die im Herbst …" are yet to be named.
    const subject = SEVERAL.test(sentence.tokens[mark.from - 1]?.word ?? '') && /^(?:im|in)$/.test(next?.word ?? '');
    if (word === 'die' && subject) return !has(sentence, 'noun.projects');
    if (/^(?:von|vom|aus|bei|beim|mit|im|in|fur)$/.test(next?.word ?? '')) return false;
    const named = [...sentence.things, ...sentence.projects].some((each) => each.from <= mark.to && each.to > mark.to);
    const noun = sentence.marks.some(
      (other) => other.from === mark.to && /^(?:noun|register|super|ordinal|field|health)/.test(other.value),
    );
    return word === 'die' && !named && !noun && (!next || !isContent(next.word));
  });
}

/** "Projekte, die das Jugendamt betreffen": speaks of the noun right before it. */
const isRelative = ({ marks }: Sentence, place: number): boolean =>
  marks.some(({ value, to }) => value === 'noun.projects' && to === place);

const SEVERAL = /^(?:kosten|brauchen|enden|starten|beginnen|laufen|dauern|liegen)$/;

/** "Wann endet sie?", "ob sie läuft": the verb beside it speaks of one thing. */
export function isSingularSubject(sentence: Sentence, place: number): boolean {
  const before = sentence.tokens[place - 1]?.word ?? '';
  const last = sentence.tokens.at(-1)?.word ?? '';
  return (
    SINGULAR.test(before) ||
    (place < sentence.tokens.length - 1 && SINGULAR.test(last) && /^(?:wann|ob|warum|wieviel|was|wie)$/.test(before))
  );
}
/** "Was kostet die?", "ist die rot?": the verb beside it speaks of one, and no noun follows. */
export function isSingularDie({ tokens, things, projects, marks }: Sentence, place: number): boolean {
  if (tokens[place]?.word !== 'die' || !SINGULAR.test(tokens[place - 1]?.word ?? '')) return false;
  const next = tokens[place + 1];
  if (!next || /[,;.!?]/.test(tokens[place]?.after ?? '')) return true;
  const named = [...things, ...projects].some(({ from, to }) => from <= place + 1 && to > place + 1);
  const noun = marks.some(({ value, from }) => from === place + 1 && /^(?:noun|super|ordinal)/.test(value));
  const state = marks.some(({ value, from }) => from === place + 1 && /^(?:health|state|register)/.test(value));
  return !named && !noun && (!isContent(next.word) || (state && place + 2 === tokens.length));
}

const SINGULAR =
  /^(?:leitet|fuhrt|verantwortet|macht|endet|kostet|lauft|startet|beginnt|betrifft|ist|wird|braucht|dient|steht|liegt|gehort|dauert|hat|war|wurde|hilft)$/;

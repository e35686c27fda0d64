import { marksOf, sameClause, type Sentence } from './sentence.js';

/**
 * Where somebody asks what they lead or stand in for themselves: "Welche Projekte leite ich?", "what am I responsible
 * for", "meine Projekte"; null where "I" only tells who asks ("ich bin vom Bauamt", "I wonder who leads …").
 */
export function ownProjects(sentence: Sentence): number | null {
  return ownNoun(sentence) ?? ownVerb(sentence);
}

function ownVerb(sentence: Sentence): number | null {
  const { tokens } = sentence;
  const verbs = marksOf(sentence, 'relation.leads', 'field.deputies');
  if (verbs.length === 0) return null;
  const asked = sentence.marks.filter(({ value }) => ASKED.test(value));
  const found = marksOf(sentence, 'own.self').find(({ from: at }) => {
    if (!/^(?:ich|i)$/.test(tokens[at]?.word ?? '')) return false;
    if (!asked.some((mark) => tokens[mark.from]?.sentence === tokens[at]?.sentence)) return false;
    const word = (place: number): string => tokens[place]?.word ?? '';
    return verbs.some(({ from, to }) => {
      if (!sameClause(tokens, from, at)) return false;
      const beside = to === at || from === at + 1;
      const is = BEING.test(word(at - 1)) && from > at && from - at <= FAR;
      const follows = BEING.test(word(to)) && from > at;
      return beside || is || follows;
    });
  });
  return found ? found.from : null;
}
const ASKED = /^(?:ask\.(?!why|truth)|noun\.projects)/;
const BEING = /^(?:bin|war|hab|habe|am|im)$/;
const FAR = 4;

/** "Meine Projekte", "welche meiner laufenden Projekte", "my projects". */
function ownNoun(sentence: Sentence): number | null {
  const { tokens, marks } = sentence;
  for (const { from } of marksOf(sentence, 'noun.projects')) {
    let at = from - 1;
    while (marks.some((mark) => mark.from <= at && at < mark.to && ADJECTIVE.test(mark.value))) at--;
    if (/^(?:mein(?:e[mnrs]?)?|my)$/.test(tokens[at]?.word ?? '')) return at;
  }
  return null;
}
const ADJECTIVE = /^(?:register|health|state|super|number)\./;

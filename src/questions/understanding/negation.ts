import { marksOf, sameClause, type Sentence } from './sentence.js';
import { isYesNo } from './verbs.js';

/** Words that rule out everything after them to the end of the sentence. */
const EXCEPT = new Set([
  'ausser',
  'ausgenommen',
  'except',
  'excluding',
  'ohne',
  'without',
  'abgesehen',
  'apart',
  'ausnahme',
  'besides',
  'aside',
  'bis',
  'weder',
  'neither',
]);

/**
 * Whether what stands at a token is denied. "nicht" denies what follows in its clause, or, where nothing of interest
 * follows, what stands right before it ("betrifft das Sozialamt nicht"); "außer" denies all that follows.
 * @param places first tokens of everything that could be denied
 */
export function deniedPlaces(sentence: Sentence, places: readonly number[]): ReadonlySet<number> {
  const denied = new Set<number>();
  for (const mark of marksOf(sentence, 'negation')) {
    const word = sentence.tokens[mark.from]?.word ?? '';
    const next = sentence.tokens[mark.to]?.word ?? '';
    if (/^(?:nur|only|just)$/.test(next) || deniesField(sentence, mark.from, mark.to)) continue;
    if (isTag(sentence, mark.from, next)) continue;
    // "Net zero" is no dialect.
    if (sentence.lang === 'en' && /^(?:net|ned)$/.test(word)) continue;
    if (EXCEPT.has(word)) {
      for (const place of places) {
        if (place >= mark.to && sentence.tokens[place]?.sentence === sentence.tokens[mark.from]?.sentence)
          denied.add(place);
      }
      continue;
    }
    const inClause = places.filter((place) => sameClause(sentence.tokens, mark.from, place));
    const after = inClause.filter((place) => place >= mark.to);
    const before = inClause.filter((place) => place < mark.from);
    const target = after.length > 0 ? Math.min(...after) : before.length > 0 ? Math.max(...before) : undefined;
    if (target !== undefined) denied.add(target);
  }
  return denied;
}

/** "Ist das nicht eigentlich bei …?", "isn't it led by …?": whoever asks so supposes that it is. */
function isTag(sentence: Sentence, place: number, next: string): boolean {
  if (!isYesNo(sentence)) return false;
  const word = sentence.tokens[place]?.word ?? '';
  if (/^(?:isnt|arent|wasnt|dosnt|dont|didnt|wont|hasnt|havent)$/.test(word)) return place <= 2;
  if (!/^(?:nicht|net|ned|nich|not)$/.test(word) || !sameClause(sentence.tokens, 0, place)) return false;
  return /^(?:eigentlich|doch|etwa|sowieso|sogar|auch|schon|mal|actually|really|also|already|in)$/.test(next);
}

/** "Kein Enddatum", "ohne Budget": a field is missing, nothing else is denied. */
function deniesField(sentence: Sentence, from: number, to: number): boolean {
  if (!marksOf(sentence, 'lacks').some((lack) => lack.from === from)) return false;
  return sentence.marks.some(
    (mark) => /^field\.(?!lead|affects|status)/.test(mark.value) && mark.from >= to && mark.from - to <= 2,
  );
}

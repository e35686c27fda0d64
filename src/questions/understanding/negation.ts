import { marksOf, sameClause, type Sentence } from './sentence.js';

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

/** "Kein Enddatum", "ohne Budget": a field is missing, nothing else is denied. */
function deniesField(sentence: Sentence, from: number, to: number): boolean {
  if (!marksOf(sentence, 'lacks').some((lack) => lack.from === from)) return false;
  return sentence.marks.some(
    (mark) => /^field\.(?!lead|affects|status)/.test(mark.value) && mark.from >= to && mark.from - to <= 2,
  );
}

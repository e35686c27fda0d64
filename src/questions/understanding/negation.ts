import { LIGHT } from './lexicon.js';
import { marksOf, sameClause, type Mark, type Sentence } from './sentence.js';
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
 * follows, what stands right before it ("betrifft das Sozialamt nicht"); "außer" denies all that follows. What is joined
 * to it is denied with it ("nicht rot oder gelb").
 * @param places first tokens of everything that could be denied
 * @param matter tokens of a matter: denied only where they follow ("nicht barrierefrei", "außer denen zu KI")
 */
export function deniedPlaces(
  sentence: Sentence,
  places: readonly number[],
  matter: readonly number[] = [],
): ReadonlySet<number> {
  const denied = new Set<number>();
  for (const mark of marksOf(sentence, 'negation')) {
    const word = sentence.tokens[mark.from]?.word ?? '';
    if (deniesNothing(sentence, mark)) continue;
    if (EXCEPT.has(word)) {
      for (const place of [...places, ...matter]) {
        if (place >= mark.to && sentence.tokens[place]?.sentence === sentence.tokens[mark.from]?.sentence)
          denied.add(place);
      }
      continue;
    }
    const inClause = (place: number) => sameClause(sentence.tokens, mark.from, place);
    const deniable = endsHabit(sentence, mark) ? places : [...places, ...matter];
    const after = deniable.filter((place) => place >= mark.to && inClause(place));
    const before = places.filter((place) => place < mark.from && inClause(place));
    if (after.length === 0 && (deniesTime(sentence, mark) || deniesEnd(sentence, mark))) continue;
    const target = after.length > 0 ? Math.min(...after) : before.length > 0 ? Math.max(...before) : undefined;
    if (target === undefined) continue;
    denied.add(target);
    for (const place of joinedTo(sentence, target, places)) denied.add(place);
  }
  return denied;
}

/** "Nicht rot oder gelb", "not led by A or B": what stands beside it, joined by no more than "oder" and little words. */
function joinedTo(sentence: Sentence, target: number, places: readonly number[]): number[] {
  const joined: number[] = [];
  let last = target;
  for (const place of [...places].sort((a, b) => a - b)) {
    if (place <= last || kindAt(sentence, place) !== kindAt(sentence, target)) continue;
    const gap = sentence.tokens.slice(endAt(sentence, last), place);
    const joint = gap.findIndex((token) => /^(?:oder|or|noch|nor|und|and|sowie)$/.test(token.word));
    if (joint !== 0 || !gap.slice(1).every((token) => LIGHT.has(token.word))) break;
    joined.push(place);
    last = place;
  }
  return joined;
}

/** Whether a negation is a way of speaking, or speaks of a field alone, and takes nothing away. */
export function deniesNothing(sentence: Sentence, mark: Mark): boolean {
  const { from, to } = mark;
  const { tokens, lang } = sentence;
  const next = tokens[to]?.word ?? '';
  // "Net zero" is no dialect.
  if (lang === 'en' && /^(?:net|ned)$/.test(tokens[from]?.word ?? '')) return true;
  if (/^(?:nur|only|just)$/.test(next) || deniesField(sentence, from, to)) return true;
  return (
    isTag(sentence, from, next) ||
    isIgnorance(sentence, from, to) ||
    isOrNot(sentence, from, to) ||
    addsTo(sentence, mark)
  );
}

/** "Nicht mehr auf Papier", "no longer on paper": what changes by projects is their matter, not what they are without. */
export const endsHabit = ({ tokens }: Sentence, { from, to }: Mark): boolean =>
  (/^(?:mehr|longer|more)$/.test(tokens[to]?.word ?? '') && !/^(?:als|than|wie)$/.test(tokens[to + 1]?.word ?? '')) ||
  /^no (?:longer|more)$/.test(`${tokens[from]?.word ?? ''} ${tokens[from + 1]?.word ?? ''}`);

/** "Laufende Projekte, die nicht mehr 2026 enden": the time is denied, nothing that was said before. */
const deniesTime = ({ periods, tokens }: Sentence, { to }: Mark): boolean =>
  periods.some(({ from }) => from >= to && from - to <= TIME_FOLLOWS && sameClause(tokens, to, from));
const TIME_FOLLOWS = 3;

/** "Sind nach Ostern noch nicht fertig": that they end is denied of a time, nothing that was said before. */
export const deniesEnd = (sentence: Sentence, { from, to }: Mark): boolean =>
  sentence.periods.length > 0 &&
  marksOf(sentence, 'field.end', 'state.finished').some(
    (end) =>
      end.from >= to &&
      end.from - to <= 2 &&
      COMPLETED.test(sentence.tokens[end.from]?.word ?? '') &&
      sameClause(sentence.tokens, from, end.from),
  );
const COMPLETED =
  /^(?:fertig\w*|abgeschlossen\w*|beendet\w*|erledigt|vorbei|durch|vollendet|finished|completed?|done|over|ready)$/;

/** "Außer dem Sozialamt auch das Jugendamt": both, none is left out. */
function addsTo({ tokens }: Sentence, { from, to }: Mark): boolean {
  if (!/^(?:ausser|besides|apart|aside)$/.test(tokens[from]?.word ?? '')) return false;
  return tokens.some((token, at) => at > to && /^(?:auch|also)$/.test(token.word) && sameClause(tokens, to, at));
}

/** "… oder nicht?", "… or none": asks only whether it is so. */
const isOrNot = ({ tokens }: Sentence, from: number, to: number): boolean =>
  /^(?:oder|or)$/.test(tokens[from - 1]?.word ?? '') &&
  (to === tokens.length || /[?!.,;]/.test(tokens[to - 1]?.after ?? ''));

/** What a place speaks of: departments and divisions, registers, a condition. */
function kindAt(sentence: Sentence, place: number): string {
  const noun = sentence.things.find((thing) => thing.from === place)?.noun;
  if (noun) return noun === 'division' ? 'department' : noun;
  return sentence.marks.find((mark) => mark.from === place && DENIABLE.test(mark.value))?.value.split('.')[0] ?? '';
}
const DENIABLE = /^(?:register|health|climate|relation|state|own)/;

function endAt(sentence: Sentence, place: number): number {
  const ends = [...sentence.things, ...sentence.marks].flatMap(({ from, to }) => (from === place ? [to] : []));
  return Math.max(place + 1, ...ends);
}

/** "Ich weiß nicht, …", "I don't know which …": says nothing of what follows. */
function isIgnorance(sentence: Sentence, from: number, to: number): boolean {
  const [before, after] = [from - 1, to].map((place) => sentence.tokens[place]?.word ?? '');
  return (
    /^(?:weiss|wusste|verstehe|kapiere|finde|vergiss|vergesst)$/.test(before ?? '') ||
    /^(?:know|sure|understand|forget|sicher)$/.test(after ?? '')
  );
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
  if (!marksOf(sentence, 'lacks').some((lack) => lack.from <= from && to <= lack.to)) return false;
  // "Keine negative Klimawirkung": one of a kind is denied, not that there is any.
  if (sentence.marks.some((mark) => /^climate\./.test(mark.value) && mark.from === to)) return false;
  return sentence.marks.some(
    (mark) => /^field\.(?!lead|affects|status|risk)/.test(mark.value) && mark.from >= to && mark.from - to <= 2,
  );
}

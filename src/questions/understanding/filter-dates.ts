import { addDays } from '../../programme/calendar.js';
import type { DayRange, Filters } from '../question.js';
import { CALENDAR } from './calendar-words.js';
import { deniesStart } from './filter-registers.js';
import { deniesEnd } from './negation.js';
import { LIGHT } from './lexicon.js';
import { readReported } from './filter-reported.js';
import { isDone } from './past-tense.js';
import type { Period } from './periods.js';
import { has, marksOf, sameClause, type Mark, type Sentence } from './sentence.js';

/** "Wie heißt das heute?", "is it today …": says that it is so now, not when a project runs. */
export function isNowadays(sentence: Sentence, { range, open }: Period, today: string): boolean {
  return (
    range.from === today &&
    range.to === today &&
    open === null &&
    !has(sentence, 'field.start', 'field.end', 'register.running', 'state.finished')
  );
}

/** Conditions on start, end and running time. */
export function readDates(sentence: Sentence, filters: Filters, denied: ReadonlySet<number>, today: string): void {
  const periods = readReported(sentence, filters, today);
  const [overdue] = marksOf(sentence, 'state.overdue');
  if (overdue) {
    filters.overdue = !denied.has(overdue.from);
    return;
  }
  for (const [at, period] of periods.entries()) {
    if (isNowadays(sentence, period, today)) continue;
    const role = period.starts ? 'start' : period.ends ? 'end' : roleOf(sentence, period);
    const before = periods[at - 1];
    if (unfinished(sentence, period)) putWithin(filters, 'end', beyond(period.range));
    else if (deniesStart(sentence)) putWithin(filters, 'start', afterwards(period.range, today));
    else if (isNotThen(sentence, period.from) || isDeniedAfter(sentence, period))
      putOutside(filters, role, period.range);
    else if (before && isAlternative(sentence, before, period)) widen(filters, role, period.range);
    else putWithin(filters, role, goingOn(sentence, period, role, today));
  }
  const [finished] = marksOf(sentence, 'state.finished');
  if (finished && sentence.periods.length === 0 && !filters.end) {
    if (denied.has(finished.from)) filters.not = { ...filters.not, end: { from: null, to: today } };
    else filters.end = { from: null, to: today };
  }
  if (sentence.periods.length > 0) return;
  if ((has(sentence, 'super.earliest.start') && !isDone(sentence, 'start')) || comesNext(sentence, 'field.start'))
    filters.start = { from: today, to: null };
  if (has(sentence, 'super.earliest.end') || comesNext(sentence, 'field.end')) filters.end = { from: today, to: null };
}

/** What of a time that goes on is meant: what is over of it, or ("fangen heuer noch an") what is left of it. */
function goingOn(sentence: Sentence, period: Period, role: 'start' | 'end' | 'active', today: string): DayRange {
  const { range } = period;
  if (byToday(sentence, period, role, today)) return { ...range, to: today };
  const still = sentence.tokens.some(
    ({ word }, at) =>
      word === 'noch' &&
      !/^(?:nicht|nich|nie|net|ned|kein\w*|immer|lauf\w*)$/.test(sentence.tokens[at + 1]?.word ?? ''),
  );
  const isLeft = still && role !== 'active' && (range.from ?? today) < today && (range.to ?? '') > today;
  return isLeft ? { ...range, from: today } : range;
}

/** "Welches ist als nächstes fertig?": from today on, not what should have been long ago. */
function comesNext(sentence: Sentence, field: 'field.start' | 'field.end'): boolean {
  return has(sentence, 'super.next') && has(sentence, field) && !has(sentence, 'ask.when', 'field.nextSteps');
}

/** What ends only after a time is not finished in it. */
const beyond = ({ from, to }: DayRange): DayRange => ({ from: to === null ? from : addDays(to, 1), to: null });

/** "Nach Weihnachten noch nicht fertig", "not finished by June": the end is denied of a time in the same clause. */
const unfinished = (sentence: Sentence, { from }: Period): boolean =>
  marksOf(sentence, 'negation').some(
    (mark) => deniesEnd(sentence, mark) && sameClause(sentence.tokens, mark.from, from),
  );

/** "Waren 2025 noch nicht gestartet": they began, or will begin, after that time; of one that goes on, in the rest of it. */
function afterwards({ from, to }: DayRange, today: string): DayRange {
  const last = to ?? from ?? '';
  return (from ?? '') <= today && today < last
    ? { from: addDays(today, 1), to: last }
    : { from: addDays(last, 1), to: null };
}

/** "Nicht bis 2027 fertig": the time itself is denied, nothing of interest standing between. */
function isNotThen(sentence: Sentence, place: number): boolean {
  return marksOf(sentence, 'negation').some((mark) => {
    if (!DENYING.test(sentence.tokens[mark.from]?.word ?? '')) return false;
    const between = (at: number) => at >= mark.to && at < place;
    return (
      mark.to <= place &&
      place - mark.to <= 3 &&
      sameClause(sentence.tokens, mark.from, place) &&
      !sentence.things.some((thing) => between(thing.from)) &&
      !marksOf(sentence, 'relation.affects', 'relation.leads', 'register.notStarted').some(
        (other) => between(other.from) || (other.from <= mark.from && other.to > mark.from),
      )
    );
  });
}

/** "Laufen 2027 nicht mehr": the denial closes the clause, with nothing else that it could deny. */
function isDeniedAfter({ tokens, marks, things }: Sentence, { to }: Period): boolean {
  return marks.some((mark) => {
    if (mark.value !== 'negation' || mark.from < to || mark.from - to > 1 || !sameClause(tokens, to - 1, mark.from))
      return false;
    return ![...marks.filter(({ value }) => INTEREST.test(value)), ...things].some(
      ({ from }) => from >= mark.to && sameClause(tokens, mark.from, from),
    );
  });
}
const INTEREST = /^(?:relation|register|health|state|climate|field|noun)\./;

const DENYING = /^(?:nicht|net|not|arent|isnt|werent|wasnt|dont|dosnt|didnt|wont|weder|neither)$/;

type Role = 'start' | 'end' | 'active';

function putWithin(filters: Filters, role: Role, range: DayRange): void {
  const known = filters[role];
  filters[role] = known ? { from: known.from ?? range.from, to: known.to ?? range.to } : { ...range };
}

/** "2026 oder 2027", "in Q1 und Q2": another time of the same. */
function isAlternative({ tokens }: Sentence, before: Period, { from, open }: Period): boolean {
  const [joint, ...others] = tokens.slice(before.to, from);
  return (
    open === null &&
    before.open === null &&
    /^(?:oder|or|und|and|sowie)$/.test(joint?.word ?? '') &&
    others.every((token) => LIGHT.has(token.word))
  );
}

/** Either time will do: from the first day to the last one, without what lies between. */
function widen(filters: Filters, role: Role, range: DayRange): void {
  const known = filters[role];
  if (!known?.from || !known.to || !range.from || !range.to) return putWithin(filters, role, range);
  const [first, second] = known.from <= range.from ? [known, range] : [range, known];
  const gap = { from: addDays(first.to ?? '', 1), to: addDays(second.from ?? '', -1) };
  filters[role] = { from: first.from, to: known.to > range.to ? known.to : range.to };
  if (gap.from <= gap.to) filters.not = { ...filters.not, [role]: gap };
}

/** "Wurde dieses Jahr gestartet": of a time that goes on only what is over of it. */
function byToday(sentence: Sentence, period: Period, role: Role, today: string): boolean {
  if (isSince(sentence, period, role)) return true;
  const { from, to } = period.range;
  const goesOn = from !== null && to !== null && from <= today && today < to;
  return goesOn && role !== 'active' && isDone(sentence, role);
}

/** "Laufen seit 2024": what began since then, and not what is yet to begin. */
const isSince = ({ tokens }: Sentence, { from, range }: Period, role: Role): boolean =>
  role === 'start' && range.to === null && /^(?:seit|since)$/.test(tokens[from]?.word ?? '');

/** The other side of a start or an end that is open on one; of a time with both ends all that lies around it. */
function putOutside(filters: Filters, role: Role, { from, to }: DayRange): void {
  if (role === 'active' || (from === null) === (to === null))
    filters.not = { ...filters.not, [role]: joinedTo(filters.not?.[role], { from, to }) };
  else if (to !== null) putWithin(filters, role, { from: addDays(to, 1), to: null });
  else if (from !== null) putWithin(filters, role, { from: null, to: addDays(from, -1) });
}
/** "Weder 2026 noch 2027": one time where they follow each other; else the first is kept, and the second told. */
function joinedTo(known: DayRange | undefined, range: DayRange): DayRange {
  if (!known) return range;
  const [first, second] = (known.from ?? '') <= (range.from ?? '') ? [known, range] : [range, known];
  return first.to !== null && second.from !== null && addDays(first.to, 1) >= second.from
    ? { from: first.from, to: second.to }
    : known;
}

/** "Starten noch": what is yet to come is so by its beginning. */
const startsYet = (sentence: Sentence): Mark[] =>
  marksOf(sentence, 'register.notStarted').filter(({ from, to }) =>
    sentence.tokens.slice(from, to).some(({ word }) => /^(?:start|beginn|begin)(?:e?[nt]|s)?$/.test(word)),
  );

/** Whether a period speaks of the beginning, the end or the running time: the nearest word that says so. */
function roleOf(sentence: Sentence, { from: place, to }: Period): Role {
  const said = marksOf(sentence, 'field.start', 'field.end', 'register.running', 'state.finished').filter(
    (mark) => mark.from !== place && !(mark.value === 'register.running' && isBoth(sentence, mark.from)),
  );
  // "Starten noch vor Ende des Jahres": the verb says more than what the time itself is made of.
  const outside = [...said, ...startsYet(sentence)].filter(({ from }) => from < place || from >= to);
  const marks = outside.length > 0 ? outside : said;
  const inClause = marks.filter((mark) => sameClause(sentence.tokens, mark.from, place));
  const nearest = (inClause.length > 0 ? inClause : marks).reduce<(typeof marks)[number] | undefined>(
    (best, mark) => (!best || Math.abs(mark.from - place) < Math.abs(best.from - place) ? mark : best),
    undefined,
  );
  if (nearest?.value === 'field.start' || nearest?.value === 'register.notStarted') return 'start';
  if (nearest?.value === 'field.end' || nearest?.value === 'state.finished') return 'end';
  // What runs since a day began then, what runs until a day ends by then.
  if (nearest?.value === 'register.running' && /^(?:seit|since)$/.test(sentence.tokens[place]?.word ?? ''))
    return 'start';
  const until = CALENDAR.until.has(sentence.tokens[place]?.word ?? '');
  return until && (nearest?.value === 'register.running' || goesOn(sentence, place)) ? 'end' : 'active';
}

/** "Gehen bis 2028", "last until June": how long they run. */
const goesOn = ({ tokens }: Sentence, place: number): boolean =>
  tokens.some(
    ({ word }, at) =>
      /^(?:gehen|geht|dauern|dauert|reichen|reicht|lasts?|goes|going)$/.test(word) && sameClause(tokens, at, place),
  );

/** "gestartet" is a beginning rather than a state where a day is told with it. */
function isBoth(sentence: Sentence, place: number): boolean {
  return marksOf(sentence, 'field.start').some((mark) => mark.from === place);
}

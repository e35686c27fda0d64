import type { Question } from '../question.js';
import type { Held } from './held.js';
import { isContent } from './lexicon.js';
import { deniesNothing, endsHabit } from './negation.js';
import { has, isOrganisation, type Mark, type Sentence } from './sentence.js';

type Intent = Question['intent'];
type Holder = (held: Held, intent: Intent, sentence: Sentence, mark: Mark) => boolean;

/** Answers of these tell how projects stand. */
const TOLD: ReadonlySet<Intent> = new Set<Intent>(['project', 'history', 'why', 'changes', 'overview']);
const DATED: ReadonlySet<Intent> = new Set<Intent>(['milestones', 'decisions']);

const byKey =
  (...keys: string[]): Holder =>
  (held) =>
    keys.some((key) => held.keys.has(key));

/** By what a mark that narrows is held; marks not listed narrow nothing of themselves. */
const HOLDERS: readonly (readonly [RegExp, Holder])[] = [
  [
    /^health\./,
    ({ keys, fields, named }, intent, _, { value }) =>
      (keys.has('health') && (value === 'health.trouble' || named.has(value.slice('health.'.length)))) ||
      keys.has('assessment') ||
      fields.has('status') ||
      fields.has('risk') ||
      TOLD.has(intent),
  ],
  [/^state\.paused$/, byKey('paused')],
  [/^state\.postponed$/, byKey('postponed')],
  [/^state\.citywide$/, ({ keys, fields }) => keys.has('citywide') || fields.has('affects')],
  [/^state\.overdue$/, ({ keys, fields }, intent) => keys.has('overdue') || fields.has('end') || DATED.has(intent)],
  [/^state\.finished$/, ({ keys, fields }, intent) => keys.has('end') || fields.has('end') || DATED.has(intent)],
  [
    /^funding\./,
    ({ keys, fields }) =>
      ['funding', 'fundingMissing', 'thresholds', 'lacks'].some((key) => keys.has(key)) || fields.has('funding'),
  ],
  [/^assessment\./, ({ keys, fields }) => keys.has('assessment') || fields.has('assessment')],
  [
    /^super\./,
    ({ orders, keys }, intent, sentence, mark) =>
      orders ||
      ['start', 'end', 'thresholds'].some((key) => keys.has(key)) ||
      DATED.has(intent) ||
      isOfAnother(sentence, mark),
  ],
  [/^follow\.only$/, (_, intent, sentence, mark) => !isExclusive(intent, sentence, mark)],
  [/^number\.half$/, (_, __, sentence, mark) => isCounted(sentence, mark)],
  [/^own\.strong$/, ({ keys }, intent) => keys.has('organisations') || intent === 'organisation'],
  [/^report\.missing$/, ({ keys }, intent) => keys.has('reportMissing') || intent === 'missingReports'],
  [/^field\.(?:legalBasis|milestones|links|deputies)$/, isStated],
  [/^(?:negation|lacks)$/, isDenialHeld],
];

/** Marks that narrow and are held by nothing; a mark inside a longer one is a part of that. */
export function lostMarks(sentence: Sentence, { intent }: Question, held: Held): Mark[] {
  const { marks } = sentence;
  return marks.filter((mark) => {
    const holder = HOLDERS.find(([concepts]) => concepts.test(mark.value))?.[1];
    if (!holder || holder(held, intent, sentence, mark)) return false;
    return !marks.some(({ from, to }) => from <= mark.from && to >= mark.to && to - from > mark.to - mark.from);
  });
}

function isDenialHeld(
  { denies, named, days, fields, keys }: Held,
  intent: Intent,
  sentence: Sentence,
  mark: Mark,
): boolean {
  // "Offene Entscheidungen": they are pending, nothing is missing.
  if (DATED.has(intent) && sentence.marks.some(({ value, from }) => value === 'report.open' && from === mark.from))
    return true;
  // "Noch nicht erreicht": open ones are asked for.
  if (intent === 'milestones' && named.has('open')) return true;
  // Why or until when something is not so is told by what is so.
  if (fields.size > 0) return true;
  if (denies || deniesNothing(sentence, mark)) return true;
  // "Gibt es kein Projekt zu Blockchain?": whether there is one is told.
  if (keys.has('topic') && (intent === 'exists' || endsHabit(sentence, mark))) return true;
  // "Laufen noch nicht", "nicht vor 2027": told by what is so instead.
  if (has(sentence, 'register.running', 'register.notStarted') && (named.has('upcoming') || named.has('future')))
    return true;
  if (sentence.periods.length > 0 && days.size > 0) return true;
  // "Keine halbe Stelle": less than that.
  if (keys.has('thresholds') && sentence.amounts.some(({ from }) => from === mark.to)) return true;
  return isManner(sentence, mark) || deniesUnknown(sentence, mark);
}

/** "Betreffen nur das Sozialamt": no other one, which no condition holds. */
function isExclusive(intent: Intent, sentence: Sentence, { to }: Mark): boolean {
  const isOnly = sentence.things.some((thing) => isOrganisation(thing) && thing.from >= to && thing.from - to <= 1);
  return (
    isOnly && (intent === 'list' || intent === 'count' || intent === 'exists') && has(sentence, 'relation.affects')
  );
}

/** What projects are asked to state: of a set it narrows, of one it is told. */
function isStated({ keys, fields }: Held, intent: Intent, _: Sentence, { value }: Mark): boolean {
  if (value === 'field.deputies' && keys.has('people')) return true;
  const ofSet = intent === 'list' || intent === 'count' || intent === 'exists';
  return !ofSet || fields.size > 0 || ['has', 'lacks', 'legal', 'topic', 'not'].some((key) => keys.has(key));
}

/** "Half a million", "das erste Halbjahr", "zur Hälfte finanziert": a part of something that is read itself. */
const isCounted = ({ amounts, periods, marks }: Sentence, { from, to }: Mark): boolean =>
  [...amounts, ...periods].some((each) => each.from <= to && from < each.to) ||
  marks.some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from);

/** "Ohne aufs Amt zu müssen", "without having to call": says how, not which. */
const isManner = ({ tokens }: Sentence, { from, to }: Mark): boolean =>
  (tokens[from]?.word === 'ohne' && tokens.slice(to, to + REACH).some(({ word }) => word === 'zu')) ||
  (tokens[from]?.word === 'without' && (tokens[to]?.word ?? '').endsWith('ing'));
const REACH = 6;

/** The word it denies is told as not understood itself. */
const deniesUnknown = ({ tokens, marks, things }: Sentence, { to }: Mark): boolean =>
  isContent(tokens[to]?.word ?? '') && ![...marks, ...things].some(({ from, to: end }) => from <= to && to < end);

/** "The next bus", "laut neuestem Beschluss": the superlative of a noun that is none of the programme's. */
function isOfAnother({ tokens, marks }: Sentence, { to }: Mark): boolean {
  const next = tokens[to];
  return (
    next !== undefined &&
    tokens[to - 1]?.after === '' &&
    isContent(next.word) &&
    !marks.some(({ from, to: end }) => from <= to && to < end)
  );
}

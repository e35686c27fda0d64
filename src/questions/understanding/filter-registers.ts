import type { Register } from '../../programme/programme.js';
import { isContent, type Concept } from './lexicon.js';
import { has, marksOf, sameClause, type Mark, type Sentence } from './sentence.js';

const REGISTERS: readonly (readonly [Concept, Register])[] = [
  ['register.permanent', 'permanent'],
  ['register.running', 'running'],
  ['register.upcoming', 'upcoming'],
  ['register.future', 'future'],
];
/** "Just now" says when something holds; of itself it names no register where another state is said. */
const NOW = /^(?:aktull|derzeit|momentan|gerade|grad|zurzeit|zur|currently|presently|right|at)$/;
const STATES =
  /^(?:register\.(?!running)|state\.|health\.|funding\.|assessment\.|report\.|lacks|super\.|climate\.|compare\.)/;
/** What an adjective beside it speaks of: "geplantes Ende", "aktueller Stand", "planned cost". */
const DATUM =
  /^(?:field\.(?:end|start|cost|investment|runningPerYear|duration|status|progress|milestones|personnelDays|fte|history|funding)|noun\.health|report\.|overview)/;
const QUALIFIES =
  /^(?:geplant|vorgesehen|aktull|derzeitig|momentan|laufend|anstehend|planned|scheduled|current|upcoming)/;

const SOON = /^(?:demnachst|bald|baldig|soon|shortly)$/;

/** "Was ist geplant?": in so few words there is no matter of which it could be said. */
const SHORT = 5;

/** Which registers a sentence narrows to; words of time beside a date, a sum or a state mean something else. */
export function readRegisters(
  sentence: Sentence,
  denied: ReadonlySet<number>,
  put: (values: readonly Register[], isDenied: boolean) => void,
): void {
  const ofProjects =
    has(
      sentence,
      'noun.project',
      'noun.projects',
      'ask.which',
      'ask.howMany',
      'follow.of',
      'follow.only',
      'agg.sum',
      'follow.about',
    ) ||
    (has(sentence, 'ask.what') && sentence.tokens.length <= SHORT) ||
    (has(sentence, 'ask.what', 'ask.about') && saysOnlyWhose(sentence));
  const upcoming = marksOf(sentence, 'register.upcoming');
  // "Waren 2025 noch nicht gestartet": says when they began.
  if (sentence.periods.length > 0 && deniesStart(sentence)) return;
  if (has(sentence, 'register.notStarted') || runsNotYet(sentence, denied)) {
    put(upcoming.length > 0 ? ['upcoming'] : ['upcoming', 'future'], false);
    return;
  }
  for (const [concept, register] of REGISTERS) {
    for (const mark of marksOf(sentence, concept)) {
      const word = sentence.tokens[mark.from]?.word ?? '';
      if (qualifiesDatum(sentence, mark)) continue;
      if (register === 'running' && !meansRunning(sentence, mark)) continue;
      if (register === 'upcoming' && /^(?:geplant|planned|vorgesehen|scheduled)$/.test(word)) {
        if (!ofProjects || sentence.amounts.length > 0) continue;
      }
      // "Which end soon?" speaks of the end, not of what is yet to begin.
      if (register === 'upcoming' && SOON.test(word) && has(sentence, 'field.end')) continue;
      if (register === 'future' && isDirection(sentence, mark)) continue;
      put([register], denied.has(mark.from));
    }
  }
}

/** "Was ist beim Sozialamt alles noch geplant?": a name or two and little words; no matter and no time of which it could be said. */
function saysOnlyWhose({ tokens, things, projects, periods }: Sentence): boolean {
  const named = (at: number) => things.some(({ from, to }) => from <= at && at < to);
  const others = tokens.filter(({ word }, at) => !named(at) && isContent(word));
  return (
    things.length > 0 &&
    periods.length === 0 &&
    others.length <= MOST_OTHERS &&
    projects.every(({ from }) => named(from))
  );
}
/** What is left is the word of the register itself, and the kind of what is named: "Handlungsfeld". */
const MOST_OTHERS = 2;

function meansRunning(sentence: Sentence, mark: Mark): boolean {
  const word = sentence.tokens[mark.from]?.word ?? '';
  // With a date, "laufen" and "gestartet" speak of time, not of the register.
  if (
    isTimed(sentence, mark) &&
    /^(?:lauf|gestart|begonn|start|running|runs?$|umgesetzt|live)/.test(word) &&
    !/^laufend/.test(word) &&
    !isAttribute(sentence, mark)
  )
    return false;
  if (isStartVerb(sentence, mark.from) || isGoingOn(sentence, mark) || runsAs(sentence, mark)) return false;
  return !(NOW.test(word) && sentence.marks.some((other) => other.from !== mark.from && STATES.test(other.value)));
}

/** "2025 gestartet und laufen noch": the day is told in another clause, of something else. */
const isTimed = ({ tokens, periods, marks }: Sentence, { from }: Mark): boolean =>
  periods.some((period) => sameClause(tokens, from, period.from)) ||
  (periods.length > 0 &&
    !marks.some(
      ({ value, from: other }) =>
        /^field\.(?:start|end)$/.test(value) && other !== from && !sameClause(tokens, from, other),
    ));

/** "Running projects that end in 2026", "the running ones", "the ones running now": says which projects, whatever date comes with it. */
function isAttribute({ tokens, marks }: Sentence, mark: Mark): boolean {
  return (
    marks.some((other) => other.from === mark.to && /^noun\.projects?$/.test(other.value)) ||
    (tokens[mark.from]?.word === 'running' &&
      /^(?:now|already|currently|today|ones)$/.test(tokens[mark.to]?.word ?? ''))
  );
}

/** "Ihr geplantes Ende", "der aktuelle Stand", "laufende Kosten": the adjective is the datum's. */
function qualifiesDatum(sentence: Sentence, mark: Mark): boolean {
  if (
    !QUALIFIES.test(sentence.tokens[mark.from]?.word ?? '') ||
    /[,;.]/.test(sentence.tokens[mark.to - 1]?.after ?? '')
  )
    return false;
  return sentence.marks.some((other) => other.from === mark.to && DATUM.test(other.value));
}

/** "Was läuft zu KI?": asks what there is, whatever its register. */
function isGoingOn(sentence: Sentence, mark: Mark): boolean {
  if (!/^(?:lauft|laufts|lauf)$/.test(sentence.tokens[mark.from]?.word ?? '') || mark.to - mark.from > 1) return false;
  const others = marksOf(sentence, 'register.running').some((other) => other.from !== mark.from);
  const open = sentence.tokens
    .slice(Math.max(0, mark.from - 2), mark.from + 3)
    .some((token) => /^(?:was|etwas|irgendwas|wat|schon|da)$/.test(token.word));
  return (
    open && !others && !has(sentence, 'noun.projects', 'noun.project') && has(sentence, 'cue.topic', 'relation.affects')
  );
}

/** "Läuft als Daueraufgabe", "runs as a permanent task": the register is named apart. */
const runsAs = (sentence: Sentence, mark: Mark): boolean =>
  sentence.marks.some(
    ({ value, from }) =>
      /^register\.(?!running|notStarted)/.test(value) &&
      from > mark.from &&
      sentence.tokens.slice(Math.max(mark.to, from - 2), from).some(({ word }) => /^(?:als|as)$/.test(word)),
  );

/** "In die Zukunft", "into the future": a direction of time. */
function isDirection(sentence: Sentence, mark: Mark): boolean {
  return (
    /^(?:zukunft|future)$/.test(sentence.tokens[mark.from]?.word ?? '') &&
    /^(?:die|der|the)$/.test(sentence.tokens[mark.from - 1]?.word ?? '') &&
    /^(?:in|into)$/.test(sentence.tokens[mark.from - 2]?.word ?? '')
  );
}

/** "Noch nicht gestartet", "haven't begun", but not "starten noch dieses Jahr". */
export const deniesStart = (sentence: Sentence): boolean =>
  marksOf(sentence, 'register.notStarted').some(({ from, to }) =>
    sentence.tokens.slice(from, to).some(({ word }) => /^(?:nicht|net|not|havent|hasnt|didnt|arent)$/.test(word)),
  );

/** "Laufen noch nicht", "aren't running yet". */
function runsNotYet(sentence: Sentence, denied: ReadonlySet<number>): boolean {
  return marksOf(sentence, 'register.running').some(
    (mark) =>
      denied.has(mark.from) &&
      sentence.tokens
        .slice(Math.max(0, mark.from - 3), mark.to + 3)
        .some((token) => /^(?:noch|yet|erst)$/.test(token.word)),
  );
}

/** "Wann wurde es gestartet?" asks for a day. */
function isStartVerb(sentence: Sentence, place: number): boolean {
  return has(sentence, 'ask.when') && marksOf(sentence, 'field.start').some((mark) => mark.from === place);
}

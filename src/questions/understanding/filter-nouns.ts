import type { ClimateEffect, Register } from '../../programme/programme.js';
import type { Health } from '../../programme/report.js';
import type { Filters } from '../question.js';
import type { Concept } from './lexicon.js';
import { has, marksOf, type Sentence } from './sentence.js';

const REGISTERS: readonly (readonly [Concept, Register])[] = [
  ['register.permanent', 'permanent'],
  ['register.running', 'running'],
  ['register.upcoming', 'upcoming'],
  ['register.future', 'future'],
];
const CLIMATE: readonly (readonly [Concept, ClimateEffect])[] = [
  ['climate.positive', 'positive'],
  ['climate.negative', 'negative'],
  ['climate.none', 'none'],
  ['climate.unknown', 'unknown'],
];
const HEALTH: readonly (readonly [Concept, Health])[] = [
  ['health.red', 'red'],
  ['health.amber', 'amber'],
  ['health.green', 'green'],
];

/** Conditions by name or grammar: registers, action fields, target groups, goals, climate, health, and the like. */
export function readNouns(sentence: Sentence, filters: Filters, denied: ReadonlySet<number>): void {
  const not: Filters = filters.not ?? {};
  const put = <K extends 'registers' | 'actionFields' | 'targetGroups' | 'goals' | 'climate' | 'health'>(
    key: K,
    values: readonly NonNullable<Filters[K]>[number][],
    isDenied: boolean,
  ) => {
    const target = isDenied ? not : filters;
    target[key] = [...new Set([...(target[key] ?? []), ...values])] as Filters[K];
  };
  readRegisters(sentence, denied, put);
  for (const thing of sentence.things) {
    const isDenied = denied.has(thing.from);
    if (thing.noun === 'actionField') put('actionFields', thing.ids, isDenied);
    if (thing.noun === 'targetGroup') put('targetGroups', thing.ids, isDenied);
    if (thing.noun === 'goal') put('goals', thing.ids, isDenied);
  }
  const goals = sentence.things.filter((thing) => thing.noun === 'goal');
  for (const [concept, value] of CLIMATE) {
    for (const mark of marksOf(sentence, concept)) {
      // "Klimaneutrale Stadt" may be the name of a goal and says nothing of a project's effect then.
      if (goals.some((goal) => mark.from < goal.to && goal.from < mark.to)) continue;
      const ofClimate = sentence.tokens.slice(mark.from, mark.to).some((token) => /klima|climate/.test(token.word));
      if (ofClimate || has(sentence, 'field.climate')) put('climate', [value], denied.has(mark.from));
    }
  }
  const healthSaid = HEALTH.flatMap(([concept, value]) => marksOf(sentence, concept).map((mark) => ({ value, mark })));
  for (const { value, mark } of healthSaid) put('health', [value], denied.has(mark.from));
  if (healthSaid.length === 0 && has(sentence, 'health.trouble')) put('health', ['red', 'amber'], false);
  if (has(sentence, 'state.paused')) filters.paused = true;
  for (const mark of marksOf(sentence, 'state.citywide')) filters.citywide = !denied.has(mark.from);
  if (has(sentence, 'report.missing')) filters.reportMissing = true;
  if (Object.keys(not).length > 0) filters.not = not;
}

function readRegisters(
  sentence: Sentence,
  denied: ReadonlySet<number>,
  put: (key: 'registers', values: readonly Register[], isDenied: boolean) => void,
): void {
  const running = has(
    sentence,
    'noun.project',
    'noun.projects',
    'ask.which',
    'ask.howMany',
    'follow.of',
    'follow.only',
    'agg.sum',
    'follow.about',
  );
  const dated = sentence.periods.length > 0;
  const upcoming = marksOf(sentence, 'register.upcoming');
  if (has(sentence, 'register.notStarted') || runsNotYet(sentence, denied)) {
    put('registers', upcoming.length > 0 ? ['upcoming'] : ['upcoming', 'future'], false);
    return;
  }
  for (const [concept, register] of REGISTERS) {
    for (const mark of marksOf(sentence, concept)) {
      const word = sentence.tokens[mark.from]?.word ?? '';
      // With a date, "laufen" and "gestartet" speak of time, not of the register.
      if (
        register === 'running' &&
        dated &&
        /^(?:lauf|lauft|laufen|gestart|begonn|start|running|umgesetzt|live)/.test(word) &&
        !/^laufend/.test(word)
      )
        continue;
      if (register === 'running' && isStartVerb(sentence, mark.from)) continue;
      if (register === 'upcoming' && /^(?:geplant|planned|vorgesehen|scheduled)$/.test(word) && !running) continue;
      if (register === 'upcoming' && sentence.amounts.length > 0 && /^(?:geplant|planned)$/.test(word)) continue;
      put('registers', [register], denied.has(mark.from));
    }
  }
}

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

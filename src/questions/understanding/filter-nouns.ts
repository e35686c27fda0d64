import type { ClimateEffect } from '../../programme/programme.js';
import type { Health } from '../../programme/report.js';
import type { Filters } from '../question.js';
import { readRegisters } from './filter-registers.js';
import type { Concept } from './lexicon.js';
import { has, marksOf, type Sentence } from './sentence.js';

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
  readRegisters(sentence, denied, (values, isDenied) => put('registers', values, isDenied));
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
  // "Projekte mit Klimawirkung": of one kind or the other.
  const anyEffect = marksOf(sentence, 'field.climate').some(({ from }) =>
    marksOf(sentence, 'has').some(({ to }) => to === from),
  );
  if (anyEffect && !filters.climate && !not.climate && has(sentence, 'noun.projects', 'ask.which'))
    put('climate', ['positive', 'negative'], false);
  const healthSaid = HEALTH.flatMap(([concept, value]) => marksOf(sentence, concept).map((mark) => ({ value, mark })));
  for (const { value, mark } of healthSaid) put('health', [value], denied.has(mark.from));
  if (healthSaid.length === 0)
    for (const mark of marksOf(sentence, 'health.trouble')) put('health', ['red', 'amber'], denied.has(mark.from));
  for (const mark of marksOf(sentence, 'state.paused')) filters.paused = !denied.has(mark.from);
  // Decisions and milestones that were put off are told with those themselves.
  if (!has(sentence, 'report.decisions', 'field.milestones'))
    for (const mark of marksOf(sentence, 'state.postponed')) filters.postponed = !denied.has(mark.from);
  for (const mark of marksOf(sentence, 'state.citywide')) filters.citywide = !denied.has(mark.from);
  if (touchesSomeOnly(sentence)) filters.citywide = false;
  if (has(sentence, 'report.missing')) filters.reportMissing = true;
  if (Object.keys(not).length > 0) filters.not = not;
}

/** "Betreffen nur einzelne Ämter", "affect only certain departments": not the whole city. */
function touchesSomeOnly(sentence: Sentence): boolean {
  const offices = marksOf(sentence, 'noun.department', 'noun.division');
  const some = marksOf(sentence, 'quantity.some').filter(({ to }) => offices.some(({ from }) => from === to));
  return (
    some.some(({ from }) => marksOf(sentence, 'follow.only').some(({ to }) => to <= from && from - to <= 1)) &&
    has(sentence, 'relation.affects', 'field.affects')
  );
}

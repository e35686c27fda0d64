import type { GroupKey } from '../question.js';
import type { Concept } from './lexicon.js';
import { has, marksOf, type Sentence, type Thing } from './sentence.js';

/** What a noun tells projects apart by. */
export const GROUP_NOUNS: readonly (readonly [Concept, GroupKey])[] = [
  ['noun.actionField', 'actionField'],
  ['noun.register', 'register'],
  ['noun.department', 'leadDepartment'],
  ['noun.division', 'division'],
  ['noun.health', 'health'],
  ['noun.targetGroup', 'targetGroup'],
  ['noun.goal', 'goal'],
  ['group.endYear', 'endYear'],
  ['group.startYear', 'startYear'],
];

/** What a question wants told apart by: "je Handlungsfeld", "per department", "welches Amt … die meisten". */
export function groupKey(sentence: Sentence): GroupKey | null {
  if (comparesLeads(sentence)) return 'leadDepartment';
  // "Wer macht die meisten Projekte?"
  if (has(sentence, 'ask.who') && has(sentence, 'super.max', 'super.min') && has(sentence, 'noun.projects'))
    return 'leadDepartment';
  const apart = countedApart(sentence);
  if (apart) return apart;
  const listed = listedNoun(sentence);
  if (listed) return listed;
  // "By year-end": a time, and nothing to tell apart by.
  const isTime = (place: number) => sentence.periods.some(({ from, to }) => from <= place && place < to);
  const dividers = marksOf(sentence, 'group.by').filter(({ from }) => !isAgent(sentence, from) && !isTime(from));
  for (const [concept, key] of GROUP_NOUNS) {
    for (const mark of marksOf(sentence, concept)) {
      const divided = dividers.some(
        (divider) => mark.from >= divider.from && mark.from - divider.to <= (spreads(sentence, divider.from) ? 9 : 3),
      );
      const asked = asksMost(sentence) && followsWhich(sentence, mark.from);
      if (divided || asked) return key;
    }
  }
  if (dividers.length === 0) return null;
  const near = (concept: Concept) =>
    marksOf(sentence, concept).some((mark) =>
      dividers.some((divider) => mark.from >= divider.to && mark.from - divider.to <= 2),
    );
  if (near('group.year') && !has(sentence, 'field.runningPerYear'))
    return has(sentence, 'field.start') ? 'startYear' : 'endYear';
  if (near('field.climate')) return 'climate';
  return null;
}

/** "Wie viele laufen, wie viele sind geplant?", "how many are red, amber and green": each kind is counted for itself. */
function countedApart(sentence: Sentence): GroupKey | null {
  const asked = marksOf(sentence, 'ask.howMany').length;
  if (asked === 0) return null;
  const kinds = (...concepts: Concept[]) => concepts.filter((concept) => has(sentence, concept)).length;
  const several = (count: number) => count >= 2 && (asked >= 2 || count >= 3);
  const named = (noun: Thing['noun']) => sentence.things.filter((thing) => thing.noun === noun).length;
  if (several(kinds('register.running', 'register.upcoming', 'register.future', 'register.permanent')))
    return 'register';
  if (several(kinds('health.red', 'health.amber', 'health.green'))) return 'health';
  if (asked >= 2 && named('department') >= 2 && has(sentence, 'relation.leads')) return 'leadDepartment';
  return asked >= 2 && named('actionField') >= 2 ? 'actionField' : null;
}

function followsWhich(sentence: Sentence, place: number): boolean {
  return marksOf(sentence, 'ask.which', 'ask.what', 'ask.mostDepartment', 'cue.topic').some(
    (mark) => place >= mark.from && place - mark.to <= 2,
  );
}

/** "led by", "geleitet nach": the word belongs to the verb before it. */
function isAgent(sentence: Sentence, place: number): boolean {
  return (
    sentence.tokens[place]?.word === 'by' &&
    marksOf(sentence, 'relation.leads', 'relation.affects').some((mark) => mark.from <= place && mark.to >= place)
  );
}

/** "Verteilt sich … auf": what it is told apart by may come late. */
function spreads(sentence: Sentence, place: number): boolean {
  return /^(?:verteil|distribut|aufteil|aufgeteil|breakdown|broken)/.test(sentence.tokens[place]?.word ?? '');
}

/** "Welches Amt hat die meisten …?", "welches Referat gibt am meisten Geld aus?"; but not "… das teuerste Projekt". */
export const asksMost = (sentence: Sentence): boolean =>
  has(sentence, 'super.max', 'super.min') ||
  marksOf(sentence, 'super.max.investment', 'super.min.investment').some(({ from, to }) =>
    sentence.tokens.slice(from, to).some(({ word }) => /^(?:meist|wenigst|most|least)/.test(word)),
  );

/** "Who leads the most projects?", "Leitet Amt 17 mehr Projekte als Amt 11?", "Wer hat mehr Projekte, Amt 17 oder Amt 11?" */
export function comparesLeads(sentence: Sentence): boolean {
  if (!has(sentence, 'noun.projects')) return false;
  const leads = has(sentence, 'relation.leads');
  if (leads && has(sentence, 'ask.who') && has(sentence, 'super.max', 'super.min')) return true;
  const departments = sentence.things.filter((thing) => thing.noun === 'department');
  if (departments.length !== 2) return false;
  const said = (words: RegExp): boolean => sentence.tokens.some(({ word }) => words.test(word));
  const more = said(/^(?:mehr|weniger|more|fewer|less)$/);
  return (leads && said(/^(?:als|than)$/)) || (more && said(/^(?:als|than|oder|or)$/));
}

/** "Welche Handlungsfelder gibt es?", "Welche Ämter leiten Projekte?": the nouns themselves are asked for. */
function listedNoun(sentence: Sentence): GroupKey | null {
  const [which] = marksOf(sentence, 'ask.which', 'ask.what', 'ask.mostDepartment');
  if (!which || has(sentence, 'ask.howMany') || sentence.things.length > 0 || sentence.projects.length > 0) return null;
  const found = GROUP_NOUNS.find(([concept]) =>
    marksOf(sentence, concept).some((mark) => mark.from >= which.from && mark.from - which.to <= 0),
  );
  if (!found || found[1] === 'health') return null;
  const leads = has(sentence, 'relation.leads') || sentence.tokens.some(({ word }) => /^(?:haben|have)$/.test(word));
  const plain = has(sentence, 'ask.exists') || (has(sentence, 'noun.projects') && leads);
  return plain && !has(sentence, 'super.max', 'super.min') ? found[1] : null;
}

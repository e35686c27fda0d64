import type { Programme } from '../../programme/programme.js';
import type { Filters, Option, Question } from '../question.js';
import { list } from './decide.js';
import type { Rule } from './decide-rule.js';
import type { Draft } from './draft.js';
import type { Lexis } from './lexis.js';
import { has } from './sentence.js';
import { bearersMeant } from './which-person.js';

/** "Was leitet Frau Amsel?", "Wer vertritt sie?": the projects are told, never figures about somebody. */
export const peopleAsked =
  ({ programme }: Pick<Lexis, 'programme'>): Rule =>
  (sentence, draft) => {
    const stranger = sentence.things.find((thing) => thing.noun === 'person' && thing.ids.length === 0);
    if (stranger) return { intent: 'notUnderstood', words: [stranger.said], near: [] };
    const { people } = draft.filters;
    if (!people || draft.project) return null;
    const asksDeputies = people.role === 'deputy' && has(sentence, 'ask.who');
    const asked = (persons: string[]): Question =>
      asksDeputies
        ? deputiesOf(programme, persons)
        : list({ ...narrowed(draft), people: { ...people, persons: [...persons] } });
    const bearers = bearersMeant(programme, { sentence, draft, role: asksDeputies ? 'lead' : people.role });
    const without = (others: readonly string[]) => people.persons.filter((id) => !others.includes(id));
    const askedOf = (id: string): Question => asked(without(bearers?.shared.ids.filter((other) => other !== id) ?? []));
    const [only, second] = bearers?.meant ?? [];
    if (!bearers || only === undefined) return asked(people.persons);
    if (second === undefined) return askedOf(only);
    const options = bearers.meant.map((id): Option => ({ noun: 'person', id, question: askedOf(id) }));
    return { intent: 'clarify', about: 'person', options, words: bearers.shared.said };
  };

/** Who stands in for somebody stands with each project they lead. */
function deputiesOf({ projects }: Programme, persons: readonly string[]): Question {
  const led = projects.filter(({ lead }) => lead.person !== null && persons.includes(lead.person));
  const [only, second] = led;
  if (only && !second) return { intent: 'fact', project: only.id, fields: ['deputies'] };
  return led.length <= MOST_COMPARED && only
    ? { intent: 'compare', projects: led.map(({ id }) => id), fields: ['deputies'] }
    : list({ people: { persons: [...persons], role: 'lead' } });
}
const MOST_COMPARED = 4;

/** What is left over beside a name describes the person ("die Leiterin Frau Amsel") rather than a topic nothing is about. */
function narrowed({ filters, leftover }: Draft): Filters {
  const { topic, has: _h, ...others } = filters;
  return topic && leftover.some((token) => /^\p{Lu}/u.test(token.raw)) ? { ...others, topic } : others;
}

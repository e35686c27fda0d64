import type { Filters } from '../question.js';
import type { Rule } from './decide-rule.js';
import { has, type Sentence } from './sentence.js';

/** "Was steht im Juni an?", "what is coming up next week?": whatever has its day in a time that is not over yet. */
export const agendaAsked: Rule = (sentence, draft) => {
  const [period, another] = sentence.periods;
  if (!period || another || !asksWhatComes(sentence)) return null;
  if (draft.topic.length > 0 && draft.candidates.length === 0 && draft.distinct.length === 0) return null;
  const { range: during } = period;
  if (has(sentence, 'noun.projects', 'noun.project', 'report.decisions', 'field.milestones', 'field.start'))
    return null;
  const filters = conditions(draft.filters);
  // "Was war letzte Woche los?"
  if (during.to !== null && during.to < draft.today)
    return draft.topic.length > 0 ? null : { intent: 'changes', since: during.from, filters };
  return { intent: 'agenda', during, filters };
};

/** The verb is one of what is to come: "steht … an", "liegt … an", "ist … los", "coming up". */
function asksWhatComes({ tokens, marks }: Sentence): boolean {
  const words = tokens.map(({ word }) => word);
  const asks = words[0] === 'was' || words[0] === 'what' || words[0] === 'whats' || words[1] === 'was';
  if (!asks) return false;
  const stands = words.some((word) => /^(?:steht|stehen|liegt|liegen)$/.test(word)) && words.at(-1) === 'an';
  const phrase = ` ${words.join(' ')} `;
  return (
    (stands ||
      (words.includes('alles') && words.includes('fallig')) ||
      / (?:ansteht|anstehen|bevorsteht|bevor|los) $/.test(phrase) ||
      / (?:coming up|happening|going on|due to happen|on the agenda|auf der agenda|auf dem programm) /.test(phrase)) &&
    !marks.some(({ value }) => value.startsWith('report.changes'))
  );
}

/** What was said of the time is said of the days, not of the projects. */
function conditions(filters: Filters): Filters {
  const { start: _s, end: _e, active: _a, registers: _r, ...others } = filters;
  return others;
}

import { dayOf } from '../../programme/calendar.js';
import type { Question } from '../../questions/question.js';
import { Faults } from './faults.js';
import { checkFilters, checkRange } from './filters.js';
import type { PlannerInput } from './planner.js';
import { knownWords } from './words.js';

/**
 * Checks a well-formed question against the programme: every id must exist, every day must be one, and no word may be
 * the model's own. Gives the question as the understanding would have put it, or what is wrong.
 */
export function checkQuestion(
  given: Question,
  text: string,
  { programme, topics, now }: Pick<PlannerInput, 'programme' | 'topics' | 'now'>,
): { question: Question } | { faults: string[] } {
  const faults = new Faults(programme, knownWords(text, programme, topics));
  const question = checked(given, faults, dayOf(now, programme.timeZone));
  return faults.list.length > 0 ? { faults: faults.list } : { question };
}

function checked(given: Question, faults: Faults, today: string): Question {
  if ('project' in given && given.project !== null) faults.unlessKnown('project', given.project);
  switch (given.intent) {
    case 'fact':
      return given.fields.length > 0 ? given : { intent: 'project', project: given.project };
    case 'verify': {
      const claims = checkFilters(given.claims, faults);
      const supposes = given.field !== null || Object.keys(claims).length > 0;
      return supposes ? { ...given, claims } : { intent: 'project', project: given.project };
    }
    case 'why':
      return { ...given, claims: checkFilters(given.claims, faults) };
    case 'compare':
      for (const id of given.projects) faults.unlessKnown('project', id);
      if (new Set(given.projects).size < 2) faults.add('Comparing needs two projects.');
      return given;
    case 'organisation':
      if (given.department !== null) faults.unlessKnown('department', given.department);
      else if (given.division !== null) faults.unlessKnown('division', given.division);
      else faults.add('"organisation" needs a department or a division.');
      return given;
    case 'history':
      checkRange(given.during, faults);
      return given;
    case 'changes':
      if (given.since !== null) faults.unlessDay(given.since);
      if ((given.since ?? '') > today) faults.add('"since" is a day to come.');
      return { ...given, filters: checkFilters(given.filters, faults) };
    case 'concept':
      faults.unlessWords('concept', given.words);
      return given;
    case 'list':
      return { ...given, filters: checkFilters(given.filters, faults), page: 0 };
    default:
      return 'filters' in given ? { ...given, filters: checkFilters(given.filters, faults) } : given;
  }
}

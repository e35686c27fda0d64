import { daysBetween } from '../../programme/calendar.js';
import type { Programme, Project } from '../../programme/programme.js';
import type { Compared, Filters } from '../question.js';
import { comparedBy } from './comparatives.js';
import { shift } from './days.js';
import { has, type Sentence } from './sentence.js';
import type { Token } from './tokens.js';

/** "Teurer als …", "nach dem …": what stands before the project that others are set against. */
const THAN = /^(?:als|wie|than|nach|vor|after|before)$/;
const ARTICLE = /^(?:der|die|das|den|dem|the|projekt|project)$/;

/**
 * "Welche Projekte sind teurer als der Kitafinder?": the value of the one project named bounds the others.
 * @param project the one project the words name
 * @param named the words that name it
 * @returns whether the project is such a measure; false too where the programme does not state its value
 */
export function readThan(
  sentence: Sentence,
  filters: Filters,
  { project, named }: { project: string | undefined; named: readonly Token[] },
  programme: Programme,
): boolean {
  const other = programme.projects.find(({ id }) => id === project);
  if (!other || !has(sentence, 'noun.projects') || filters.thresholds || !followsThan(sentence, named)) return false;
  const compared = comparedBy(sentence);
  const value = compared && valueOf(other, compared.by);
  if (!compared || value === null) return false;
  const more = compared.direction === 'desc';
  if (compared.by === 'start' || compared.by === 'end') {
    const day = shift(String(value), 'day', more ? 1 : -1);
    filters[compared.by] = more ? { from: day, to: null } : { from: null, to: day };
  } else {
    const bound = Number(value);
    filters.thresholds = [
      { measure: compared.by, over: more ? bound : null, under: more ? null : bound, inclusive: false },
    ];
  }
  return true;
}

function followsThan({ tokens }: Sentence, [first]: readonly Token[]): boolean {
  let at = first ? tokens.indexOf(first) - 1 : -1;
  while (at >= 0 && ARTICLE.test(tokens[at]?.word ?? '')) at--;
  return THAN.test(tokens[at]?.word ?? '');
}

/** What the programme file states of it; progress is told by reports and bounds nothing here. */
function valueOf({ start, end, resources }: Project, by: Compared['by']): number | string | null {
  switch (by) {
    case 'start':
      return start;
    case 'end':
      return end;
    case 'duration':
      return start && end ? daysBetween(start, end) : null;
    case 'progress':
      return null;
    default:
      return resources[by];
  }
}

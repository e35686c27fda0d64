import { daysBetween } from '../../programme/calendar.js';
import type { Programme, Project } from '../../programme/programme.js';
import type { Compared, Filters } from '../question.js';
import type { Amount } from './amounts.js';
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
  const other = project === undefined ? undefined : programme.projects.find(({ id }) => id === project);
  if (!other || !has(sentence, 'noun.projects') || !followsThan(sentence, named)) return false;
  const distance = distanceTo(sentence)?.value ?? null;
  if (filters.thresholds && distance === null) return false;
  delete filters.thresholds;
  const compared = comparedBy(sentence);
  const value = compared && valueOf(other, compared.by);
  if (!compared || value === null) return false;
  const more = compared.direction === 'desc';
  if (compared.by === 'start' || compared.by === 'end') {
    const day = shift(String(value), 'day', more ? 1 : -1);
    filters[compared.by] = more ? { from: day, to: null } : { from: null, to: day };
  } else {
    const bound = Number(value) + (distance ?? 0) * (more ? 1 : -1);
    filters.thresholds = [
      { measure: compared.by, over: more ? bound : null, under: more ? null : bound, inclusive: distance !== null },
    ];
  }
  return true;
}

/** "100.000 Euro mehr als …": by how much at least; undefined where no more than the comparison is said. */
export function distanceTo({ tokens, amounts }: Sentence): Amount | undefined {
  return amounts.find(
    ({ to }) => COMPARING.test(tokens[to]?.word ?? '') && /^(?:als|wie|than)$/.test(tokens[to + 1]?.word ?? ''),
  );
}
const COMPARING = /^(?:mehr|weniger|teurer|billiger|gunstiger|more|less|dearer|cheaper|fewer)$/;

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

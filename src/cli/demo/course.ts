import type { Project } from '../../programme/programme.js';
import type { Health } from '../../programme/report.js';
import { shuffled } from './dice.js';

/** How a project's health went, one letter a week: eight weeks that are over and the current one. */
export const COURSES = {
  steady: 'GGGGGGGGG',
  wobbling: 'GGGAAGGGG',
  recovering: 'RRRAAAAGG',
  improving: 'GAAAAAGGG',
  endangered: 'GGGGGGGAA',
  slipping: 'GGGGGAAAA',
  worsening: 'GGGGAAARR',
  stuck: 'GAARRRRRR',
} as const satisfies Record<string, string>;
export type CourseName = keyof typeof COURSES;
export const WEEKS = COURSES.steady.length;

/** In this order they are dealt out, so that a handful of projects already shows the mix; then over again. */
const DEAL: readonly CourseName[] = [
  ...(['steady', 'worsening', 'steady', 'endangered', 'steady', 'recovering', 'steady', 'stuck', 'wobbling'] as const),
  ...(['steady', 'slipping', 'steady', 'improving'] as const),
];
/** For the persona's own projects: something to praise, to watch and to explain. */
const OWN: readonly CourseName[] = ['steady', 'slipping', 'recovering'];

const HEALTHS: Record<string, Health> = { G: 'green', A: 'amber', R: 'red' };

/** Gives every project its course. */
export function dealCourses(
  projects: readonly Project[],
  own: readonly string[],
  seed: string,
): Map<string, CourseName> {
  const mine = projects.filter(({ id }) => own.includes(id));
  const others = shuffled(
    projects.filter(({ id }) => !own.includes(id)),
    seed,
    'course',
  );
  const dealt = (list: readonly Project[], from: readonly CourseName[]) =>
    list.map(({ id }, at): [string, CourseName] => [id, from[at % from.length] ?? 'steady']);
  return new Map([...dealt(mine, OWN), ...dealt(others, DEAL)]);
}

/** The health in the week at an index, 0 = the oldest. */
export function healthAt(course: CourseName, index: number): Health {
  return HEALTHS[COURSES[course].charAt(index)] ?? 'green';
}

import type { Filters, Question } from '../question.js';
import { livingDepartments } from './matches.js';
import type { Scope } from './scope.js';
import { select } from './select.js';

const MOST = 3;

/** For conditions that nothing meets: what is left of them when one is dropped, as far as something then matches. */
export function near(scope: Scope, filters: Filters): { question: Question; count: number }[] {
  const relaxed = [...withoutOne(filters), ...wordByWord(filters)].map(
    (less): { question: Question; count: number } => ({
      question: { intent: 'list', filters: less, order: null, limit: null, page: 0 },
      count: select(scope, less).length,
    }),
  );
  return relaxed.filter(({ count }) => count > 0).slice(0, MOST);
}

/** For a dissolved department: the same question about those that took over, where the programme says who. */
export function heirs(scope: Scope, filters: Filters): { question: Question; count: number }[] {
  const organisations = filters.organisations ?? [];
  if (!organisations.some((one) => livingDepartments(scope.index, one).length === 0)) return [];
  const inherited = organisations.map((one) => ({
    ...one,
    departments: [...new Set(one.departments.flatMap((id) => successors(scope, id)))],
  }));
  if (inherited.some((one) => one.departments.length === 0)) return [];
  const less = { ...filters, organisations: inherited };
  const count = select(scope, less).length;
  return count > 0 ? [{ question: { intent: 'list', filters: less, order: null, limit: null, page: 0 }, count }] : [];
}

function successors({ index }: Scope, id: string): string[] {
  const department = index.departments.get(id);
  return department?.kind === 'dissolved' ? department.successors : [id];
}

/** For a topic of several words: each of them by itself. */
function wordByWord(filters: Filters): Filters[] {
  const words = (filters.topic ?? []).flatMap((entry) => entry.split(/\s+/)).filter((word) => /\p{L}{2}/u.test(word));
  return words.length < 2 ? [] : words.map((word) => ({ ...filters, topic: [word] }));
}

function withoutOne(filters: Filters): Filters[] {
  const keys = (Object.keys(filters) as (keyof Filters)[]).filter((key) => filters[key] !== undefined);
  if (keys.length < 2) return [];
  return keys.map((key) => Object.fromEntries(Object.entries(filters).filter(([name]) => name !== key)));
}

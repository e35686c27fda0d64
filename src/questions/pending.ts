import type { Filters, Question } from './question.js';

/** The question that waited for a department, asked of that one. */
export function withDepartment(pending: Question, department: string): Question {
  if (pending.intent === 'organisation') return { ...pending, department, division: null };
  if (pending.intent === 'verify') return { ...pending, claims: filled(pending.claims, department) };
  return 'filters' in pending ? { ...pending, filters: filled(pending.filters, department) } : pending;
}

function filled(filters: Filters, department: string): Filters {
  const organisations = filters.organisations?.map((one) =>
    one.departments.length === 0 && one.division === null ? { ...one, departments: [department] } : one,
  );
  return { ...filters, organisations };
}

import type { Finding, Path } from './fault.js';
import { isDay } from './scalars.js';
import { ROLES } from './schema.js';
import { select, selectTexts } from './select.js';

/** Statements that contradict each other, each right in itself. Works on the file as it is, faults and all. */
export function checkConsistency(raw: unknown): Finding[] {
  return [...endsBeforeStarts(raw), ...repeatedReports(raw)];
}

/** What a file may hold but hardly means: told to the operator, no reason to refuse it. */
export function checkPlausibility(raw: unknown): Finding[] {
  return [...unknownRoles(raw), ...ledByDissolved(raw)];
}

function endsBeforeStarts(raw: unknown): Finding[] {
  return select(raw, ['projects', '*']).flatMap(({ path, value }): Finding[] => {
    const start = selectTexts(value, ['start'])[0]?.value ?? '';
    const end = selectTexts(value, ['end'])[0]?.value ?? '';
    if (!isDay(start) || !isDay(end) || end >= start) return [];
    return [{ code: 'endBeforeStart', path: [...path, 'end'], details: { value: end, start } }];
  });
}

/** Without an id of its own a report is known by project, week, author and instant. */
function repeatedReports(raw: unknown): Finding[] {
  const first = new Map<string, Path>();
  return select(raw, ['reports', '*']).flatMap(({ path, value }): Finding[] => {
    if (selectTexts(value, ['id']).length > 0) return [];
    const parts = ['project', 'week', 'by', 'submittedAt'].map((field) => select(value, [field])[0]?.value ?? null);
    const key = JSON.stringify(parts);
    const before = first.get(key);
    if (!before) first.set(key, path);
    return before ? [{ code: 'repeatedReport', path, details: { first: `reports[${String(before[1])}]` } }] : [];
  });
}

function unknownRoles(raw: unknown): Finding[] {
  return selectTexts(raw, ['people', '*', 'roles', '*'])
    .filter(({ value }) => !ROLES.some((role) => role === value))
    .map(({ path, value }) => ({ code: 'unknownRole', path, details: { value, allowed: ROLES.join(', ') } }));
}

function ledByDissolved(raw: unknown): Finding[] {
  const dissolved = new Set(
    select(raw, ['departments', '*'])
      .filter(({ value }) => selectTexts(value, ['kind'])[0]?.value === 'dissolved')
      .flatMap(({ value }) => selectTexts(value, ['id']).map((found) => found.value)),
  );
  return selectTexts(raw, ['projects', '*', 'lead', 'department'])
    .filter(({ value }) => dissolved.has(value))
    .map(({ path, value }) => ({ code: 'ledByDissolved', path, details: { value } }));
}

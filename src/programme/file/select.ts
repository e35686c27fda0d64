import type { Path } from './fault.js';

/**
 * The values a pattern of steps leads to, with their paths; `*` stands for every entry of a list. What is missing or of
 * another shape is passed over, so that a file with faults can still be looked through for more.
 */
export function select(raw: unknown, pattern: Path): { path: Path; value: unknown }[] {
  return pattern.reduce<{ path: Path; value: unknown }[]>(
    (found, step) => found.flatMap(({ path, value }) => inside(path, value, step)),
    [{ path: [], value: raw }],
  );
}

/** As `select`, texts only. */
export function selectTexts(raw: unknown, pattern: Path): { path: Path; value: string }[] {
  return select(raw, pattern).filter(
    (found): found is { path: Path; value: string } => typeof found.value === 'string',
  );
}

function inside(path: Path, value: unknown, step: string | number): { path: Path; value: unknown }[] {
  if (value === null || typeof value !== 'object') return [];
  if (step === '*') {
    return Array.isArray(value) ? value.map((entry: unknown, index) => ({ path: [...path, index], value: entry })) : [];
  }
  if (!Object.hasOwn(value, step)) return [];
  return [{ path: [...path, step], value: (value as Record<string | number, unknown>)[step] }];
}

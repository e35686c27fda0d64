import type { Programme } from '../programme.js';

/** A programme as lines, one a noun, so that one changed project changes one line. */
export function toLines(programme: Programme): string[] {
  const frame = Object.fromEntries(
    Object.entries(programme).map(([field, value]) => [field, Array.isArray(value) ? [] : (value as unknown)]),
  );
  const nouns = Object.entries(programme).flatMap(([field, value]) =>
    Array.isArray(value) ? value.map((noun: unknown) => JSON.stringify([field, noun])) : [],
  );
  return [JSON.stringify(frame), ...nouns];
}

/** The inverse of `toLines`. */
export function fromLines(lines: readonly string[]): Programme {
  const [frame = '{}', ...nouns] = lines;
  const programme = JSON.parse(frame) as Record<string, unknown[]>;
  for (const line of nouns) {
    const [field, noun] = JSON.parse(line) as [string, unknown];
    (programme[field] ??= []).push(noun);
  }
  return programme as unknown as Programme;
}

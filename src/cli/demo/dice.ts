import { createHash } from 'node:crypto';

/**
 * Chance that always falls the same way: a number from 0 (inclusive) to 1 (exclusive) for what it is thrown for. A new
 * project or week changes no other throw, as a stream of random numbers would.
 */
export function dice(...what: readonly (string | number)[]): number {
  return createHash('sha256').update(what.join('\u0000')).digest().readUInt32BE(0) / 2 ** 32;
}

/** One entry of a non-empty list. */
export function pick<T>(list: readonly T[], ...what: readonly (string | number)[]): T {
  const entry = list[Math.floor(dice(...what) * list.length)];
  if (entry === undefined) throw new RangeError('nothing to pick from');
  return entry;
}

/** The list in an order of its own. */
export function shuffled<T extends { id: string }>(list: readonly T[], ...what: readonly (string | number)[]): T[] {
  return [...list].sort((a, b) => dice(...what, a.id) - dice(...what, b.id));
}

/** Freezes a value and all its parts: what stands on many cards must not be changed on one of them. */
export function deepFrozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) deepFrozen(part as object);
  }
  return Object.freeze(value);
}

/**
 * Printable ASCII without `/ \ ? #`; no blank at either end and not only dots, because Cosmos DB has documents under
 * addresses of the web, which do not carry these.
 */
const KEY = /^(?! )[ -~]{1,200}(?<! )$/;
const FORBIDDEN = /[/\\?#]|^\.+$/;

/** Throws a RangeError for a partition or id that not every store could keep: a bug of the caller, not bad input. */
export function checkKeys(...keys: string[]): void {
  for (const key of keys) {
    if (!KEY.test(key) || FORBIDDEN.test(key)) throw new RangeError(`not a key of the store: ${JSON.stringify(key)}`);
  }
}

/** The JSON of a value. Throws a TypeError for what has none (undefined, a function), which would be lost silently. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError('only JSON values can be stored');
  return json;
}

/**
 * A failure that is told to the person in their language: `code` picks the wording (`error.<code>` in the locales),
 * `details` fill it. Anything that is not a LotseError is our bug and shows a reference number only.
 */
export class LotseError extends Error {
  override readonly name = 'LotseError';
  constructor(
    readonly code: string,
    readonly details: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

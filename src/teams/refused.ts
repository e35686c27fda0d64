/** A request that is not let in: 401 when it is not authentic, 403 when it is but has no business here. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: 401 | 403,
    /** For operators; never told to the sender. */
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

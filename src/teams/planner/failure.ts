import { retryAfterMs } from '../retry.js';

/** Why the service gave no completion. Texts of the service stay out: they may quote what was sent, or keys. */
export interface Failure {
  reason: 'time-out' | 'not-reached' | 'not-allowed' | 'too-many' | 'rejected' | 'outage';
  status: number | null;
  /** The service's own code or the kind of error, where it looks like one. */
  code: string | null;
  /** How long the service wants to be left alone. */
  retryAfterMs: number | null;
}

/** A request to the language model that came to nothing. */
export class ServiceFailure extends Error {
  override readonly name = 'ServiceFailure';

  constructor(readonly failure: Failure) {
    super(failure.reason);
  }
}

/** The time a person can be kept waiting is over. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** Reads what the SDK or the identity library threw. */
export function failureOf(error: unknown): Failure {
  const { status, code, name, headers } = error as {
    status?: unknown;
    code?: unknown;
    name?: unknown;
    headers?: Record<string, string | undefined>;
  };
  const known = typeof status === 'number' ? status : null;
  return {
    reason: error instanceof TimedOut ? 'time-out' : reasonOf(known),
    status: known,
    code: [code, name].find((one): one is string => typeof one === 'string' && /^[\w.-]{1,60}$/.test(one)) ?? null,
    // A date of the service's is measured against the machine's own clock.
    retryAfterMs: retryAfterMs(headers?.['retry-after'], new Date()),
  };
}

/** https://platform.openai.com/docs/guides/error-codes; Azure answers 404 for a deployment that does not exist. */
function reasonOf(status: number | null): Failure['reason'] {
  if (status === null) return 'not-reached';
  if (status === 401 || status === 403 || status === 404) return 'not-allowed';
  if (status === 429) return 'too-many';
  return status === 408 || status >= 500 ? 'outage' : 'rejected';
}

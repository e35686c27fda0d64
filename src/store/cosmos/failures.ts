/**
 * What a failed request to Cosmos DB means (status codes: https://learn.microsoft.com/rest/api/cosmos-db/http-status-codes-for-cosmosdb).
 * `notDone`: it was certainly not carried out and may be sent again. `unknown`: it may have been carried out; sending it
 * again is right only for those who then find out. `refused`: the account does not let us. `fault`: our bug.
 */
export type Failure = 'notFound' | 'conflict' | 'stale' | 'notDone' | 'unknown' | 'refused' | 'fault';

const BY_STATUS: Record<number, Failure> = {
  400: 'fault',
  401: 'refused',
  403: 'refused',
  404: 'notFound',
  409: 'conflict',
  412: 'stale',
  413: 'fault',
  // Too many request units in this second; the service says when to come back.
  429: 'notDone',
  // A concurrent operation on the same document, to be tried again.
  449: 'notDone',
};
/** Sub-statuses of 403 that pass: the region is being switched. */
const SWITCHING = [3, 1008];

export function failureOf(error: unknown): Failure {
  const { code, substatus } = (error ?? {}) as { code?: unknown; substatus?: unknown };
  if (code === 403 && SWITCHING.includes(Number(substatus))) return 'notDone';
  // Nobody was there to carry it out.
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'notDone';
  // Everything else, with or without a status (408, 410, 500, 502, 503, 504, a broken connection, a time-out, an answer
  // that is no JSON), says nothing about what happened to the document.
  return (typeof code === 'number' ? BY_STATUS[code] : undefined) ?? 'unknown';
}

/** How long the service wants to be left alone, in milliseconds; 0 where it does not say. */
export function retryAfterOf(error: unknown): number {
  const { retryAfterInMs } = (error ?? {}) as { retryAfterInMs?: unknown };
  return typeof retryAfterInMs === 'number' && retryAfterInMs > 0 ? retryAfterInMs : 0;
}

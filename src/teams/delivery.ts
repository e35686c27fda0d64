import type { Delivery } from '../programme/messenger.js';
import { Refused } from './refused.js';
import { isPassing, retryAfterMs } from './retry.js';

/** A call that could not be made because the identity service gave no token for it. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

/** The connection was never made, so nothing can have arrived. */
const NOT_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);
const BLOCKED = ['ConversationBlockedByUser', 'MessageWritesBlocked'];
const NOT_INSTALLED = ['BotNotInConversationRoster', 'ForbiddenOperationException'];
const GONE = ['ConversationNotFound', 'ActivityNotFoundInConversation'];

/**
 * How a send ended, by the platform's status and code or subCode.
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
 */
export function toDelivery(error: unknown): Delivery {
  if (error instanceof NoToken) return { outcome: 'later', retryAfterMs: null };
  if (error instanceof Refused) return { outcome: 'refused', status: error.status };
  const { code, statusCode, response } = error as FailedCall;
  if (typeof statusCode !== 'number') {
    return NOT_REACHED.has(String(code)) ? { outcome: 'later', retryAfterMs: null } : { outcome: 'unknown' };
  }
  // The date of a Retry-After is the platform's, so it is measured against the machine's own clock.
  if (isPassing(statusCode)) {
    return { outcome: 'later', retryAfterMs: retryAfterMs(response?.headers?.get('retry-after'), new Date()) };
  }
  const codes = platformCodes(response?.bodyAsText);
  const says = (known: string[]) => codes.some((one) => known.includes(one));
  if (says(['UserNotFound'])) return { outcome: 'unreachable', reason: 'unknown-person' };
  if (statusCode === 403 && says(BLOCKED)) return { outcome: 'unreachable', reason: 'blocked' };
  if (statusCode === 403 && says(NOT_INSTALLED)) return { outcome: 'unreachable', reason: 'not-installed' };
  if (statusCode === 403 && says(['BotDisabledByAdmin'])) return { outcome: 'disabled' };
  if (statusCode === 404 && says(GONE)) return { outcome: 'unreachable', reason: 'gone' };
  return { outcome: 'refused', status: statusCode };
}

/** What the SDK's failed call looks like. */
interface FailedCall {
  code?: string;
  statusCode?: number;
  response?: { bodyAsText?: string | null; headers?: { get(name: string): string | undefined } };
}

function platformCodes(body: string | null | undefined): string[] {
  try {
    const answer = JSON.parse(body ?? '');
    const error = answer?.error ?? answer;
    return [error?.code, error?.subCode, answer?.subCode, error?.innerHttpError?.body?.code].filter(
      (one) => typeof one === 'string',
    );
  } catch {
    return [];
  }
}

import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { IncomingActivity } from './activity.js';

/** Longer after the first time the platform does not try again. */
const REMEMBERED_MS = 2 * 60_000;
/** More than arrive in that time; answers may hold a card, so that there is an end to it. */
const MOST = 1_000;

/**
 * Recognises activities that the platform posts again because an answer was late or lost on the way: same id, same
 * conversation, same content. A turn is then not run twice; what the first one came to is the answer to both. Kept in
 * this process's memory: another replica runs the turn again, which is why handlers bear it as well.
 */
export class Redelivery<Answer> {
  readonly #answers = new LRUCache<string, Promise<Answer>>({ max: MOST, ttl: REMEMBERED_MS });

  /** The answer to the same activity before, under way or given; if there is none, `own` is remembered as it. */
  earlier(activity: IncomingActivity, own: Promise<Answer>): Promise<Answer> | undefined {
    // Without an id nothing tells a repetition from somebody who says the same again.
    if (!activity.id) return undefined;
    const key = keyOf(activity);
    const known = this.#answers.get(key);
    if (known) return known;
    this.#answers.set(key, own);
    own.catch(() => this.#answers.delete(key));
    return undefined;
  }
}

/** Not by id and conversation alone: clients that number anew after a restart would not be heard. */
function keyOf(activity: IncomingActivity): string {
  const { id, type, conversation, from, name, text = '', value, ...rest } = activity;
  const shown = [conversation.id, from?.id, id, type, name].join('\n');
  // Most say something short, which is its own fingerprint.
  if (value === undefined && text.length <= SHORT && type === 'message') return `${shown}\n${text}`;
  return `${shown}\n${createHash('sha256')
    .update(JSON.stringify([text, value, rest]))
    .digest('base64')}`;
}
const SHORT = 500;

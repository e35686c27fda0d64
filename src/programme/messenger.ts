/** Where a message goes: a person's own chat, or a conversation (a channel). */
export type Recipient = { person: string } | { conversation: string };

/** What is sent: a card and the same in words for those who cannot see it. */
export interface Message {
  /** Short text that notifications show. */
  summary: string;
  text: string | null;
  card: object | null;
}

/** A message of words alone; notifications show its first line. */
export function plainMessage(text: string): Message {
  return { summary: text.split('\n')[0] ?? text, text, card: null };
}

/**
 * How a send ended. `unreachable`: do not try again until the recipient shows up (blocked, not installed, gone).
 * `later`: a passing fault, `retryAfterMs` where the platform said so. `unknown`: it may have arrived.
 */
export type Delivery =
  | { outcome: 'sent'; activity: string }
  | { outcome: 'unreachable'; reason: 'blocked' | 'not-installed' | 'gone' | 'unknown-person' }
  | { outcome: 'disabled' }
  | { outcome: 'later'; retryAfterMs: number | null }
  | { outcome: 'unknown' }
  | { outcome: 'refused'; status: number };

/** The port through which Lotse speaks first. Sends are single attempts; the outbox decides about the next one. */
export interface Messenger {
  send(to: Recipient, message: Message): Promise<Delivery>;
  /** Replaces a message sent before. */
  update(to: Recipient, activity: string, message: Message): Promise<Delivery>;
}

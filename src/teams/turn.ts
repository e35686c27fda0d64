import type { Person } from '../programme/programme.js';
import type { Portfolio } from '../programme/portfolio.js';
import { plainMessage, type Message } from '../programme/messenger.js';
import type { Lang } from '../programme/text.js';

/** Who acts: taken from the activity's `from` and the store, never from a card. */
export interface Actor {
  /** The person of the programme, or null for staff the programme does not list. */
  person: Person | null;
  /** Stable key of the sender for conversation memory. */
  key: string;
}

/** One activity, freed of the transport: what handlers see. */
export interface Turn {
  actor: Actor;
  /** The reader's language, see `readersLanguage`; the words of a question may overrule it. */
  lang: Lang;
  now: Date;
  /** In a channel `id` is the channel's own id, whatever the thread. */
  conversation: { id: string; kind: 'personal' | 'group' | 'channel' };
  /** What was said, without the mention of the bot; empty for a card action. */
  text: string;
  /** The pressed button, with the card's data and inputs merged; untrusted. */
  action: { verb: string; data: Record<string, unknown> } | null;
  portfolio: Portfolio;
  /** Shows the person that the reply takes a moment; never rejects. */
  working(): Promise<void>;
}

export type Reply =
  /** `more`: what does not fit into one message; sent after it, in order, to those who typed something. */
  | { kind: 'message'; message: Message; more?: readonly Message[] }
  /**
   * Replaces the card that was pressed; `shared`: for everybody who sees it (a channel's card); `unnoted`: nothing about
   * who acted is kept after the turn, because they want to be forgotten; `on`: the message with the card, sealed, where it
   * was not pressed itself (a dialog of it was sent).
   */
  | { kind: 'card'; card: object; shared?: boolean; unnoted?: boolean; message?: Message; on?: string | null }
  /** A form in a dialog over the chat: opened, or shown again with what is wrong. */
  | { kind: 'dialog'; title: string; card: object }
  | { kind: 'nothing' };

/** A few words as an answer. */
export function words(text: string): Reply {
  return { kind: 'message', message: plainMessage(text) };
}

/** A way in: the first route that matches a turn handles it. The list of routes is `teams/routes.ts`. */
export interface Route {
  name: string;
  matches(turn: Turn): boolean;
  handle(turn: Turn): Promise<Reply>;
}

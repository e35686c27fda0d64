import type { Ledger } from '../programme/ledger.js';
import type { Delivery, Recipient } from '../programme/messenger.js';
import type { ConversationReference, Conversations } from './conversations.js';

/** Where to send: a known conversation, or a member with whom a chat is to be opened first. */
export type Found =
  | ConversationReference
  | { member: string; template: ConversationReference }
  | Extract<Delivery, { outcome: 'unreachable' }>;

/** Finds the conversation of a recipient. */
export class Recipients {
  constructor(
    private readonly conversations: Conversations,
    private readonly ledger: Ledger,
  ) {}

  async find(to: Recipient): Promise<Found> {
    const found = 'person' in to ? await this.#ofPerson(to.person) : await this.#ofConversation(to.conversation);
    if (!('outcome' in found) && !('member' in found) && found.blocked) return unreachable(found.blocked);
    return found;
  }

  async #ofPerson(id: string): Promise<Found> {
    const person = this.ledger.portfolio()?.programme.people.find((one) => one.id === id);
    if (!person) return unreachable('unknown-person');
    const chat = await this.conversations.findChat(person);
    if (chat) return chat;
    const template = person.aadObjectId && (await this.#template('personal'));
    if (!template || !person.aadObjectId) return unreachable('unknown-person');
    const user = { id: person.aadObjectId, aadObjectId: person.aadObjectId, userPrincipalName: null };
    return { member: person.aadObjectId, template: { ...template, user, lang: person.lang ?? 'de' } };
  }

  /** A conversation where the bot has not been spoken to yet is tried on the platform it was last met on. */
  async #ofConversation(id: string): Promise<Found> {
    const known = await this.conversations.find(id);
    if (known) return known;
    const template = await this.#template(/@thread\.(tacv2|skype)$/.test(id) ? 'channel' : 'group');
    return template ? { ...template, id } : unreachable('not-installed');
  }

  async #template(kind: ConversationReference['kind']): Promise<ConversationReference | null> {
    const platform = await this.conversations.platform();
    if (!platform) return null;
    const nobody = { user: null, actingAs: null, teamId: null, blocked: null };
    return { id: '', kind, channelId: 'msteams', lang: 'de', ...platform, ...nobody };
  }
}

function unreachable(
  reason: 'blocked' | 'not-installed' | 'unknown-person',
): Extract<Delivery, { outcome: 'unreachable' }> {
  return { outcome: 'unreachable', reason };
}

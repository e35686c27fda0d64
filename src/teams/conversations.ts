import { LRUCache } from 'lru-cache';
import type { Lang } from '../programme/text.js';
import { StoreUnavailable, unlessConflict, type ProgrammeStore } from '../programme/store.js';
import type { ConversationKind } from './activity.js';
import { put, storeKey } from '../programme/store-key.js';

/** A conversation the bot takes part in: what it needs to speak there first. */
export interface ConversationReference {
  /** The conversation's id; of a channel the channel's own. */
  id: string;
  kind: ConversationKind;
  serviceUrl: string;
  channelId: string;
  tenantId: string | null;
  /** The team a channel belongs to. */
  teamId: string | null;
  /** The bot's account there. */
  bot: { id: string; name?: string } | null;
  /** In a personal chat: whose it is. */
  user: { id: string; aadObjectId: string | null; userPrincipalName: string | null } | null;
  /** Local mode: the person of the programme its owner acts as. */
  actingAs: string | null;
  lang: Lang;
  /** In a personal chat: the last language that words told; absent where none was. */
  spoken?: Lang;
  /** Why nothing is sent until somebody speaks here again. */
  blocked: 'blocked' | 'not-installed' | null;
}

/** Where the platform was last met; enough to open a chat with somebody who has not written yet. */
export interface Platform {
  serviceUrl: string;
  tenantId: string | null;
  bot: { id: string; name?: string } | null;
}

/** Where conversations lie in the store, the ways to personal ones, and the marks of those that were welcomed. */
export const CONVERSATIONS = 'conversations';
export const CHATS = 'chats';
export const WELCOMES = 'welcomes';
const PLATFORM = 'platform';

/** The conversations the bot knows, kept in the store; what was written is remembered for a while to spare writes. */
export class Conversations {
  readonly #written = new LRUCache<string, string>({ max: 10_000, ttl: 10 * 60_000 });

  readonly #spoken = new LRUCache<string, { lang: Lang | null }>({ max: 10_000 });

  constructor(private readonly store: ProgrammeStore) {}

  /** Notes a conversation in which somebody has just shown up; a block ends with that. */
  async remember(reference: ConversationReference): Promise<void> {
    const key = storeKey(reference.id);
    await this.#write(CONVERSATIONS, key, reference);
    for (const chat of chatKeys(reference.user, reference.actingAs))
      await this.#write(CHATS, chat, { conversation: key });
    if (reference.kind !== 'personal' && this.#written.has(`${PLATFORM}/teams`)) return;
    const { serviceUrl, tenantId, bot } = reference;
    await this.#write(PLATFORM, 'teams', { serviceUrl, tenantId, bot });
  }

  async find(conversation: string): Promise<ConversationReference | null> {
    return (await this.store.get<ConversationReference>(CONVERSATIONS, storeKey(conversation)))?.value ?? null;
  }

  /** The personal chat of a person by the first of these that has one: directory id, principal name, acting. */
  async findChat(person: {
    id: string;
    aadObjectId: string | null;
    userPrincipalName: string | null;
  }): Promise<ConversationReference | null> {
    for (const chat of chatKeys(person, person.id)) {
      const pointer = await this.store.get<{ conversation: string }>(CHATS, chat);
      if (!pointer) continue;
      const found = await this.store.get<ConversationReference>(CONVERSATIONS, pointer.value.conversation);
      if (found && chatKeys(found.value.user, found.value.actingAs).includes(chat)) return found.value;
    }
    return null;
  }

  /**
   * The last language that somebody's words told in a conversation, or null. Of a personal chat it outlives a restart;
   * where several people speak everybody has their own.
   */
  async spoken(conversation: string, kind: ConversationKind, actor: string): Promise<Lang | null> {
    const key = spokenKey(conversation, kind, actor);
    const known = this.#spoken.get(key);
    if (known || kind !== 'personal') return known?.lang ?? null;
    try {
      const lang = (await this.find(conversation))?.spoken ?? null;
      this.#spoken.set(key, { lang });
      return lang;
    } catch (error) {
      // They are answered in their client's language then.
      if (error instanceof StoreUnavailable) return null;
      throw error;
    }
  }

  noteSpoken(conversation: string, kind: ConversationKind, actor: string, lang: Lang | null): void {
    this.#spoken.set(spokenKey(conversation, kind, actor), { lang });
  }

  async platform(): Promise<Platform | null> {
    return (await this.store.get<Platform>(PLATFORM, 'teams'))?.value ?? null;
  }

  /** Notes that nothing can be sent to a conversation until somebody speaks there. */
  async block(reference: ConversationReference, blocked: 'blocked' | 'not-installed'): Promise<void> {
    await this.#write(CONVERSATIONS, storeKey(reference.id), { ...reference, blocked });
  }

  /** Somebody else has changed the stored conversation of that id: the next contact writes it anew. */
  changed(id: string): void {
    this.#written.delete(`${CONVERSATIONS}/${id}`);
  }

  /** Removes everything about a conversation; a newer chat with the same person stays to be found. */
  async forget(reference: Pick<ConversationReference, 'id' | 'user' | 'actingAs'>): Promise<void> {
    const key = storeKey(reference.id);
    this.#spoken.delete(spokenKey(reference.id, 'personal', ''));
    await this.#remove(CONVERSATIONS, key);
    await this.#remove(WELCOMES, key);
    for (const chat of chatKeys(reference.user, reference.actingAs)) await this.#removePointer(chat, key);
  }

  /** Removes everything about a team's channels. */
  async forgetTeam(team: string): Promise<void> {
    for (const { value } of await this.store.list<ConversationReference>(CONVERSATIONS)) {
      if (value.teamId === team) await this.forget(value);
    }
  }

  /** Whether the welcome is still to be said; true for exactly one caller until the conversation is forgotten. */
  claimWelcome(conversation: string): Promise<boolean> {
    return unlessConflict(this.store.create(WELCOMES, storeKey(conversation), {}));
  }

  /** Gives a claim back when the welcome could not be said. */
  async releaseWelcome(conversation: string): Promise<void> {
    await this.store.remove(WELCOMES, storeKey(conversation));
  }

  async #write(partition: string, id: string, value: object): Promise<void> {
    const cached = `${partition}/${id}`;
    // Where several people speak, each may have another language: that alone is no news.
    const json = JSON.stringify('user' in value && !value.user ? { ...value, lang: null } : value);
    if (this.#written.get(cached) === json) return;
    await put(this.store, partition, id, value);
    this.#written.set(cached, json);
  }

  async #remove(partition: string, id: string): Promise<void> {
    this.#written.delete(`${partition}/${id}`);
    await this.store.remove(partition, id);
  }

  async #removePointer(chat: string, conversation: string): Promise<void> {
    const pointer = await this.store.get<{ conversation: string }>(CHATS, chat);
    if (pointer?.value.conversation !== conversation) return;
    this.#written.delete(`${CHATS}/${chat}`);
    // Somebody may just have shown up in another chat.
    await unlessConflict(this.store.remove(CHATS, chat, pointer.version));
  }
}

function spokenKey(conversation: string, kind: ConversationKind, actor: string): string {
  return kind === 'personal' ? conversation : `${conversation} ${actor}`;
}

/** What a personal chat is found by. */
export function chatKeys(
  user: { aadObjectId: string | null; userPrincipalName: string | null } | null,
  actingAs: string | null,
): string[] {
  const keys: string[] = [];
  if (user?.aadObjectId) keys.push(storeKey(`aad-${user.aadObjectId.toLowerCase()}`));
  if (user?.userPrincipalName) keys.push(storeKey(`upn-${user.userPrincipalName.toLowerCase()}`));
  if (actingAs) keys.push(storeKey(`as-${actingAs}`));
  return keys;
}

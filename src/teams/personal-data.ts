import { isErased, mayBePersonal } from '../programme/policies/personal-data.js';
import type { Person } from '../programme/programme.js';
import type { ProgrammeStore } from '../programme/store.js';
import type { Acting } from './acting.js';
import { CHATS, CONVERSATIONS, WELCOMES, type ConversationReference, type Conversations } from './conversations.js';
import { type Identity, senderKey } from './identity.js';
import { kindOf, storeKey } from '../programme/store-key.js';
import type { Actor } from './turn.js';

/** A stored document about one person. */
export interface PersonalDocument {
  partition: string;
  id: string;
  value: unknown;
}

/** Fields by which documents say whom they are about. */
const FIELDS = ['person', 'actingAs', 'aadObjectId', 'userPrincipalName'];

/** Finds and erases what is stored about one person outside history. */
export class PersonalData {
  constructor(
    private readonly store: ProgrammeStore,
    private readonly identity: Identity,
    private readonly conversations: Conversations,
    private readonly acting: Acting | null,
  ) {}

  /** Everything that is about the acting person, found by its id or by what it says of itself. */
  async find(actor: Actor): Promise<PersonalDocument[]> {
    const keys = keysOf(actor);
    const found: PersonalDocument[] = [];
    for (const partition of await this.store.partitions()) {
      if (partition === WELCOMES || !mayBePersonal(kindOf(partition))) continue;
      for (const { id, value } of await this.store.list<unknown>(partition)) {
        if (isAbout(id, value, keys)) found.push({ partition, id, value });
      }
    }
    return [...found, ...(await this.#leadingTo(found))];
  }

  /** What says of itself only which conversation it belongs to: marks, and ways to it under a name no longer in use. */
  async #leadingTo(found: readonly PersonalDocument[]): Promise<PersonalDocument[]> {
    const idsIn = (partition: string) => new Set(found.flatMap((one) => (one.partition === partition ? one.id : [])));
    const [own, ways] = [idsIn(CONVERSATIONS), idsIn(CHATS)];
    const marks = (await this.store.list<unknown>(WELCOMES)).filter(({ id }) => own.has(id));
    const others = (await this.store.list<{ conversation: string }>(CHATS)).filter(
      ({ id, value }) => own.has(value.conversation) && !ways.has(id),
    );
    return [
      ...marks.map(({ id, value }) => ({ partition: WELCOMES, id, value })),
      ...others.map(({ id, value }) => ({ partition: CHATS, id, value })),
    ];
  }

  /** As `erase`, where only the programme's entry tells who it is. */
  eraseOf(person: Person): Promise<void> {
    return this.erase({ person, key: storeKey(person.aadObjectId?.toLowerCase() ?? `person:${person.id}`) });
  }

  /** Erases what may go; what the next turn would take from memory is gone as well. */
  async erase(actor: Actor): Promise<void> {
    for (const { partition, id, value } of await this.find(actor)) {
      if (!isErased(kindOf(partition))) continue;
      if (partition === CONVERSATIONS) await this.conversations.forget(value as ConversationReference);
      await this.store.remove(partition, id);
    }
    await this.identity.forgetKey(actor.key);
    await this.acting?.set(actor.key, null);
  }
}

/** Under what somebody is known, in lower case. */
function keysOf({ key, person }: Actor): Set<string> {
  const names = [
    key,
    person?.id,
    person && storeKey(person.id),
    person && storeKey(`person:${person.id}`),
    person?.aadObjectId,
    person?.userPrincipalName,
  ];
  return new Set(names.filter((name): name is string => !!name).map((name) => name.toLowerCase()));
}

function isAbout(id: string, value: unknown, keys: ReadonlySet<string>): boolean {
  // Ids of documents about people: `<person>`, `<person>~<project>`, `<what>:<week>:<person>`, `aad-<directory id>`.
  const parts = [id, id.split('~')[0], id.split(':').at(-1), id.replace(/^(aad|upn|as)-/, '')];
  if (parts.some((part) => part && keys.has(part.toLowerCase()))) return true;
  if (!value || typeof value !== 'object') return false;
  // Ids that a store does not take are hashed there; the key stands in the document.
  const { key } = value as { key?: unknown };
  if (typeof key === 'string' && keys.has(key.split(':').at(-1)?.toLowerCase() ?? '')) return true;
  const { user } = value as { user?: ConversationReference['user'] };
  if (user && (keys.has(senderKey(user).toLowerCase()) || saysSo(user, keys))) return true;
  return saysSo(value, keys);
}

function saysSo(value: object, keys: ReadonlySet<string>): boolean {
  return FIELDS.some((field) => {
    const said = (value as Record<string, unknown>)[field];
    return typeof said === 'string' && keys.has(said.toLowerCase());
  });
}

import { SUBSCRIPTIONS } from '../digest/subscriptions.js';
import { addDays, dayOf } from '../programme/calendar.js';
import type { Programme } from '../programme/programme.js';
import { unlessConflict, type Clock, type ProgrammeStore, type Stored } from '../programme/store.js';
import { storeKey } from '../programme/store-key.js';
import { ACTING } from './acting.js';
import { chatKeys, CHATS, CONVERSATIONS, type ConversationReference, Conversations } from './conversations.js';
import { IDENTITIES, Identity, type Known } from './identity.js';

/** 13 weeks after somebody was first found not to be listed, and has not written since, what leads to them goes. */
export const UNLISTED_DAYS = 91;

/**
 * Since when the programme has not listed whom a document is about, `YYYY-MM-DD`. Only the retention job notes it, and the
 * next contact writes the document anew without it: so nothing tells when those who are listed were in touch.
 */
type Marked<T> = T & { unlistedSince?: string };

/** Documents about people, and what the programme makes of them. */
interface Kind<T> {
  partition: string;
  /** After how many days one goes; else after `UNLISTED_DAYS`. */
  days?: number;
  isListed(document: Stored<T>): boolean;
  /** Called for one that was marked. */
  marked?(document: Stored<T>): void;
  /** What else goes with one. */
  removed?(document: Stored<T>): Promise<void>;
}

/** Forgets, after a while, those whom the programme does not list: nobody will write to them any more. */
export class Unlisted {
  constructor(
    private readonly store: ProgrammeStore,
    private readonly conversations: Conversations,
    private readonly identity: Identity,
  ) {}

  /** Notes who is not listed on a day (`YYYY-MM-DD`) and removes what is past its time. Returns how many documents went. */
  async forget(programme: Programme, today: string): Promise<number> {
    const ids = new Set(programme.people.map(({ id }) => id));
    const subjects = new Set([...ids].map((id) => storeKey(`person:${id}`)));
    let removed = await this.forgetWays(programme, today, UNLISTED_DAYS);
    removed += await this.#review<{ person: string }>(today, {
      partition: SUBSCRIPTIONS,
      isListed: ({ value }) => ids.has(value.person),
    });
    removed += await this.#review<object>(today, {
      partition: 'unreachable',
      isListed: ({ id }) => id.startsWith('conversation:') || subjects.has(id),
    });
    return removed;
  }

  /** As `forget` for what tells who somebody is on the platform, and where; with 0 days at once. */
  async forgetWays({ people }: Programme, today: string, days: number): Promise<number> {
    const chats = new Set(people.flatMap((person) => chatKeys(person, person.id)));
    const names = new Set(people.flatMap(({ userPrincipalName }) => userPrincipalName?.toLowerCase() ?? []));
    let removed = await this.#review<ConversationReference>(today, {
      days,
      partition: CONVERSATIONS,
      isListed: ({ value: { kind, user, actingAs } }) =>
        kind !== 'personal' || chatKeys(user, actingAs).some((key) => chats.has(key)),
      marked: ({ id }) => this.conversations.changed(id),
      removed: ({ value }) => this.conversations.forget(value),
    });
    removed += await this.#review<Known>(today, {
      days,
      partition: IDENTITIES,
      isListed: ({ value }) => names.has(value.userPrincipalName.toLowerCase()),
      removed: ({ id }) => this.identity.forgetKey(id),
    });
    return removed + (await this.#removeLostWays());
  }

  async #review<T extends object>(today: string, kind: Kind<T>): Promise<number> {
    const { partition, days = UNLISTED_DAYS, isListed, marked, removed } = kind;
    let count = 0;
    for (const document of await this.store.list<Marked<T>>(partition)) {
      const { id, value, version } = document;
      const { unlistedSince: since, ...unmarked } = value;
      if (isListed(document)) {
        if (since !== undefined) await unlessConflict(this.store.replace(partition, id, unmarked, version));
      } else if (addDays(since ?? today, days) <= today) {
        if (!(await unlessConflict(this.store.remove(partition, id, version)))) continue;
        await removed?.(document);
        count += 1;
      } else if (since === undefined) {
        await unlessConflict(this.store.replace(partition, id, { ...value, unlistedSince: today }, version));
        marked?.(document);
      }
    }
    return count;
  }

  /** Ways to a conversation under a name no longer in use, once the conversation is gone. */
  async #removeLostWays(): Promise<number> {
    // In this order, as a way is noted after the conversation it leads to.
    const ways = await this.store.list<{ conversation: string }>(CHATS);
    const known = new Set((await this.store.list(CONVERSATIONS)).map(({ id }) => id));
    const lost = ways.filter(({ value }) => !known.has(value.conversation));
    for (const { id, version } of lost) await unlessConflict(this.store.remove(CHATS, id, version));
    return lost.length;
  }
}

/**
 * Removes at once what leads to whoever the programme does not list: nothing but their entry in it would tell which of
 * them has which id. Returns how many documents went.
 */
export async function forgetAllUnlisted(store: ProgrammeStore, clock: Clock, programme: Programme): Promise<number> {
  const unlisted = new Unlisted(store, new Conversations(store), new Identity(store, clock, true));
  const ids = new Set(programme.people.map(({ id }) => id));
  const played = (await store.list<{ person: string }>(ACTING)).filter(({ value }) => !ids.has(value.person));
  for (const { id } of played) await store.remove(ACTING, id);
  return played.length + (await unlisted.forgetWays(programme, dayOf(clock.now(), programme.timeZone), 0));
}

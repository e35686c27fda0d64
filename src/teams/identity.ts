import { LRUCache } from 'lru-cache';
import { LotseError } from '../programme/errors.js';
import type { Person, Programme } from '../programme/programme.js';
import { StoreUnavailable, type Clock, type ProgrammeStore } from '../programme/store.js';
import { put, storeKey } from '../programme/store-key.js';

/** Somebody as a conversation's roster has them. */
export interface Member {
  userPrincipalName: string | null;
  /** A guest, an anonymous participant, or somebody of another tenant. */
  outsider: boolean;
}

/** Who the platform says is behind an activity. */
export interface Sender {
  /** The platform's id of the person for this bot, `29:…`. */
  id: string;
  aadObjectId: string | null;
}
/** Asks a conversation's roster for the sender; null when it has no such member. Rejects on a fault. */
export type Roster = () => Promise<Member | null>;

export interface Recognised {
  person: Person | null;
  /** Where the roster had to tell: the name it gave. */
  userPrincipalName: string | null;
}
export const NOBODY: Recognised = { person: null, userPrincipalName: null };

/** What is stored of somebody who was recognised by their name. */
export interface Known {
  userPrincipalName: string;
}
export const IDENTITIES = 'identities';
/** So long somebody the programme does not list is not looked up again. */
const UNKNOWN_FOR_MS = 5 * 60_000;

/** A stable key of a sender, fit for the store. */
export function senderKey(sender: Sender): string {
  return storeKey(sender.aadObjectId?.toLowerCase() ?? sender.id);
}

/**
 * Recognises people of the programme: by their directory id, else by the user principal name the roster has for them.
 * What is remembered is the name they sign in with, never who they were taken for, so that a programme file with other
 * people in the same roles holds from the moment it is imported.
 */
export class Identity {
  readonly #known: LRUCache<string, Known>;
  readonly #unknown: LRUCache<string, 'colleague' | 'outsider'>;
  /** Whom a roster has vouched for before; they stay in while none can be read. */
  readonly #colleagues = new LRUCache<string, true>({ max: 10_000 });

  constructor(
    private readonly store: ProgrammeStore,
    clock: Clock,
    /** Whether people the programme does not list must be vouched for by a roster; not so in local mode. */
    private readonly strict: boolean,
  ) {
    const perf = { now: () => clock.now().getTime() };
    this.#known = new LRUCache({ max: 10_000 });
    this.#unknown = new LRUCache({ max: 10_000, ttl: UNKNOWN_FOR_MS, ttlResolution: 0, perf });
  }

  /**
   * Who it is. The roster is asked only where the directory id does not tell: whom the programme lists by it is meant to
   * get in. Rejects with LotseError `identity.outsider` for guests and other tenants' people, `identity.unchecked` for
   * those of whom that cannot be found out.
   */
  async recognise(sender: Sender, programme: Programme, roster: Roster): Promise<Recognised> {
    const byId = sender.aadObjectId && findByObjectId(programme, sender.aadObjectId);
    if (byId) return { person: byId, userPrincipalName: null };
    const key = senderKey(sender);
    const unknown = this.#unknown.get(key);
    if (unknown === 'outsider') throw new LotseError('identity.outsider');
    if (unknown === 'colleague') return NOBODY;
    const remembered = await this.#remembered(key);
    const known = remembered && findByPrincipalName(programme, remembered);
    if (known) return { person: known, userPrincipalName: remembered };
    // A roster that cannot be read says nothing: the next turn asks again.
    const member = await roster().catch(() => undefined);
    if (member) return this.#checked(key, member, programme);
    if (this.strict && !this.#colleagues.has(key)) throw new LotseError('identity.unchecked');
    if (member === null) this.#unknown.set(key, 'colleague');
    return NOBODY;
  }

  async #checked(
    key: string,
    { userPrincipalName: name, outsider }: Member,
    programme: Programme,
  ): Promise<Recognised> {
    if (outsider) {
      this.#unknown.set(key, 'outsider');
      this.#colleagues.delete(key);
      throw new LotseError('identity.outsider');
    }
    this.#colleagues.set(key, true);
    const person = name === null ? null : findByPrincipalName(programme, name);
    if (!person || name === null) {
      this.#unknown.set(key, 'colleague');
      return NOBODY;
    }
    await put<Known>(this.store, IDENTITIES, key, { userPrincipalName: name }).catch(unlessAway);
    this.#known.set(key, { userPrincipalName: name });
    return { person, userPrincipalName: name };
  }

  async #remembered(key: string): Promise<string | null> {
    let known = this.#known.get(key);
    if (!known) {
      known = await this.#read(key);
      if (known) this.#known.set(key, known);
    }
    return known?.userPrincipalName ?? null;
  }

  async #read(key: string): Promise<Known | undefined> {
    const stored = await this.store.get<Known>(IDENTITIES, key).catch(unlessAway);
    return stored?.value;
  }

  forget(sender: Sender): Promise<void> {
    return this.forgetKey(senderKey(sender));
  }

  async forgetKey(key: string): Promise<void> {
    this.#known.delete(key);
    this.#unknown.delete(key);
    await this.store.remove(IDENTITIES, key);
  }
}

/** While the store is away the roster tells, every time anew. */
function unlessAway(error: unknown): undefined {
  if (!(error instanceof StoreUnavailable)) throw error;
  return undefined;
}

function findByObjectId(programme: Programme, id: string): Person | null {
  const wanted = id.toLowerCase();
  return programme.people.find((person) => person.aadObjectId?.toLowerCase() === wanted) ?? null;
}

function findByPrincipalName(programme: Programme, name: string): Person | null {
  const wanted = name.toLowerCase();
  return programme.people.find((person) => person.userPrincipalName?.toLowerCase() === wanted) ?? null;
}

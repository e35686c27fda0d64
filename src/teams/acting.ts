import { StoreUnavailable, type ProgrammeStore } from '../programme/store.js';
import { put } from '../programme/store-key.js';

export const ACTING = 'acting';

/** Local mode only: who acts as whom, by the sender's key. */
export class Acting {
  readonly #cache = new Map<string, string | null>();

  constructor(private readonly store: ProgrammeStore) {}

  /** The id of the person somebody acts as, or null. */
  async get(sender: string): Promise<string | null> {
    let person = this.#cache.get(sender);
    if (person === undefined) {
      try {
        person = (await this.store.get<{ person: string }>(ACTING, sender))?.value.person ?? null;
      } catch (error) {
        // Then they act as themselves, and it is looked up again the next time.
        if (!(error instanceof StoreUnavailable)) throw error;
        return null;
      }
      this.#cache.set(sender, person);
    }
    return person;
  }

  async set(sender: string, person: string | null): Promise<void> {
    if (person === null) await this.store.remove(ACTING, sender);
    else await put(this.store, ACTING, sender, { person });
    this.#cache.set(sender, person);
  }
}

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreUnavailable, unlessConflict, type ProgrammeStore } from '../programme/store.js';

/** A dialog has to open within seconds, whatever the store does; without a seal it only replaces no card. */
const PATIENCE_MS = 1_500;
const PLACE = ['platform', 'seal'] as const;

/**
 * Lets a text go out in a card and come back unchanged: whoever receives it sees it and cannot replace it. The key is made
 * once and kept in the store, so that every replica knows it; where there is no secret of the app (a managed identity) it
 * works as well.
 */
export class Seal {
  #key: Promise<Buffer | null> | undefined;

  constructor(private readonly store: ProgrammeStore) {}

  /** The text with its seal, which holds in this `context` only; null while the store does not answer. */
  async close(text: string, context: string): Promise<string | null> {
    const key = await this.#keyIfAny();
    return key && `${sign(key, text, context)}.${text}`;
  }

  /** The text that `close` was given for this context; null for everything else. */
  async open(sealed: string, context: string): Promise<string | null> {
    const key = await this.#keyIfAny();
    if (!key) return null;
    const text = sealed.slice(sealed.indexOf('.') + 1);
    const [given, right] = [Buffer.from(sealed), Buffer.from(`${sign(key, text, context)}.${text}`)];
    return given.length === right.length && timingSafeEqual(given, right) ? text : null;
  }

  async #keyIfAny(): Promise<Buffer | null> {
    this.#key ??= keyIn(this.store).catch((error: unknown) => {
      this.#key = undefined;
      if (error instanceof StoreUnavailable) return null;
      throw error;
    });
    return Promise.race([this.#key, wait(PATIENCE_MS, null, { ref: false })]);
  }
}

async function keyIn(store: ProgrammeStore): Promise<Buffer> {
  const own = { key: randomBytes(32).toString('base64') };
  const stored = await store.get<typeof own>(...PLACE);
  if (stored) return Buffer.from(stored.value.key, 'base64');
  return (await unlessConflict(store.create(...PLACE, own))) ? Buffer.from(own.key, 'base64') : keyIn(store);
}

function sign(key: Buffer, text: string, context: string): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([text, context]))
    .digest('base64url');
}

import { createHash } from 'node:crypto';
import { StoreConflict, type ProgrammeStore } from './store.js';

const SAFE = /^[\x21-\x7e]{1,200}$/;

/** A store id for any identifier from outside: itself where the store takes it, else its hash. */
export function storeKey(identifier: string): string {
  if (SAFE.test(identifier) && !/[/\\?#]|^\.+$/.test(identifier) && !identifier.startsWith('sha256-'))
    return identifier;
  return `sha256-${createHash('sha256').update(identifier).digest('hex')}`;
}

/** Writes a document whatever stood there; the last writer wins. */
export async function put<T>(store: ProgrammeStore, partition: string, id: string, value: T): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const stored = await store.get<T>(partition, id);
    try {
      if (stored) await store.replace(partition, id, value, stored.version);
      else await store.create(partition, id, value);
      return;
    } catch (error) {
      if (!(error instanceof StoreConflict) || attempt === 5) throw error;
    }
  }
}

/** What a partition holds: its name without the week or number it is cut by. */
export function kindOf(partition: string): string {
  return partition.replace(/-\d.*$/, '');
}

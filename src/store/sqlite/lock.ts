import { join } from 'node:path';
import { LotseError } from '../../programme/errors.js';
import { connect, hasCode } from './connect.js';

/** How long a starting writer waits for one that is just stopping. */
const WAIT_MS = 1_000;

/**
 * Makes this process the only writer of a folder until the returned function is called. The lock is an open write
 * transaction on a database of its own, thus a lock of the operating system on a file: it goes with the process, however that ends.
 * Throws LotseError `store.inUse` when another writer has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const client = connect(join(folder, 'writer.lock'), WAIT_MS);
  try {
    const held = await client.transaction('write');
    return async () => {
      await held.rollback();
      client.close();
    };
  } catch (error) {
    client.close();
    if (hasCode(error, 'SQLITE_BUSY', 'SQLITE_LOCKED')) throw new LotseError('store.inUse', { folder });
    throw error;
  }
}

import { LotseError } from '../programme/errors.js';
import type { ProgrammeStore } from '../programme/store.js';
import { openSqliteStore } from './sqlite/open.js';

/** Which store is wanted: Cosmos DB where it is named, else the embedded one. */
export interface StoreSettings {
  dataDir: string;
  cosmos: { endpoint: string; key: string | null; database: string } | null;
}

/**
 * Opens the store the settings ask for. Rejects with a LotseError that says what to do when it cannot be had.
 * A `reader` changes nothing and may run beside the bot.
 */
export async function openStore(
  { dataDir, cosmos }: StoreSettings,
  mode: 'writer' | 'reader',
): Promise<ProgrammeStore> {
  if (cosmos) throw new LotseError('store.cosmosNotYet');
  return openSqliteStore({ dataDir, mode });
}

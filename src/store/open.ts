import type { ProgrammeStore } from '../programme/store.js';

/** Which store is wanted: Cosmos DB where it is named, else the embedded one. */
export interface StoreSettings {
  dataDir: string;
  cosmos: { endpoint: string; key: string | null; database: string } | null;
}

/**
 * Opens the store the settings ask for. Rejects with a LotseError that says what to do when it cannot be had.
 * A `reader` changes nothing and may run beside the bot; of Cosmos DB any number of writers may.
 */
export async function openStore(
  { dataDir, cosmos }: StoreSettings,
  mode: 'writer' | 'reader',
): Promise<ProgrammeStore> {
  // Only the store that is used is loaded.
  if (!cosmos) return (await import('./sqlite/open.js')).openSqliteStore({ dataDir, mode });
  const { openCosmosStore } = await import('./cosmos/open.js');
  return openCosmosStore({ ...cosmos, key: cosmos.key ?? undefined });
}

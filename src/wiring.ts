import type { Config } from './config.js';
import { LotseError } from './programme/errors.js';
import type { ProgrammeStore } from './programme/store.js';
import { openSqliteStore } from './store/sqlite/open.js';

/**
 * Opens the store the configuration asks for. Rejects with a LotseError that says what to do when it cannot be had.
 * A `reader` changes nothing and may run beside the bot.
 */
export async function openStore(config: Config, mode: 'writer' | 'reader'): Promise<ProgrammeStore> {
  if (config.cosmos) throw new LotseError('store.cosmosNotYet');
  return openSqliteStore({ dataDir: config.dataDir, mode });
}

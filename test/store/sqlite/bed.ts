import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import type { StoreBed } from '../../contract/programme-store.js';

/** A folder of its own for one test. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'lotse-store-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export async function sqliteBed(): Promise<StoreBed & { dataDir: string }> {
  const folder = await temporaryFolder();
  return {
    dataDir: folder.path,
    open: () => openSqliteStore({ dataDir: folder.path, mode: 'writer' }),
    raw: async () => {
      const names = await readdir(folder.path);
      const files = await Promise.all(names.map((name) => readFile(join(folder.path, name), 'utf8')));
      return files.join('\n');
    },
    dispose: () => folder.remove(),
  };
}

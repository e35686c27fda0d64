import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LotseError } from '../../programme/errors.js';
import { StoreUnavailable, type ProgrammeStore } from '../../programme/store.js';
import { connect, hasCode } from './connect.js';
import { Connection } from './connection.js';
import { EMPTY_LOG, SqliteDocuments } from './documents.js';
import { lockFolder } from './lock.js';
import { checkSchema, migrate, MIGRATIONS } from './schema.js';

export interface SqliteOptions {
  /** The folder that holds the file; made when absent. */
  dataDir: string;
  /** One `writer` at a time per folder; any number of `reader`s beside it, which see what was committed last. */
  mode: 'writer' | 'reader';
}

/** How long a statement waits for another process, e.g. a reader for a writer that is just recovering the file. */
const BUSY_MS = 5_000;

/**
 * Opens the embedded store: one SQLite file `lotse.db` in `dataDir`. Rejects with a LotseError that says what to do:
 * `store.inUse` (another writer), `store.notWritable`, `store.missing` (a reader, and nothing was ever written),
 * `store.newerFile`, `store.olderFile`, `store.damaged`.
 */
export async function openSqliteStore({ dataDir, mode }: SqliteOptions): Promise<ProgrammeStore> {
  const folder = resolve(dataDir);
  return mode === 'writer' ? openWriter(folder) : openReader(folder);
}

/** As `openSqliteStore` for writing, with the migrations to apply. */
export async function openWriter(folder: string, migrations = MIGRATIONS): Promise<ProgrammeStore> {
  const release = await makeAndLock(folder);
  try {
    const file = join(folder, FILE);
    const connection = await openFile(file, WRITER, async (opened) => {
      await migrate(opened, file, migrations);
      // What a process left that was killed: earlier versions of pages among it.
      await opened.execute(EMPTY_LOG);
    });
    return new SqliteDocuments(connection, 'writer', release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function openReader(folder: string): Promise<ProgrammeStore> {
  const file = join(folder, FILE);
  if (!existsSync(file)) throw new LotseError('store.missing', { file });
  const connection = await openFile(file, READER, (opened) => checkSchema(opened, file));
  return new SqliteDocuments(connection, 'reader', async () => undefined);
}

const FILE = 'lotse.db';
/**
 * With `synchronous = NORMAL` a commit may be lost when the power fails; without `secure_delete` what is removed stays readable
 * in the file.
 */
const WRITER = ['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = FULL', 'PRAGMA secure_delete = ON'];
const READER = ['PRAGMA query_only = ON'];

async function makeAndLock(folder: string): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true });
    return await lockFolder(folder);
  } catch (error) {
    if (error instanceof LotseError) throw error;
    throw new LotseError('store.notWritable', { folder }, { cause: error });
  }
}

async function openFile(
  file: string,
  settings: readonly string[],
  prepare: (opened: Connection) => Promise<void>,
): Promise<Connection> {
  const connection = connectOrExplain(file, settings);
  try {
    await prepare(connection);
    return connection;
  } catch (error) {
    connection.close();
    if (hasCode(error, 'SQLITE_BUSY')) throw new StoreUnavailable(`${file} is locked`, { cause: error });
    if (hasCode(error, 'SQLITE_NOTADB', 'SQLITE_CORRUPT')) {
      throw new LotseError('store.damaged', { file }, { cause: error });
    }
    if (hasCode(error, 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_PERM')) {
      throw new LotseError('store.notWritable', { folder: file }, { cause: error });
    }
    throw error;
  }
}

function connectOrExplain(file: string, settings: readonly string[]): Connection {
  try {
    return new Connection(connect(file, BUSY_MS), settings);
  } catch (error) {
    throw new LotseError('store.notWritable', { folder: file }, { cause: error });
  }
}

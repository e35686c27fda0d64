import type { Connection } from './connection.js';
import { LotseError } from '../../programme/errors.js';

/** The statements that bring a file from one schema version to the next: the first entry makes version 1 of an empty file. */
export type Migration = readonly string[];

/** Only ever appended to: files of every earlier version are out there. */
export const MIGRATIONS: readonly Migration[] = [
  [
    `CREATE TABLE documents (
       partition TEXT NOT NULL,
       id TEXT NOT NULL,
       version TEXT NOT NULL,
       value TEXT NOT NULL,
       UNIQUE (partition, id)
     ) STRICT`,
  ],
];

/** The schema version written in a file; 0 for a file without tables. */
export async function schemaVersion(connection: Pick<Connection, 'execute'>): Promise<number> {
  return Number((await connection.execute('PRAGMA user_version')).rows[0]?.['user_version']);
}

/**
 * Brings the file to the newest version, each step whole or not at all. Throws LotseError `store.newerFile` for a file
 * that a newer Lotse has written, before touching it.
 */
export async function migrate(connection: Connection, file: string, migrations = MIGRATIONS): Promise<void> {
  const found = await schemaVersion(connection);
  refuseNewer(found, file, migrations);
  for (const [index, statements] of migrations.entries()) {
    if (index >= found) await connection.batch([...statements, `PRAGMA user_version = ${index + 1}`]);
  }
}

/** For those who may not migrate: throws a LotseError unless the file has exactly the version this code reads. */
export async function checkSchema(connection: Connection, file: string, migrations = MIGRATIONS): Promise<void> {
  const found = await schemaVersion(connection);
  refuseNewer(found, file, migrations);
  if (found === 0) throw new LotseError('store.missing', { file });
  if (found < migrations.length) throw new LotseError('store.olderFile', { file, found, known: migrations.length });
}

function refuseNewer(found: number, file: string, migrations: readonly Migration[]): void {
  if (found > migrations.length) throw new LotseError('store.newerFile', { file, found, known: migrations.length });
}

import { pathToFileURL } from 'node:url';
import { createClient, type Client } from '@libsql/client/sqlite3';

/**
 * A client with exactly one connection: PRAGMAs belong to a connection, and a pool would open further ones without them.
 * `busyMs`: how long a statement waits for another process's lock.
 */
export function connect(file: string, busyMs: number): Client {
  return createClient({ url: pathToFileURL(file).href, concurrency: 1, timeout: busyMs });
}

/** Whether a failure of the driver is SQLite's own, with this code (`SQLITE_BUSY`, …). */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Whether a failure can pass without a change of code: a full or failing disk, a lock held too long, the connection gone. */
export function isPassing(error: unknown): boolean {
  return hasCode(error, ...PASSING);
}

const PASSING = [
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
  'SQLITE_NOMEM',
  'SQLITE_READONLY',
  'CLIENT_CLOSED',
];

import { randomUUID } from 'node:crypto';
import type { InStatement, ResultSet, Row } from '@libsql/client';
import { LotseError } from '../../programme/errors.js';
import {
  StoreConflict,
  StoreUnavailable,
  type ProgrammeStore,
  type Stored,
  type WriteHint,
} from '../../programme/store.js';
import { checkKeys, toJson } from '../document.js';
import { isPassing } from './connect.js';
import type { Connection } from './connection.js';
import { GroupCommit } from './group-commit.js';

/** Takes the write-ahead log into the file and empties it. */
export const EMPTY_LOG = 'PRAGMA wal_checkpoint(TRUNCATE)';

/** The store's operations on an open file of the present schema. `release` is called once, after the file is closed. */
export class SqliteDocuments implements ProgrammeStore {
  private readonly writes: GroupCommit;

  constructor(
    private readonly connection: Connection,
    private readonly mode: 'writer' | 'reader',
    private readonly release: () => Promise<void>,
  ) {
    this.writes = new GroupCommit(connection);
  }

  async get<T>(partition: string, id: string): Promise<Stored<T> | undefined> {
    checkKeys(partition, id);
    const found = await this.run({
      sql: 'SELECT id, version, value FROM documents WHERE partition = ? AND id = ?',
      args: [partition, id],
    });
    return found.rows[0] && toStored<T>(found.rows[0]);
  }

  async create<T>(partition: string, id: string, value: T, hint?: WriteHint): Promise<string> {
    checkKeys(partition, id);
    // Never a counter: a document that was removed and made again must not get a version somebody still holds.
    const version = randomUUID();
    const { rowsAffected } = await this.write(
      {
        sql: 'INSERT INTO documents (partition, id, version, value) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        args: [partition, id, version, toJson(value)],
      },
      hint,
    );
    if (rowsAffected === 0) throw new StoreConflict(partition, id);
    return version;
  }

  async replace<T>(partition: string, id: string, value: T, version: string, hint?: WriteHint): Promise<string> {
    checkKeys(partition, id);
    const next = randomUUID();
    const { rowsAffected } = await this.write(
      {
        sql: 'UPDATE documents SET version = ?, value = ? WHERE partition = ? AND id = ? AND version = ?',
        args: [next, toJson(value), partition, id, version],
      },
      hint,
    );
    if (rowsAffected === 0) throw new StoreConflict(partition, id);
    return next;
  }

  async remove(partition: string, id: string, version?: string): Promise<void> {
    checkKeys(partition, id);
    const { rowsAffected } = await this.write({
      sql: 'DELETE FROM documents WHERE partition = ?1 AND id = ?2 AND (?3 IS NULL OR version = ?3)',
      args: [partition, id, version ?? null],
    });
    if (rowsAffected === 0 && version !== undefined && (await this.get(partition, id))) {
      throw new StoreConflict(partition, id);
    }
  }

  async list<T>(partition: string, options: { after?: string; limit?: number } = {}): Promise<Stored<T>[]> {
    checkKeys(partition);
    const found = await this.run({
      sql: 'SELECT id, version, value FROM documents WHERE partition = ? AND id > ? ORDER BY id LIMIT ?',
      args: [partition, options.after ?? '', options.limit ?? -1],
    });
    return found.rows.map((row) => toStored<T>(row));
  }

  async partitions(): Promise<string[]> {
    const found = await this.run('SELECT DISTINCT partition FROM documents ORDER BY partition');
    return found.rows.map((row) => String(row['partition']));
  }

  /**
   * Builds the file anew, because SQLite leaves copies of what was moved or removed in unused places of its pages, and
   * empties the write-ahead log, which holds earlier versions of pages.
   */
  async scrub(): Promise<void> {
    if (this.mode === 'reader') throw new LotseError('store.readOnly');
    await this.writes.flush();
    await this.run('VACUUM');
    const { rows } = await this.run(EMPTY_LOG);
    if (Number(rows[0]?.['busy']) !== 0) throw new StoreUnavailable('somebody reads the file');
  }

  async ping(): Promise<void> {
    await this.run('SELECT count(*) FROM (SELECT 1 FROM documents LIMIT 1)');
  }

  async close(): Promise<void> {
    if (this.connection.closed) return;
    await this.writes.flush();
    // Leaves one file to copy instead of a file and its log.
    if (this.mode === 'writer') await this.connection.execute(EMPTY_LOG).catch(() => undefined);
    this.connection.close();
    await this.release();
  }

  private async write(statement: InStatement, { waitMs = 0 }: WriteHint = {}): Promise<ResultSet> {
    if (this.mode === 'reader') throw new LotseError('store.readOnly');
    return this.reached(() => this.writes.write(statement, waitMs));
  }

  private run(statement: InStatement): Promise<ResultSet> {
    return this.reached(() => this.connection.execute(statement));
  }

  private async reached(work: () => Promise<ResultSet>): Promise<ResultSet> {
    if (this.connection.closed) throw new StoreUnavailable('the store is closed');
    try {
      return await work();
    } catch (error) {
      if (isPassing(error)) throw new StoreUnavailable('the file does not answer', { cause: error });
      throw error;
    }
  }
}

function toStored<T>(row: Row): Stored<T> {
  return { id: String(row['id']), value: JSON.parse(String(row['value'])) as T, version: String(row['version']) };
}

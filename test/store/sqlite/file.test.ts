import { jest } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '../../../src/store/sqlite/connect.js';
import { openSqliteStore, openWriter } from '../../../src/store/sqlite/open.js';
import { MIGRATIONS, schemaVersion } from '../../../src/store/sqlite/schema.js';
import { StoreUnavailable } from '../../../src/programme/store.js';
import { temporaryFolder } from './bed.js';

// Generous, because a busy machine is no failure.
jest.setTimeout(60_000);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'lotse.db');
});
afterEach(() => folder.remove());

async function inFile<T>(work: (client: ReturnType<typeof connect>) => Promise<T>): Promise<T> {
  const client = connect(file, 1_000);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

describe('the folder', () => {
  it('is made when absent, whatever its name', async () => {
    const dataDir = join(folder.path, 'neu & schön', '100 % #1?');
    const store = await openSqliteStore({ dataDir, mode: 'writer' });
    await store.create('p', 'id', 1);
    await store.close();
    const reader = await openSqliteStore({ dataDir, mode: 'reader' });
    expect(await reader.list('p')).toHaveLength(1);
    await reader.close();
  });
  it('must be a folder one can write to', async () => {
    await writeFile(join(folder.path, 'taken'), '');
    for (const dataDir of [join(folder.path, 'taken'), join(folder.path, 'taken', 'below')]) {
      await expect(openSqliteStore({ dataDir, mode: 'writer' })).rejects.toMatchObject({
        code: 'store.notWritable',
        details: { folder: dataDir },
      });
    }
  });
});

describe('the file', () => {
  it('is kept in WAL mode, and a connection that is made anew still waits for the disk', async () => {
    const store = await openWriter(folder.path);
    await inFile(async (client) => {
      expect((await client.execute('PRAGMA journal_mode')).rows[0]?.['journal_mode']).toBe('wal');
      expect((await client.execute('PRAGMA synchronous')).rows[0]?.['synchronous']).toBe(2);
    });
    await store.close();
  });
  it('is refused when it is no database, or damaged, and left as it is', async () => {
    await writeFile(file, 'this is not a database, but long enough to look like something'.repeat(40));
    await expect(openWriter(folder.path)).rejects.toMatchObject({ code: 'store.damaged', details: { file } });
    await expect(openSqliteStore({ dataDir: folder.path, mode: 'reader' })).rejects.toMatchObject({
      code: 'store.damaged',
    });
  });
  it('is refused when something else is in its place, and the folder is free again', async () => {
    await mkdir(file);
    await expect(openWriter(folder.path)).rejects.toMatchObject({ code: 'store.notWritable' });
    await expect(openWriter(folder.path)).rejects.toMatchObject({ code: 'store.notWritable' });
  });
  it('is not used after closing', async () => {
    const store = await openWriter(folder.path);
    await store.close();
    await expect(store.get('p', 'id')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.create('p', 'id', 1)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable);
  });
});

describe('schema versions', () => {
  const next = [...MIGRATIONS, ['ALTER TABLE documents ADD COLUMN note TEXT', "UPDATE documents SET note = 'old'"]];

  it('are brought up step by step, and what was there stays', async () => {
    const before = await openWriter(folder.path);
    await before.create('p', 'id', { kept: true });
    await before.close();
    const after = await openWriter(folder.path, next);
    expect((await after.get('p', 'id'))?.value).toEqual({ kept: true });
    await after.close();
    await inFile(async (client) => {
      expect(await schemaVersion(client)).toBe(next.length);
      expect((await client.execute('SELECT note FROM documents')).rows[0]?.['note']).toBe('old');
    });
  });
  it('are applied once', async () => {
    await (await openWriter(folder.path, next)).close();
    await (await openWriter(folder.path, next)).close();
  });
  it('change nothing when a step fails half-way, so that it can be tried again', async () => {
    await (await openWriter(folder.path)).close();
    const broken = [...MIGRATIONS, ['ALTER TABLE documents ADD COLUMN note TEXT', 'SELECT nonsense']];
    await expect(openWriter(folder.path, broken)).rejects.toThrow('nonsense');
    expect(await inFile(schemaVersion)).toBe(MIGRATIONS.length);
    await (await openWriter(folder.path, next)).close();
  });
  it('newer than the code are refused, by writers and readers, and the file stays as it is', async () => {
    await (await openWriter(folder.path, next)).close();
    const refusal = { code: 'store.newerFile', details: { file, found: next.length, known: MIGRATIONS.length } };
    await expect(openWriter(folder.path)).rejects.toMatchObject(refusal);
    await expect(openSqliteStore({ dataDir: folder.path, mode: 'reader' })).rejects.toMatchObject(refusal);
    expect(await inFile(schemaVersion)).toBe(next.length);
  });
  it('older than the code are refused by a reader, which may not change the file', async () => {
    await (await openWriter(folder.path)).close();
    await inFile((client) => client.execute('PRAGMA user_version = 0'));
    await expect(openSqliteStore({ dataDir: folder.path, mode: 'reader' })).rejects.toMatchObject({
      code: 'store.missing',
    });
  });
});

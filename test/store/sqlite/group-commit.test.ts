import { jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StoreConflict, type ProgrammeStore } from '../../../src/programme/store.js';
import { connect } from '../../../src/store/sqlite/connect.js';
import { Connection } from '../../../src/store/sqlite/connection.js';
import { GroupCommit } from '../../../src/store/sqlite/group-commit.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';

let dataDir: string;
let store: ProgrammeStore;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lotse-group-'));
  store = await openSqliteStore({ dataDir, mode: 'writer' });
});
afterEach(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});
const HINT = { waitMs: 60_000 };
const found = async () => {
  const reader = await openSqliteStore({ dataDir, mode: 'reader' });
  const ids = (await reader.list('p')).map(({ id }) => id);
  await reader.close();
  return ids;
};

describe('writes that may wait for others', () => {
  it('are carried out with the first that may not, and are durable then', async () => {
    const waiting = ['a', 'b', 'c'].map((id) => store.create('p', id, { id }, HINT));
    expect(await found()).toEqual([]);
    await store.create('p', 'd', {});
    const versions = await Promise.all(waiting);
    expect(new Set(versions).size).toBe(3);
    expect(await found()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('are carried out by themselves when they have waited, or are many', async () => {
    await store.create('p', 'alone', {}, { waitMs: 20 });
    expect(await found()).toEqual(['alone']);
    await Promise.all(Array.from({ length: 250 }, (_, index) => store.create('many', String(index), {}, HINT)));
    expect(await store.list('many')).toHaveLength(250);
  });

  it('each hear of their own conflict, and spoil nothing for the others', async () => {
    const version = await store.create('p', 'there', { n: 1 });
    const writes = [
      store.create('p', 'there', { n: 2 }, HINT),
      store.replace('p', 'there', { n: 3 }, version, HINT),
      store.replace('p', 'there', { n: 4 }, version, HINT),
      store.create('p', 'new', {}, HINT),
      store.remove('p', 'nothing'),
    ];
    const [created, replaced, stale, other] = await Promise.allSettled(writes);
    expect(created).toMatchObject({ status: 'rejected', reason: expect.any(StoreConflict) });
    expect(replaced?.status).toBe('fulfilled');
    expect(stale).toMatchObject({ status: 'rejected', reason: expect.any(StoreConflict) });
    expect(other?.status).toBe('fulfilled');
    expect((await store.get('p', 'there'))?.value).toEqual({ n: 3 });
  });

  it('are not lost when the store is closed', async () => {
    const waiting = store.create('p', 'last', {}, HINT);
    await store.close();
    await waiting;
    expect(await found()).toEqual(['last']);
  });

  it('are refused together while the file is locked, without waiting for the lock one by one', async () => {
    const file = join(dataDir, 'lotse.db');
    const other = connect(file, 10);
    const own = new Connection(connect(file, 10), []);
    const alone = jest.spyOn(own, 'execute');
    const group = new GroupCommit(own);
    const insert = (id: string) => `INSERT INTO documents VALUES ('p', '${id}', 'v', '{}')`;
    const held = await other.transaction('write');
    const waiting = Promise.allSettled(['a', 'b', 'c'].map((id) => group.write(insert(id), 60_000)));
    await group.flush();
    const refused = { status: 'rejected', reason: expect.objectContaining({ code: 'SQLITE_BUSY' }) };
    expect(await waiting).toEqual([refused, refused, refused]);
    expect(alone).not.toHaveBeenCalled();
    await held.rollback();
    for (const one of [other, own]) one.close();
  });
});

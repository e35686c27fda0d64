import { jest } from '@jest/globals';
import { realpath } from 'node:fs/promises';
import { LotseError } from '../../../src/programme/errors.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { t } from '../../../src/locales/index.js';
import { temporaryFolder } from './bed.js';
import { startChild } from './child.js';

// Generous, because a busy machine is no failure.
jest.setTimeout(60_000);

describe('one writer per folder', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => (folder = await temporaryFolder()));
  afterEach(() => folder.remove());
  const writer = () => openSqliteStore({ dataDir: folder.path, mode: 'writer' });

  it('refuses a second writer in the same process, naming the folder, and lets it in after the first has closed', async () => {
    const first = await writer();
    const refusal = await writer().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LotseError);
    expect(refusal).toMatchObject({ code: 'store.inUse', details: { folder: folder.path } });
    expect(t('de', 'error.store.inUse', (refusal as LotseError).details)).toContain(folder.path);
    await first.close();
    await (await writer()).close();
  });

  it('refuses a second process, and does not harm the first by it', async () => {
    const store = await writer();
    const child = startChild('./holder.child.ts', folder.path);
    expect((await child.lines.next()).value).toBe(`store.inUse ${await realpath(folder.path)}`);
    await store.create('p', 'after', 1);
    await store.close();
  });

  it('is refused while another process writes, reads beside it, and takes over at once when that is killed', async () => {
    const child = startChild('./holder.child.ts', folder.path);
    expect((await child.lines.next()).value).toMatch(/^open /);
    await expect(writer()).rejects.toMatchObject({ code: 'store.inUse' });

    const reader = await openSqliteStore({ dataDir: folder.path, mode: 'reader' });
    expect(await reader.list('from-child')).toHaveLength(1);
    await reader.close();

    await child.kill();
    const store = await writer();
    expect(await store.list('from-child')).toHaveLength(1);
    await store.close();
  });
});

describe('a reader', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => (folder = await temporaryFolder()));
  afterEach(() => folder.remove());

  it('sees what was committed last, also when it was opened before', async () => {
    const writer = await openSqliteStore({ dataDir: folder.path, mode: 'writer' });
    const version = await writer.create('p', 'id', 1);
    const reader = await openSqliteStore({ dataDir: folder.path, mode: 'reader' });
    expect((await reader.get('p', 'id'))?.value).toBe(1);
    await writer.replace('p', 'id', 2, version);
    expect((await reader.get('p', 'id'))?.value).toBe(2);
    await writer.close();
    expect((await reader.get('p', 'id'))?.value).toBe(2);
    await reader.close();
  });

  it('cannot write', async () => {
    await (await openSqliteStore({ dataDir: folder.path, mode: 'writer' })).close();
    const reader = await openSqliteStore({ dataDir: folder.path, mode: 'reader' });
    await expect(reader.create('p', 'id', 1)).rejects.toMatchObject({ code: 'store.readOnly' });
    expect(await reader.list('p')).toEqual([]);
    await reader.close();
  });

  it('is told when there is nothing to read yet, and makes no file', async () => {
    const open = () => openSqliteStore({ dataDir: folder.path, mode: 'reader' });
    await expect(open()).rejects.toMatchObject({ code: 'store.missing' });
    await expect(open()).rejects.toMatchObject({ code: 'store.missing' });
  });
});

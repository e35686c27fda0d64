import { jest } from '@jest/globals';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { examine } from '../../src/cli/transfer/read.js';
import { fillFrom } from '../../src/cli/transfer/fill.js';
import { writeAll } from '../../src/cli/transfer/write.js';
import { openLedger } from '../../src/programme/books/ledger.js';
import { StoreUnavailable, type ProgrammeStore } from '../../src/programme/store.js';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { aProgramme, aProject, aReport } from '../builders.js';
import { TroubledStore } from '../contract/troubled-store.js';
import { KEY, startCosmos, type Endpoint } from '../store/cosmos/endpoint.js';
import { TestClock } from '../support/clock.js';
import { Workplace } from './run.js';

jest.setTimeout(240_000);

let folder: string;
let cosmos: Endpoint;
const open: ProgrammeStore[] = [];
beforeAll(async () => {
  cosmos = await startCosmos();
});
afterAll(() => cosmos.stop());
beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-move-'))));
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const file = (name: string): string => path.join(folder, name);
async function sqlite(name: string): Promise<ProgrammeStore> {
  const store = await openSqliteStore({ dataDir: file(name), mode: 'writer' });
  open.push(store);
  return store;
}

/** Some weeks of use: imports, many reports, and documents of the kinds the bot keeps beside history. */
async function used(store: ProgrammeStore): Promise<void> {
  const clock = new TestClock('2026-05-18T08:00:00Z');
  const ledger = await openLedger(store, clock);
  const origin = { by: null, at: '2026-05-18T08:00:00.000Z', why: null };
  await ledger.importProgramme(aProgramme({ projects: [aProject({ id: 'a' })] }), [], origin);
  await ledger.importProgramme(aProgramme({ projects: [aProject({ id: 'a', title: { de: 'Neu' } })] }), [], origin);
  for (let index = 0; index < 30; index += 1) {
    const report = aReport({ id: `r-${index}`, project: 'a', summary: `Bürgerämter 👩‍👩‍👧 ${index}` });
    const event = { id: `e-${index}`, type: 'report.submitted' as const, ...origin, data: { report } };
    await ledger.record([event], clock.now());
  }
  await store.create('conversations', 'a:chat-1', { id: 'a:chat-1', z: null, a: { y: 1, x: [1.5, 'ß'] } });
  await store.create('identities', 'one', { userPrincipalName: 'one@example.invalid' });
  await store.create('drafts', 'one~a', { project: 'a', values: {}, at: '2026-05-18T08:00:00Z' });
  for (let index = 0; index < 450; index += 1) {
    await store.create('outbox-2026-W20', `request:${index}`, { state: 'sent', activity: `${index}` });
  }
  await store.create('jobs', 'digest:2026-W20', { at: '2026-05-18T11:00:00Z' });
}

async function written(store: ProgrammeStore, name: string): Promise<string> {
  await writeAll(store, '2026-05-18T08:00:00Z', async (text) => fs.appendFileSync(file(name), text));
  return file(name);
}

async function moved(from: string, store: ProgrammeStore): Promise<unknown> {
  return fillFrom(from, await examine(from), store);
}

it('moves everything from SQLite to Cosmos DB and back, and all three files are the same', async () => {
  const source = await sqlite('source');
  await used(source);
  const first = await written(source, 'first.jsonl');
  const between = await cosmos.bed().open();
  open.push(between);
  await moved(first, between);
  const second = await written(between, 'second.jsonl');
  const target = await sqlite('target');
  const counts = await moved(second, target);
  const third = await written(target, 'third.jsonl');

  expect(fs.readFileSync(second, 'utf8')).toBe(fs.readFileSync(first, 'utf8'));
  expect(fs.readFileSync(third, 'utf8')).toBe(fs.readFileSync(first, 'utf8'));
  expect(counts).toMatchObject({ conversations: 1, identities: 1, drafts: 1, outbox: 450, jobs: 1, events: 32 });
  expect(await target.partitions()).toEqual(await source.partitions());
  const clock = new TestClock('2026-05-19T08:00:00Z');
  const before = (await openLedger(source, clock)).portfolio();
  const after = (await openLedger(target, clock)).portfolio();
  expect(after?.history).toHaveLength(32);
  expect(after?.history).toEqual(before?.history);
  expect(after?.programme).toEqual(before?.programme);
  expect([...(after?.reports.values() ?? [])]).toEqual([...(before?.reports.values() ?? [])]);
});

it('refuses a store that holds anything, and leaves it as it was', async () => {
  const source = await sqlite('source');
  await used(source);
  const from = await written(source, 'full.jsonl');
  const target = await sqlite('target');
  await target.create('drafts', 'somebody', {});
  await expect(moved(from, target)).rejects.toThrow('not empty');
  expect(await target.partitions()).toEqual(['drafts']);
});

it('that broke off is taken up again with the same file, and only with that', async () => {
  const source = await sqlite('source');
  await used(source);
  const from = await written(source, 'full.jsonl');
  const target = await sqlite('target');
  const troubled = new TroubledStore(target);
  let creates = 0;
  troubled.before = (operation) => {
    if (operation === 'create' && (creates += 1) > 200) troubled.trouble = 'down';
  };
  await expect(moved(from, troubled)).rejects.toBeInstanceOf(StoreUnavailable);
  expect((await target.partitions()).some((partition) => partition.startsWith('log-'))).toBe(false);

  await source.create('drafts', 'another', {});
  const other = await written(source, 'other.jsonl');
  await expect(moved(other, target)).rejects.toThrow('not empty');
  await moved(from, target);
  expect(fs.readFileSync(await written(target, 'again.jsonl'), 'utf8')).toBe(fs.readFileSync(from, 'utf8'));
});

it.each<[string, (text: string) => string, string]>([
  ['cut off between two lines', (text) => text.split('\n').slice(0, 9).join('\n') + '\n', 'last line is missing'],
  ['cut off within a line', (text) => text.slice(0, 2_000), 'is not as it should be'],
  ['with a changed word', (text) => text.replace('Bürgerämter', 'Burgeramter'), 'checksum'],
  ['with a line gone', (text) => text.split('\n').toSpliced(4, 1).join('\n'), 'checksum'],
  ['with more behind its end', (text) => `${text}{"partition":"p","id":"x","value":1}\n`, 'is not as it should be'],
  ['of another format', () => '{"format":"programme/1"}\n', 'does not name the format'],
  ['that is empty', () => '', 'last line is missing'],
])('refuses a file %s', async (_what, spoil, words) => {
  const source = await sqlite('source');
  await used(source);
  const from = await written(source, 'full.jsonl');
  fs.writeFileSync(from, spoil(fs.readFileSync(from, 'utf8')));
  await expect(examine(from)).rejects.toThrow(words);
});

it('is done by two commands, which print both counts', async () => {
  const at = new Workplace();
  const env = { COSMOS_ENDPOINT: cosmos.line.endpoint, COSMOS_KEY: KEY, COSMOS_DATABASE: cosmos.bed().database };
  try {
    const source = await openSqliteStore({ dataDir: at.path('data'), mode: 'writer' });
    await used(source);
    await source.close();
    const there = await at.run(['export', '--full', 'full.jsonl']);
    expect(there).toMatchObject({ code: 0, out: '' });
    expect(there.err).toMatch(/^outbox +450$/m);
    expect(fs.statSync(at.path('full.jsonl')).mode & 0o077).toBe(0);
    const over = await at.run(['import', '--full', 'full.jsonl'], env);
    expect(over).toMatchObject({ code: 0, err: '' });
    expect(over.out).toMatch(/^kind +file +store$/m);
    expect(over.out).toMatch(/^events +32 +32$/m);
    const back = await at.run(['export', '--full'], env);
    expect(back.out.split('\n').slice(1)).toEqual(at.read('full.jsonl').split('\n').slice(1));
    const refused = await at.run(['import', '--full', 'full.jsonl'], env);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('not empty');
    expect((await at.run(['export', '--full', 'full.jsonl'], env)).err).toContain('is there already');
    expect((await at.run(['import', '--full', 'nothing.jsonl'], env)).err).toContain('There is no file nothing.jsonl');
  } finally {
    at.remove();
  }
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../../src/store/sqlite/connect.js';
import { Connection } from '../../../src/store/sqlite/connection.js';

let file: string;
let own: Connection;
beforeEach(async () => {
  file = join(await mkdtemp(join(tmpdir(), 'lotse-connection-')), 'a.db');
  own = new Connection(connect(file, 10), ['PRAGMA journal_mode = WAL', 'PRAGMA synchronous = EXTRA']);
  await own.execute('CREATE TABLE noted (id TEXT)');
});
afterEach(async () => {
  own.close();
  await rm(join(file, '..'), { recursive: true, force: true });
});
const note = (id: string) => `INSERT INTO noted VALUES ('${id}')`;
/** What is committed, as another process sees it. */
async function committed(): Promise<unknown[]> {
  const other = connect(file, 10);
  const { rows } = await other.execute('SELECT id FROM noted');
  other.close();
  return rows.map(({ id }) => id);
}

it.each([
  ['a statement', () => own.execute(note('busy'))],
  ['a transaction', () => own.batch([note('busy')])],
])('what is written after %s that found the file locked is durable', async (_what, write) => {
  const other = connect(file, 10);
  const held = await other.transaction('write');
  // The second one stands in line when the first one fails.
  const failed = await Promise.allSettled([write(), own.execute(note('busy too'))]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await held.rollback();
  const [first] = await Promise.all([own.execute(note('one')), own.batch([note('two'), note('three')])]);
  expect(first.rowsAffected).toBe(1);
  expect(await committed()).toEqual(['one', 'two', 'three']);
  // The new connection has the settings of the old one, and keeps nobody from writing.
  expect((await own.execute('PRAGMA synchronous')).rows[0]?.['synchronous']).toBe(3);
  await other.execute(note('four'));
  expect(await committed()).toContain('four');
  other.close();
});

it('is not opened again by what comes after closing', async () => {
  const held = await connect(file, 10).transaction('write');
  await expect(own.execute(note('busy'))).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
  own.close();
  await expect(own.execute(note('late'))).rejects.toMatchObject({ code: 'CLIENT_CLOSED' });
  expect(own.closed).toBe(true);
  held.close();
});

it('lets the event loop turn while much is written one after the other', async () => {
  let turns = 0;
  let going = true;
  const turn = () => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  for (let number = 0; number < 160; number++) await own.execute(note(String(number)));
  going = false;
  expect(turns).toBeGreaterThanOrEqual(9);
});

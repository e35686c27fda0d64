import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../src/config.js';
import { openLedger } from '../src/programme/books/ledger.js';
import { startLotse, type Lotse } from '../src/wiring.js';
import { aProgramme, aProject } from './builders.js';
import { KEY, startCosmos, type Endpoint } from './store/cosmos/endpoint.js';
import { TestLog } from './support/log.js';

// Generous, because a busy machine is no failure.
jest.setTimeout(120_000);

const clock = { now: () => new Date() };
const origin = { by: null, at: '2026-05-18T08:00:00Z', why: null };
let cosmos: Endpoint;
let replicas: Lotse[];
beforeEach(async () => {
  cosmos = await startCosmos();
  replicas = [];
});
afterEach(async () => {
  for (const replica of replicas) await replica.close();
  await cosmos.stop();
});

async function replica(database: string, seconds: string): Promise<() => Promise<string[]>> {
  const read = readConfig({
    PORT: '0',
    COSMOS_ENDPOINT: cosmos.line.endpoint,
    COSMOS_KEY: KEY,
    COSMOS_DATABASE: database,
    LOTSE_REFRESH_SECONDS: seconds,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const lotse = await startLotse(read.config, new TestLog());
  replicas.push(lotse);
  return async () => {
    const { projects } = await (await fetch(`http://127.0.0.1:${lotse.port}/api/programme`)).json();
    return projects.map(({ id }: { id: string }) => id);
  };
}
const programmeOf = (...ids: string[]) => aProgramme({ projects: ids.map((id) => aProject({ id, published: true })) });

it('a replica shows what another one wrote after as long as was set', async () => {
  const bed = cosmos.bed();
  const store = await bed.open();
  const other = await openLedger(store, clock);
  await other.importProgramme(programmeOf('one'), [], origin);
  const [soon, late] = [await replica(bed.database, '1'), await replica(bed.database, '300')];
  expect([await soon(), await late()]).toEqual([['one'], ['one']]);

  await other.importProgramme(programmeOf('one', 'two'), [], origin);
  while (!(await soon()).includes('two')) await pause(20);
  expect(await late()).toEqual(['one']);
  await store.close();
});

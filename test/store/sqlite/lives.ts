import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { openLedger } from '../../../src/programme/books/ledger.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { temporaryFolder } from './bed.js';
import { startChild } from './child.js';

/** Lives of one folder: the file grows, and every start reads it whole. */
const LIVES = 15;

/**
 * Lets a process record and import until it is killed (SIGKILL) at a random instant, so many times. Resolves to how many
 * reports were acknowledged; rejects when one of them or an import is gone, the file does not open, or anything is
 * half-written.
 */
export async function liveAndDieOften(kills: number): Promise<{ acknowledged: number }> {
  let reports = 0;
  for (let killed = 0; killed < kills; killed += LIVES) {
    const folder = await temporaryFolder();
    const acknowledged: string[] = [];
    for (let life = 0; life < Math.min(LIVES, kills - killed); life += 1) {
      acknowledged.push(...(await liveAndDie(folder.path, life)));
      await checkBooks(folder.path, acknowledged);
    }
    reports += acknowledged.filter((line) => line.startsWith('report')).length;
    await folder.remove();
  }
  return { acknowledged: reports };
}

async function liveAndDie(dataDir: string, life: number): Promise<string[]> {
  const acknowledged: string[] = [];
  const child = startChild('./reporting.child.ts', dataDir, String(life));
  for (let count = 1 + Math.floor(Math.random() * 30); count > 0; count -= 1) {
    acknowledged.push((await child.lines.next()).value);
  }
  await delay(Math.random() * 20);
  return [...acknowledged, ...(await child.kill())];
}

async function checkBooks(dataDir: string, acknowledged: readonly string[]): Promise<void> {
  // Opening for writing at once also shows that the lock went with the process.
  const store = await openSqliteStore({ dataDir, mode: 'writer' });
  const ledger = await openLedger(store, { now: () => new Date() });
  const portfolio = ledger.portfolio();
  await store.close();
  assert.ok(portfolio);
  const { history, reports, programme, revision } = portfolio;

  assert.deepEqual(
    history.map(({ seq }) => seq),
    history.map((_, index) => index + 1),
  );
  const there = new Map((reports.get('a') ?? []).map((report) => [report.id, report]));
  for (const report of there.values()) assert.equal(report.summary, `${report.id} `.repeat(600));
  const imports = history.filter(({ type }) => type === 'programme.imported');
  assert.equal(revision, imports.length);
  assert.deepEqual(
    programme.projects.map(({ summary }) => summary.de),
    programme.projects.map((_, index) => `${imports.at(-1)?.why}-${index} `.repeat(600)),
  );
  const known = new Set([...there.keys(), ...imports.map(({ why }) => why)]);
  for (const line of acknowledged) {
    const [what, id = ''] = line.split(' ');
    assert.ok(known.has(id), `${what} ${id} was acknowledged and is gone`);
  }
}

import { setTimeout as delay } from 'node:timers/promises';
import { openLedger } from '../../../src/programme/books/ledger.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { temporaryFolder } from './bed.js';
import { startChild } from './child.js';

/** How often a writing process is killed; `LOTSE_KILLS=200` for the long run. */
const KILLS = Number(process.env['LOTSE_KILLS'] ?? 30);

/** Lives of one folder: the file grows, and every start reads it whole. */
const LIVES = 15;

it(
  `after each of ${KILLS} SIGKILLs at random instants everything acknowledged is there, and nothing half-written`,
  async () => {
    let reports = 0;
    for (let kills = 0; kills < KILLS; kills += LIVES) {
      const folder = await temporaryFolder();
      const acknowledged: string[] = [];
      for (let life = 0; life < Math.min(LIVES, KILLS - kills); life += 1) {
        acknowledged.push(...(await liveAndDie(folder.path, life)));
        await checkBooks(folder.path, acknowledged);
      }
      reports += acknowledged.filter((line) => line.startsWith('report')).length;
      await folder.remove();
    }
    expect(reports).toBeGreaterThan(KILLS);
  },
  KILLS * 20_000,
);

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
  const { history, reports, programme, revision } = ledger.portfolio()!;
  await store.close();

  expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1));
  const there = new Map((reports.get('a') ?? []).map((report) => [report.id, report]));
  for (const report of there.values()) expect(report.summary).toBe(`${report.id} `.repeat(600));
  const imports = history.filter(({ type }) => type === 'programme.imported');
  expect(revision).toBe(imports.length);
  expect(programme.projects.map(({ summary }) => summary.de)).toEqual(
    programme.projects.map((_, index) => `${imports.at(-1)!.why}-${index} `.repeat(600)),
  );
  const known = new Set([...there.keys(), ...imports.map(({ why }) => why)]);
  for (const line of acknowledged) {
    const [what, id = ''] = line.split(' ');
    if (!known.has(id)) throw new Error(`${what} ${id} was acknowledged and is gone`);
  }
}

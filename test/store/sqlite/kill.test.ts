import { setTimeout as delay } from 'node:timers/promises';
import { openLedger } from '../../../src/programme/books/ledger.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { temporaryFolder } from './bed.js';
import { startChild } from './child.js';

/** How often a writing process is killed; `LOTSE_KILLS=200` for the long run. */
const KILLS = Number(process.env['LOTSE_KILLS'] ?? 30);

it(
  `after each of ${KILLS} SIGKILLs at random instants everything acknowledged is there, and nothing half-written`,
  async () => {
    const folder = await temporaryFolder();
    const acknowledged: string[] = [];
    for (let life = 0; life < KILLS; life += 1) {
      const child = startChild('./reporting.child.ts', folder.path, String(life));
      for (let count = 1 + Math.floor(Math.random() * 30); count > 0; count -= 1) {
        acknowledged.push((await child.lines.next()).value);
      }
      await delay(Math.random() * 20);
      acknowledged.push(...(await child.kill()));
      await checkBooks(folder.path, acknowledged);
    }
    expect(acknowledged.filter((line) => line.startsWith('report')).length).toBeGreaterThan(KILLS);
    await folder.remove();
  },
  KILLS * 20_000,
);

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

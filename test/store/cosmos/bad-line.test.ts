import { openLedger } from '../../../src/programme/books/ledger.js';
import { StoreUnavailable, type Clock } from '../../../src/programme/store.js';
import { aProgramme, aProject, aReport } from '../../builders.js';
import { startCosmos } from './endpoint.js';
import type { Fate } from './line.js';

const clock: Clock = { now: () => new Date('2026-05-21T08:00:00.000Z') };
const FATES: Fate[] = [
  { status: 429, headers: { 'x-ms-retry-after-ms': '5' } },
  { status: 503 },
  { status: 408 },
  'cut',
  'silent',
  { lost: null },
  { lost: 408 },
  { lost: 503 },
];
/** How many of the calls go wrong. */
const SHARE = 0.1;

it('three replicas on a line where every tenth call goes wrong lose no acknowledged report and take none twice', async () => {
  const cosmos = await startCosmos();
  const { open } = cosmos.bed({ patience: { attemptMs: 1_500, totalMs: 15_000 } });
  const stores = [await open(), await open(), await open()];
  const ledgers = await Promise.all(stores.map((store) => openLedger(store, clock)));
  const origin = { by: null, at: clock.now().toISOString(), why: null };
  const projects = Array.from({ length: 40 }, (_, index) => aProject({ id: `p${index}` }));
  await ledgers[0]!.importProgramme(aProgramme({ projects }), [], origin);

  let wrong = 0;
  cosmos.line.fate = () => (Math.random() < SHARE ? (FATES[(wrong += 1) % FATES.length] ?? 'pass') : 'pass');
  const acknowledged = new Set<string>();
  /** A lead who tries again until it worked, as somebody does who sees that it was not saved. */
  const lead = async (number: number): Promise<void> => {
    for (let week = 1; week <= 8; week += 1) {
      const report = aReport({ id: `r-${number}-${week}`, project: `p${number}`, week: `2026-W${week + 10}` });
      const event = { id: report.id, type: 'report.submitted' as const, ...origin, data: { report } };
      for (let saved = false; !saved;) {
        const ledger = ledgers[Math.floor(Math.random() * 3)]!;
        saved = await ledger.record([event], clock.now()).then(
          () => true,
          (error: unknown) => {
            if (!(error instanceof StoreUnavailable)) throw error;
            return false;
          },
        );
      }
      acknowledged.add(report.id);
    }
  };
  await Promise.all(projects.map((_, number) => lead(number)));
  expect(wrong).toBeGreaterThan(FATES.length);
  cosmos.line.fate = () => 'pass';

  const fresh = await openLedger(await open(), clock);
  for (const ledger of ledgers) await ledger.refresh(clock.now());
  const history = fresh.portfolio()!.history;
  const reports = history.filter(({ type }) => type === 'report.submitted').map(({ id }) => id);
  expect(reports).toHaveLength(40 * 8);
  expect(new Set(reports)).toEqual(acknowledged);
  for (const ledger of ledgers) expect(ledger.portfolio()!.history).toEqual(history);
  await Promise.all(stores.map((store) => store.close()));
  await cosmos.stop();
}, 180_000);

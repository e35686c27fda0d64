import { openLedger } from '../../../src/programme/books/ledger.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { aProgramme, aProject, aReport } from '../../builders.js';
import { endWithParent } from './child.js';

endWithParent();

// Records reports and imports programmes without pause until it is killed; says each one once it is acknowledged.
const [dataDir = '', life = ''] = process.argv.slice(2);
const clock = { now: () => new Date() };
const ledger = await openLedger(await openSqliteStore({ dataDir, mode: 'writer' }), clock);

/** Long enough to spread over several pages of the file. */
function textOf(id: string): string {
  return `${id} `.repeat(600);
}

async function report(id: string): Promise<void> {
  const data = { report: aReport({ id, project: 'a', summary: textOf(id) }) };
  const event = {
    id: `event-${id}`,
    type: 'report.submitted' as const,
    at: '2026-05-21T08:00:00.000Z',
    by: null,
    why: null,
    data,
  };
  await ledger.record([event], clock.now());
  process.stdout.write(`report ${id}\n`);
}

async function importProgramme(id: string): Promise<void> {
  const projects = Array.from({ length: 60 }, (_, index) =>
    aProject({ id: `p${index}`, summary: { de: textOf(`${id}-${index}`) } }),
  );
  const origin = { by: null, at: clock.now().toISOString(), why: id };
  const { revision } = await ledger.importProgramme(aProgramme({ projects }), [], origin);
  process.stdout.write(`import ${id} ${revision}\n`);
}

for (let step = 0; ; step += 1) {
  if (step % 8 === 0) await importProgramme(`${life}-${step}`);
  await Promise.all(Array.from({ length: (step % 3) + 1 }, (_, index) => report(`${life}-${step}-${index}`)));
}

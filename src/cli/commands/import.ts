import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { returning } from '../../programme/returning.js';
import { diffProgrammes } from '../../programme/file/diff.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { StatusReport } from '../../programme/report.js';
import { changeList } from '../change-list.js';
import { readProgrammeFile } from '../fault-list.js';
import { note, print } from '../output.js';
import { withLedger, withLedgerIfAny } from '../session.js';

type File = Awaited<ReturnType<typeof readProgrammeFile>>;

/** Whoever keeps the file decides; it must not happen unnoticed. */
const RETURNING =
  'These people asked Lotse to forget them, and this file lists them again. Take them out of it unless they know:';

export function addImport(program: Command): void {
  program
    .command('import')
    .description('make a programme file the present programme; reports and history stay')
    .argument(
      '<file>',
      'a programme file (programme/1), an Excel workbook (.xlsx), a folder or zip of .csv files; with --full a file of export --full',
    )
    .option('--dry-run', 'only show what would be added, changed and removed')
    .addOption(new Option('--full', 'fill an empty store with everything that export --full wrote').conflicts('dryRun'))
    .addHelpText(
      'after',
      '\nExamples:\n  npm run lotse -- import programme.json --dry-run\n  npm run lotse -- import programm.xlsx --dry-run\n  npm run lotse -- import --full lotse.jsonl',
    )
    .action(async (path: string, { dryRun = false, full = false }: { dryRun?: boolean; full?: boolean }) => {
      if (full) return (await import('../transfer/commands.js')).importAll(path);
      const file = await readProgrammeFile(path);
      if (file.warnings.length > 0) note(['Please look at:', ...file.warnings].join('\n'));
      print(dryRun ? await preview(file) : await importFile(file, basename(path)));
    });
}

async function preview(file: File): Promise<string> {
  const portfolio = await withLedgerIfAny(
    async ({ ledger }) => ledger.portfolio(),
    async () => undefined,
  );
  const summary = summaryOf(file, portfolio);
  return summary === null ? 'Nothing to change.' : `${summary}\nThis was a dry run: nothing was written.`;
}

async function importFile(file: File, name: string): Promise<string> {
  return withLedger('writer', async ({ ledger, clock }) => {
    const summary = summaryOf(file, ledger.portfolio());
    if (summary === null) return 'Nothing to change.';
    const origin = { by: null, at: clock.now().toISOString(), why: `import of ${name}` };
    const { revision } = await ledger.importProgramme(file.programme, file.reports, origin);
    return `${summary}\nImported as revision ${revision}.`;
  });
}

/** What importing the file does to what is known; null when it does nothing. */
function summaryOf({ programme, reports }: File, portfolio: Portfolio | undefined): string | null {
  const changes = diffProgrammes(portfolio?.programme ?? null, programme);
  const { added, different } = compareReports(reports, portfolio);
  if (different > 0) {
    note(`${count(different, 'report')} of the file differ from what is recorded; history is not rewritten.`);
  }
  if (changes.length === 0 && added === 0) return null;
  const back = returning(portfolio?.programme, programme, portfolio?.history ?? []);
  if (back.length > 0) note([RETURNING, ...back.map(({ id, name }) => `  ${name} (${id})`)].join('\n'));
  const fields = changes.filter(({ kind }) => kind === 'changed').length;
  const total = [
    `${changes.filter(({ kind }) => kind === 'added').length} added`,
    `${fields} ${fields === 1 ? 'field' : 'fields'} changed`,
    `${changes.filter(({ kind }) => kind === 'removed').length} removed`,
    `${count(added, 'new report')}`,
  ];
  return [...changeList(changes, programme), total.join(', ')].join('\n');
}

function compareReports(
  reports: readonly StatusReport[],
  portfolio: Portfolio | undefined,
): { added: number; different: number } {
  const known = reports.flatMap((report) => {
    const same = portfolio?.reports.get(report.project)?.find((other) => isSame(other, report));
    return same ? [{ report, same }] : [];
  });
  const different = known.filter(({ report, same }) => wordsOf(report) !== wordsOf(same)).length;
  return { added: reports.length - known.length, different };
}

/** As the ledger knows reports again. */
function isSame(one: StatusReport, other: StatusReport): boolean {
  if (one.id === other.id) return true;
  return (
    (other.by === null || one.by === other.by) &&
    one.week === other.week &&
    Date.parse(one.submittedAt) === Date.parse(other.submittedAt)
  );
}

function wordsOf({ health, progress, summary, nextSteps, risk, decision }: StatusReport): string {
  return JSON.stringify([health, progress, summary, nextSteps, risk, decision?.text, decision?.by]);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

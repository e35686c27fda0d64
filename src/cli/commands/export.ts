import { writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { auditLog } from '../../cards/audit/audit-log.js';
import { decisionLog } from '../../cards/decisions/decision-log.js';
import { writeProgrammeFile } from '../../programme/file/write.js';
import type { Portfolio } from '../../programme/portfolio.js';
import { LANGUAGES, type Lang } from '../../programme/text.js';
import { Failure } from '../failure.js';
import { note, print } from '../output.js';
import { withLedgerIfAny, withPortfolio } from '../session.js';

interface Options {
  full?: boolean;
  decisions?: boolean;
  audit?: boolean;
  xlsx?: string;
  csv?: string;
  template?: boolean;
  lang: Lang;
}

/** Without it spreadsheets take UTF-8 for something else. */
const BOM = '\uFEFF';

export function addExport(program: Command): void {
  program
    .command('export')
    .description('write the programme with its standing reports as a programme file or as a spreadsheet')
    .argument('[file]', 'where to write the programme file; without one it is printed')
    .option('--xlsx <file>', 'as an Excel workbook; an empty template where nothing was imported yet')
    .option('--csv <folder>', 'as CSV files, one per sheet, into a folder')
    .option('--template', 'with --xlsx or --csv: the empty template in any case')
    .addOption(new Option('--lang <language>', 'language of the headings').choices(LANGUAGES).default('de'))
    .option('--decisions', 'the log of decisions as a table (CSV, separated by semicolons)')
    .addOption(
      new Option('--audit', 'who did what when, as a table (CSV): what office and steering group did').conflicts(
        'decisions',
      ),
    )
    .option('--full', 'write everything the store holds, history and people included, to move it to another store')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run lotse -- export programme.json\n  npm run lotse -- export --xlsx programm.xlsx\n  npm run lotse -- export --decisions beschluesse.csv\n  npm run lotse -- export --audit protokoll.csv\n  npm run lotse -- export --full lotse.jsonl',
    )
    .action(async (path: string | undefined, options: Options) => {
      if (options.xlsx !== undefined || options.csv !== undefined) return exportTables(options, path);
      if (options.template) throw new Failure('--template needs --xlsx <file> or --csv <folder>.');
      if (options.full) return (await import('../transfer/commands.js')).exportAll(path);
      const text = await withPortfolio(async ({ portfolio }) => written(portfolio, options), note);
      if (path === undefined) return print(text.trimEnd());
      await writeFile(path, text).catch((error: unknown) => {
        throw new Failure(`${path} cannot be written. Check the folder and its permissions.`, { cause: error });
      });
      note(`Written to ${path}.`);
    });
}

function written(portfolio: Portfolio, { decisions, audit, lang }: Options): string {
  if (decisions) return `${BOM}${decisionLog(portfolio, lang)}`;
  return audit ? `${BOM}${auditLog(portfolio, lang)}` : writeProgrammeFile(portfolio);
}

async function exportTables({ xlsx, csv, template, full, lang }: Options, path: string | undefined): Promise<void> {
  if (full || path !== undefined)
    throw new Failure('Write one thing at a time: a programme file, a spreadsheet, or --full.');
  const portfolio = template ? null : await present();
  if (!portfolio) note('This is an empty template. The sheet that explains it is the first one.');
  const { tablesOf, writeCsvFolder, writeXlsxFile } = await import('../spreadsheet/export.js');
  const tables = tablesOf(portfolio, lang);
  if (xlsx !== undefined) await writeXlsxFile(xlsx, tables);
  if (csv !== undefined) await writeCsvFolder(csv, tables);
  for (const target of [xlsx, csv]) if (target !== undefined) note(`Written to ${target}.`);
}

/** What was imported, null where nothing was. */
async function present(): Promise<Portfolio | null> {
  return withLedgerIfAny(
    async ({ ledger }) => ledger.portfolio() ?? null,
    async () => null,
  );
}

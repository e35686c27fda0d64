import { InvalidArgumentError, Option, type Command } from 'commander';
import { isWeek } from '../../programme/file/scalars.js';
import { LANGUAGES, type Lang } from '../../programme/text.js';
import { note, print } from '../output.js';
import { withPortfolio } from '../session.js';

interface Options {
  week?: string;
  lang: Lang;
  html?: boolean;
}

export function addDigest(program: Command): void {
  program
    .command('digest')
    .description('show the weekly digest as text; nothing is posted')
    .requiredOption('--preview', 'show it (the bot itself posts it, by its schedule or POST /api/jobs/digest)')
    .option('--week <week>', 'the reported ISO week, e.g. 2026-W21 (default: the last one that has ended)', week)
    .addOption(new Option('--lang <language>', 'language of the digest').choices(LANGUAGES).default('de'))
    .option('--html', 'as a page for the browser, which prints well')
    .addHelpText('after', '\nExample:\n  npm run lotse -- digest --preview --week 2026-W21')
    .action(async ({ week: wanted, lang, html }: Options) => {
      const { digestPreview } = await import('../digest-preview.js');
      print((await withPortfolio((reading) => digestPreview(reading, { week: wanted, lang, html }), note)).trimEnd());
    });
}

function week(value: string): string {
  if (isWeek(value)) return value;
  throw new InvalidArgumentError('Write it like 2026-W21.');
}

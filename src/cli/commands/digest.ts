import { InvalidArgumentError, Option, type Command } from 'commander';
import { digestText } from '../../cards/digest/digest-text.js';
import { viewDigest } from '../../cards/digest/view-digest.js';
import { composeDigest } from '../../digest/compose.js';
import { digestInstant, digestWeek } from '../../digest/week.js';
import { isWeek } from '../../programme/file/scalars.js';
import type { Portfolio } from '../../programme/portfolio.js';
import { LANGUAGES, type Lang } from '../../programme/text.js';
import { note, print } from '../output.js';
import { withPortfolio, type Reading } from '../session.js';

interface Options {
  week?: string;
  lang: Lang;
}

export function addDigest(program: Command): void {
  program
    .command('digest')
    .description('show the weekly digest as text; nothing is posted')
    .requiredOption('--preview', 'show it (the bot itself posts it, by its schedule or POST /api/jobs/digest)')
    .option('--week <week>', 'the reported ISO week, e.g. 2026-W21 (default: the one whose digest is next)', week)
    .addOption(new Option('--lang <language>', 'language of the digest').choices(LANGUAGES).default('de'))
    .addHelpText('after', '\nExample:\n  npm run lotse -- digest --preview --week 2026-W21')
    .action(async (options: Options) => {
      print((await withPortfolio(async (reading) => preview(reading, options), note)).trimEnd());
    });
}

function preview({ portfolio, config, clock }: Reading, options: Options): string {
  const { programme } = portfolio;
  const { schedule } = config;
  const now = clock.now();
  const due = digestWeek(now, schedule, programme);
  const reported = options.week ?? due;
  // A past week is shown as it was known when its digest went out, later ones as far as they are known now.
  const at = reported < due ? digestInstant(reported, schedule, programme) : now;
  const previous = previousDigest(portfolio, reported, at);
  const digest = composeDigest(portfolio, { week: reported, at, schedule, previous });
  return digestText(viewDigest(digest, { lang: options.lang, portfolio }));
}

function previousDigest({ history }: Portfolio, before: string, at: Date): { week: string; at: string } | null {
  const posted = history.flatMap((event) => (event.type === 'digest.posted' ? [event] : []));
  const earlier = posted.filter((event) => event.data.week < before && new Date(event.at) <= at);
  const last = earlier.at(-1);
  return last ? { week: last.data.week, at: last.at } : null;
}

function week(value: string): string {
  if (isWeek(value)) return value;
  throw new InvalidArgumentError('Write it like 2026-W21.');
}

import { InvalidArgumentError, type Command } from 'commander';
import { DateTime } from 'luxon';
import { isDay } from '../../programme/file/scalars.js';
import { readQuestionSet } from '../evaluation/question-set.js';
import { report, shareRight } from '../evaluation/tally.js';
import { Failure } from '../failure.js';
import { readProgrammeFile } from '../fault-list.js';
import { readTextFile } from '../input.js';
import { print } from '../output.js';
import { configuration, withPortfolioOf } from '../session.js';

interface Options {
  programme?: string;
  min: number;
  today: string;
}

export function addEval(program: Command): void {
  program
    .command('eval')
    .description('measure answering on a question set: a table by language and tag, and the misses')
    .argument('<questions>', 'question set, one conversation a line (JSON Lines)')
    .option('--programme <file>', 'programme file to ask about (default: PROGRAMME_FILE or the demo programme)')
    .option('--min <share>', 'end with code 1 when fewer answers are right (0 to 1)', share, 0)
    .option('--today <day>', 'the day on which the questions are asked', day, '2026-05-18')
    .addHelpText('after', '\nExample:\n  npm run eval -- questions.jsonl --programme programme.json --min 0.9')
    .action(async (path: string, { programme, min, today }: Options) => {
      const items = readQuestionSet(await readTextFile(path), path);
      const file = await readProgrammeFile(programme ?? defaultProgramme());
      const now = DateTime.fromISO(`${today}T10:00`, { zone: file.programme.timeZone }).toJSDate();
      const { askAll } = await import('../evaluation/ask-all.js');
      const outcomes = await withPortfolioOf(file, { now: () => now }, async (portfolio) =>
        askAll(items, portfolio, now),
      );
      print(report(outcomes).join('\n'));
      if (shareRight(outcomes) < min) process.exitCode = 1;
    });
}

function defaultProgramme(): string {
  const { programmeFile } = configuration();
  if (programmeFile === null) throw new Failure('Name the programme file with --programme.');
  return programmeFile;
}

function share(value: string): number {
  const number = Number(value);
  if (value.trim() !== '' && number >= 0 && number <= 1) return number;
  throw new InvalidArgumentError('Write a number from 0 to 1, like 0.9.');
}

function day(value: string): string {
  if (isDay(value)) return value;
  throw new InvalidArgumentError('Write it like 2026-05-18.');
}

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { writeProgrammeFile } from '../../programme/file/write.js';
import { Failure } from '../failure.js';
import { note, print } from '../output.js';
import { withPortfolio } from '../session.js';

export function addExport(program: Command): void {
  program
    .command('export')
    .description('write the programme with its standing reports as a programme file')
    .argument('[file]', 'where to write it; without one it is printed')
    .option('--full', 'write everything the store holds, history and people included, to move it to another store')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run lotse -- export programme.json\n  npm run lotse -- export --full lotse.jsonl',
    )
    .action(async (path: string | undefined, { full = false }: { full?: boolean }) => {
      if (full) return (await import('../transfer/commands.js')).exportAll(path);
      const text = await withPortfolio(async ({ portfolio }) => writeProgrammeFile(portfolio), note);
      if (path === undefined) return print(text.trimEnd());
      await writeFile(path, text).catch((error: unknown) => {
        throw new Failure(`${path} cannot be written. Check the folder and its permissions.`, { cause: error });
      });
      note(`Written to ${path}.`);
    });
}

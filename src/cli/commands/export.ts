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
    .addHelpText('after', '\nExample:\n  npm run lotse -- export programme.json')
    .action(async (path: string | undefined) => {
      const text = await withPortfolio(async ({ portfolio }) => writeProgrammeFile(portfolio), note);
      if (path === undefined) return print(text.trimEnd());
      await writeFile(path, text).catch((error: unknown) => {
        throw new Failure(`${path} cannot be written. Check the folder and its permissions.`, { cause: error });
      });
      note(`Written to ${path}.`);
    });
}

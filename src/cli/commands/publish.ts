import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import { LANGUAGES } from '../../programme/text.js';
import { registersHtml } from '../../publication/html.js';
import { registersMarkdown } from '../../publication/markdown.js';
import { openProgramme, type OpenProgramme } from '../../publication/open-programme.js';
import { registersDocument } from '../../publication/registers.js';
import type { Words } from '../../publication/words.js';
import { Failure } from '../failure.js';
import { note, print } from '../output.js';
import { withPortfolio } from '../session.js';

export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('write the abridged registers for the public: open data (JSON), web pages and Markdown')
    .option('--out <folder>', 'folder for the files', 'publication')
    .addHelpText('after', '\nExample:\n  npm run lotse -- publish --out public')
    .action(async ({ out }: { out: string }) => {
      const open = await withPortfolio(
        async ({ portfolio: { programme }, clock }) => openProgramme(programme, dayOf(clock.now(), programme.timeZone)),
        note,
      );
      const files = publicationFiles(open);
      try {
        await mkdir(out, { recursive: true });
        for (const [name, content] of files) await writeFile(join(out, name), content);
      } catch (error) {
        throw new Failure(`${out} cannot be written. Check the folder and its permissions.`, { cause: error });
      }
      const { length } = open.projects;
      print(`Published ${length} ${length === 1 ? 'project' : 'projects'}:`);
      for (const [name] of files) print(`  ${join(out, name)}`);
    });
}

function publicationFiles(open: OpenProgramme): [name: string, content: string][] {
  const documents = LANGUAGES.flatMap((lang): [string, string][] => {
    const words: Words = (key, args) => t(lang, key, args);
    const document = registersDocument(open, lang, words);
    return [
      [`registers.${lang}.html`, registersHtml(document, words)],
      [`registers.${lang}.md`, registersMarkdown(document, words)],
    ];
  });
  return [['programme.json', `${JSON.stringify(open, null, 2)}\n`], ...documents];
}

import fs from 'node:fs';
import { jest } from '@jest/globals';
import type { Tokens } from 'marked';
import { makeProgram } from '../../src/cli/program.js';
import { guides, ofType, page, type Page } from './pages.js';
import { fillIn, Terminal, type Ran } from './terminal.js';

jest.setTimeout(900_000);

const README = page('README.md');
const MARK = /\s*# needs (the cloud|the network|Teams)$/;
const OFFICE = page('docs/guides/office.en.md');

/** A line of a shell, continued ones as one, and what it needs, or null. */
interface Line {
  command: string;
  needs: string | null;
}

function linesOf(text: string): Line[] {
  const whole = text.replaceAll(/\\\n\s*/g, '').split('\n');
  return whole
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ command: line.replace(MARK, ''), needs: MARK.exec(line)?.[1] ?? null }));
}

const shellOf = (of: Page) => ofType<Tokens.Code>(of, 'code').filter(({ lang }) => lang === 'sh');
const PAGES = guides().filter((one) => shellOf(one).length > 0);

let terminal: Terminal;
beforeAll(async () => void (terminal = await Terminal.open()));
afterAll(() => terminal.close());

/** Does what a page says, from its top to its end. */
async function follow(of: Page): Promise<Ran[]> {
  fs.rmSync(terminal.path('.data'), { recursive: true, force: true });
  const ran: Ran[] = [];
  for (const block of of.blocks) {
    if (block.type !== 'code') continue;
    const { lang, text } = block as Tokens.Code;
    if (lang === 'ini') fs.appendFileSync(terminal.path('env/.env.dev'), `\n${text}\n`);
    for (const { command, needs } of lang === 'sh' ? linesOf(text) : []) {
      if (needs) continue;
      const done = await terminal.run(command);
      if (done.code !== 0) throw new Error(`${of.file}: ${command}\nended with ${done.code}:\n${done.out}`);
      ran.push(done);
      const [, template] = /--xlsx (\S+) --template/.exec(command) ?? [];
      const tables = of.lang ? of : OFFICE;
      if (template) expect(await fillIn(terminal.path(template), tables)).toHaveLength(4);
    }
  }
  await terminal.stop();
  return ran;
}

const outOf = (ran: readonly Ran[], command: RegExp): string => {
  const found = ran.find((one) => command.test(one.command));
  if (!found) throw new Error(`nothing like ${command.source} was run`);
  return found.out;
};

describe.each([['office.de'], ['office.en']])('%s', (name) => {
  it('leads from the template to the published registers', async () => {
    const ran = await follow(page(`docs/guides/${name}.md`));
    expect(outOf(ran, /--dry-run/)).toMatch(/bauantrag[^]*akten[^]*0 changed|bauantrag[^]*This was a dry run/);
    expect(outOf(ran, /import \S+xlsx$/)).toContain('Imported as revision 1.');
    expect(ran.filter(({ out }) => out.includes('Nothing to change.'))).toHaveLength(2);
    expect(outOf(ran, /publish/)).toContain('Published 1 project:');
  });
});

it('leads administrators from an empty folder to a running bot, an app package, a backup and its restoration', async () => {
  const ran = await follow(page('docs/guides/administrator.md'));
  expect(outOf(ran, /run demo/)).toMatch(/http:\/\/localhost:\d+/);
  expect(outOf(ran, /import programme\.xlsx$/)).toContain('Imported as revision 1.');
  // Their own programme, not the demonstration's.
  expect(outOf(ran, /api\/programme/)).toContain('"musterstadt"');
  expect(outOf(ran, /run package/)).toContain('appPackage.dev.zip');
  expect(outOf(ran, /LOTSE_SCHEDULE_DIGEST/)).toMatch(/digest: next Tue .* 10:00/);
  expect(outOf(ran, /import --full/)).toContain('Moved');
  expect(outOf(ran, /^DATA_DIR=restored .*doctor/)).toContain('restored, revision 1 of the programme');
  expect(fs.existsSync(terminal.path('.data'))).toBe(false);
});

it('would notice a command that fails', async () => {
  const { code, out } = await terminal.run('npm run lotse -- import missing.xlsx --dry-run');
  expect([code, out]).toEqual([1, expect.stringContaining('missing.xlsx')]);
});

it('marks what is not run here, and nothing else', () => {
  const marked = PAGES.flatMap(shellOf).flatMap(({ text }) => linesOf(text).filter(({ needs }) => needs !== null));
  const outside = /^(git |az |node scripts\/build-image|export \w+="\$\(az |IMAGE=|curl -f "https:|npm run lotse )/;
  for (const { command } of marked) expect(command).toMatch(outside);
  expect(marked.length).toBeGreaterThan(10);
});

it('shows in the README only what is run for a guide, and the tests themselves', () => {
  const run = new Set(PAGES.flatMap(shellOf).flatMap(({ text }) => linesOf(text).map(({ command }) => command)));
  const shown = ofType<Tokens.Code>(README, 'code').flatMap(({ text }) =>
    text.split(/\n|&&/).map((each) => each.trim()),
  );
  expect(shown.filter((command) => !run.has(command))).toEqual(['npm test']);
});

/** `npm run …` within running text and tables. */
const MENTIONED = [README, ...guides()].flatMap((of) =>
  ofType<Tokens.Codespan>(of, 'codespan')
    .map(({ text }) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'))
    .filter((text) => /^npm (run|start)\b/.test(text))
    .map((text) => [text, of.file] as const),
);
it.each(MENTIONED)('%s exists with its options (%s)', (text) => {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const each of text.split('&&').map((part) => part.trim())) {
    const [, script = 'start'] = /^npm run (\S+)/.exec(each) ?? [];
    expect(scripts).toHaveProperty([script]);
    if (script !== 'lotse') continue;
    const [name = '', ...words] = each.replace(/^npm run lotse -- /, '').split(/\s+/);
    const command = makeProgram().commands.find((one) => one.name() === name);
    expect([each, command?.name()]).toEqual([each, name]);
    const options = words.map((word) => /^\[?(--[a-z-]+)/.exec(word)?.[1]).filter((option) => option !== undefined);
    for (const option of options) expect(command!.options.map(({ long }) => long)).toContain(option);
  }
});

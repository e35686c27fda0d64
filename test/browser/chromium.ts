import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium as playwright, type Browser, type LaunchOptions } from 'playwright-core';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');

/** A browser that has shown a page here, and how to start it. */
export interface Chromium {
  source: 'CHROME_PATH' | 'PATH' | 'playwright' | 'bundled' | 'apt';
  launch: LaunchOptions;
}
type Environment = Record<string, string | undefined>;
/** What a source offers, likeliest first; throws when it offers nothing, with the reason. */
type Source = (env: Environment) => Promise<LaunchOptions[]>;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const sources: [Chromium['source'], Source][] = [
  ['CHROME_PATH', async (env) => [installed(existing(env['CHROME_PATH'], 'it is not set'))]],
  ['PATH', async (env) => [installed(existing(onPath(env, NAMES), `none of ${NAMES.join(', ')} is there`))]],
  ['playwright', async () => [installed(existing(playwright.executablePath(), 'Playwright has installed none'))]],
  ['bundled', bundled],
  ['apt', apt],
];

/**
 * Finds a Chromium that works: the one named by CHROME_PATH, one on PATH, Playwright's own, the one inside
 * @sparticuz/chromium, and at last Debian's package, which root installs. Each is tried on a page before it counts.
 * Rejects with every reason and what to do when there is none; a CHROME_PATH that does not work is never passed over.
 */
export async function findChromium(env: Environment = process.env): Promise<Chromium> {
  const reasons: string[] = [];
  for (const [source, offers] of sources) {
    try {
      return { source, launch: await firstThatWorks(await offers(env)) };
    } catch (error) {
      reasons.push(`  ${source}: ${error instanceof Error ? error.message : String(error)}`);
      if (source === 'CHROME_PATH' && env['CHROME_PATH']) break;
    }
  }
  throw new Error(
    `The browser tests need a Chromium and none works here:\n${reasons.join('\n')}\n` +
      'Install one (Debian: apt-get install chromium) or name one: CHROME_PATH=/path/to/chrome npm test',
  );
}

async function firstThatWorks(offers: LaunchOptions[]): Promise<LaunchOptions> {
  let last: unknown;
  for (const launch of offers) {
    try {
      const browser = await playwright.launch(launch);
      try {
        const titles = [await titleOf(browser, 'one page'), await titleOf(browser, 'and another')];
        if (titles.join(' ') === 'one page and another') return launch;
      } finally {
        await browser.close();
      }
    } catch (error) {
      last = error;
    }
  }
  const words = String(last).split('\n');
  throw new Error(
    `it does not start: ${[words[0], ...words.filter((line) => line.includes('[err]'))].join(' ').trim()}`,
  );
}

/** Opens a page of that title in a window of its own, and closes it again. */
async function titleOf(browser: Browser, title: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`data:text/html,<title>${title}</title>`);
  const found = await page.title();
  await page.close();
  return found;
}

function installed(executablePath: string): LaunchOptions {
  return { executablePath, headless: true, args: FLAGS.split(' ') };
}

/** The bundled one with the system's libraries, else with the bundled ones; unpacked once for each version. */
async function bundled(): Promise<LaunchOptions[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it is for Linux on x64 only');
  const require = createRequire(import.meta.url);
  const main = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(fs.readFileSync(path.join(path.dirname(main), '../package.json'), 'utf8'));
  const folder = path.join(root, `node_modules/.cache/lotse/chromium-${version}`);
  if (!fs.existsSync(folder)) {
    const part = `${folder}.${process.pid}`;
    fs.mkdirSync(part, { recursive: true });
    await run(process.execPath, [path.join(import.meta.dirname, 'unpack-chromium.mjs')], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: part },
    });
    try {
      fs.renameSync(part, folder);
    } catch {
      fs.rmSync(part, { recursive: true }); // another process was quicker
    }
  }
  const fonts = path.join(folder, 'fonts');
  fs.writeFileSync(
    path.join(fonts, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir>` +
      `<dir>${fonts}</dir><cachedir>${fonts}-cache</cachedir></fontconfig>`,
  );
  const env = { ...process.env, FONTCONFIG_PATH: fonts } as Record<string, string>;
  // In a single process, as Lambda wants it, the browser ends with the first page that is closed.
  const given: string[] = JSON.parse(fs.readFileSync(path.join(folder, 'args.json'), 'utf8'));
  const args = given.filter((arg) => arg !== '--single-process');
  const offer = { executablePath: path.join(folder, 'chromium'), headless: true, args, env };
  return [offer, { ...offer, env: { ...env, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') } }];
}

async function apt(env: Environment): Promise<LaunchOptions[]> {
  const aptGet = existing(onPath(env, ['apt-get']), 'there is no apt-get');
  if (process.getuid?.() !== 0) throw new Error('only root may run apt-get install chromium');
  const options = { env: { ...process.env, ...env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 2 ** 26 };
  await run(aptGet, ['update', '-qq'], options);
  await run(aptGet, ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], options);
  return [installed(existing(onPath(env, NAMES), 'the package brought no browser'))];
}

function onPath(env: Environment, names: string[]): string | undefined {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

function existing(file: string | undefined, otherwise: string): string {
  if (!file) throw new Error(otherwise);
  if (!fs.existsSync(file)) throw new Error(`${file} does not exist`);
  return file;
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Tokens } from 'marked';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { freePort } from '../browser/demo.js';
import { ROOT, type Page } from './pages.js';

const CHECKED_OUT = [
  ...['package.json', 'package-lock.json', '.npmrc', '.env.example', 'tsconfig.json', 'tsconfig.build.json'],
  ...['src', 'scripts', 'demo', 'appPackage', 'env', 'infra'],
];
/** What runs until it is stopped, and what it says or answers once it is there. */
const SERVERS = [
  { command: /^npm start$/, started: /listening/ },
  { command: /^npm run demo$/, started: /Ctrl\+C/ },
];
const PATIENCE_MS = 300_000;

export interface Ran {
  command: string;
  code: number | null;
  out: string;
}

/** A terminal in a folder as `git clone` leaves it, with the packages of this one. */
export class Terminal {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-guide-'));
  private readonly servers: ChildProcess[] = [];

  private constructor(private readonly port: number) {}

  static async open(): Promise<Terminal> {
    const terminal = new Terminal(await freePort());
    for (const name of CHECKED_OUT) fs.cpSync(path.join(ROOT, name), terminal.path(name), { recursive: true });
    fs.rmSync(terminal.path('appPackage/build'), { recursive: true, force: true });
    // Package by package, so that what is built here is remembered here.
    fs.mkdirSync(terminal.path('node_modules'));
    for (const name of fs.readdirSync(path.join(ROOT, 'node_modules')))
      if (name !== '.cache')
        fs.symlinkSync(path.join(ROOT, 'node_modules', name), terminal.path(`node_modules/${name}`));
    return terminal;
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  /** Runs a line to its end; a server until it is there. It goes on until something else than curl is run. */
  async run(command: string): Promise<Ran> {
    if (!command.startsWith('curl')) await this.stop();
    const server = SERVERS.find((one) => one.command.test(command));
    const child = spawn('bash', ['-c', await this.#here(command)], {
      cwd: this.folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(this.port) },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    const late = setTimeout(() => kill(child, 'SIGKILL'), PATIENCE_MS);
    const there = new Promise<void>((resolve) => {
      const hear = (chunk: Buffer): void => {
        out += chunk.toString();
        if (server?.started.test(out)) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
    });
    const ended = once(child, 'close').then(([code]) => code as number | null);
    const code = await (server ? Promise.race([there.then(() => 0), ended.then((end) => end ?? 1)]) : ended);
    clearTimeout(late);
    if (server && child.exitCode === null) this.servers.push(child);
    return { command, code, out };
  }

  /** Ctrl-C. */
  async stop(): Promise<void> {
    for (const server of this.servers.splice(0)) {
      if (server.exitCode !== null) continue;
      const gone = once(server, 'close');
      kill(server, 'SIGINT');
      await gone;
    }
  }

  async close(): Promise<void> {
    await this.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  /** Free ports, and no second installation of the packages: that it would be possible is enough. */
  async #here(command: string): Promise<string> {
    if (command === 'npm run demo') {
      return `npm run demo -- --port ${await freePort()} --playground-port ${await freePort()}`;
    }
    return command.replace(/^npm ci$/, 'npm ci --dry-run').replaceAll('127.0.0.1:3978', `127.0.0.1:${this.port}`);
  }
}

function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, signal);
}

/** Types the rows of a page's tables ("Sheet “People”:" and a table) into the sheets of a template. */
export async function fillIn(file: string, { blocks }: Page): Promise<string[]> {
  const { sheets } = await readXlsx(fs.readFileSync(file));
  const filled: string[] = [];
  blocks.forEach((block, at) => {
    const [, name] = /^(?:Blatt|Sheet) [„“](.+)[“”]:$/.exec(blocks[at - 1]?.raw.trim() ?? '') ?? [];
    if (block.type !== 'table' || !name) return;
    const { header, rows } = block as Tokens.Table;
    const sheet = sheets.find((one) => one.name === name);
    const headings = sheet?.rows[0]?.map((cell) => String(cell).replace(/ \*$/, '')) ?? [];
    const columns = header.map(({ text }) => headings.indexOf(text));
    if (!sheet || columns.includes(-1))
      throw new Error(`the template has no ${name} with ${header.map(({ text }) => text).join()}`);
    const typed = rows.map((cells) => headings.map((_, column) => cells[columns.indexOf(column)]?.text ?? ''));
    sheet.rows.splice(1, sheet.rows.length, ...typed);
    filled.push(name);
  });
  const kept = sheets.map(({ name, rows }) => ({ name, rows }));
  fs.writeFileSync(file, await writeXlsx({ sheets: kept }));
  return filled;
}

import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
export const demoFile = fileURLToPath(new URL('../../demo/programme-erlangen.json', import.meta.url));

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** A folder of its own in which the real command line runs as a process of its own; nothing of this environment leaks in. */
export class Workplace {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-cli-'));

  run(args: string[], env: Record<string, string> = {}): Promise<Run> {
    const environment = { PATH: process.env.PATH, HOME: this.folder, DATA_DIR: this.path('data'), ...env };
    const command = ['--import', tsx, main, ...args];
    return new Promise((resolve) => {
      execFile(process.execPath, command, { cwd: this.folder, env: environment }, (error, out, err) => {
        resolve({ code: error ? Number(error.code ?? -1) : 0, out, err });
      });
    });
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  write(name: string, content: unknown): string {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1);
    fs.writeFileSync(this.path(name), text);
    return name;
  }

  read(name: string): string {
    return fs.readFileSync(this.path(name), 'utf8');
  }

  remove(): void {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../src/store/sqlite/open.js';
import { Connector } from './support/connector.js';
import { Person } from './support/person.js';

const TSX = resolve('node_modules/tsx/dist/cli.mjs');
let folder: string;
let other: Server;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotse-main-'));
  other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
});
afterEach(async () => {
  other.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a start that cannot succeed', () => {
  it('says in a sentence that the port is taken', async () => {
    const { port } = other.address() as AddressInfo;
    const { code, stdout, stderr } = await start({ PORT: String(port) });
    expect(stderr).toBe(`Port ${port} is in use. Set PORT to a free one, or stop the other program.\n`);
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/stack|EADDRINUSE/);
  });

  it('says in a sentence that another Lotse has the folder', async () => {
    const store = await openSqliteStore({ dataDir: folder, mode: 'writer' });
    try {
      const { code, stdout, stderr } = await start({ PORT: '0' });
      expect(stderr).toContain(`Another Lotse is already writing to the folder ${folder}`);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect([code, stdout]).toEqual([1, '']);
    } finally {
      await store.close();
    }
  });
});

it('told to end it takes nothing new, and finishes the turn that is under way', async () => {
  const connector = await Connector.start();
  const { PATH = '' } = process.env;
  const env = { PATH, DATA_DIR: folder, PORT: '0' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const said = new Map<string, { port?: number }>();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const entry = JSON.parse(line) as { msg: string; port?: number };
    said.set(entry.msg, entry);
  });
  const heard = async (message: string) => {
    while (!said.has(message)) await once(lines, 'line');
    return said.get(message)!;
  };
  try {
    const url = `http://127.0.0.1:${(await heard('listening')).port}`;
    let goOn = (): void => undefined;
    const reached = new Promise<void>((arrived) => {
      connector.hold = ({ method }) => {
        if (method === 'GET') return undefined;
        arrived();
        return new Promise<void>((done) => (goOn = done));
      };
    });
    const turn = new Person(url, connector).say('hilfe');
    await reached;
    child.kill('SIGTERM');
    await heard('stopping');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    expect(child.exitCode).toBeNull();
    goOn();
    const { status, text } = await turn;
    expect([status, text]).toEqual([200, expect.stringContaining('Guten Tag')]);
    expect(await exited).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
    await exited;
    await connector.close();
  }
});

/** Runs the program until it ends. */
function start(env: Record<string, string>): Promise<{ code: number; stdout: string; stderr: string }> {
  const { PATH = '' } = process.env;
  const options = { env: { PATH, DATA_DIR: folder, ...env } };
  return new Promise((done) => {
    const child = execFile(process.execPath, [TSX, 'src/main.ts'], options, (_error, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../src/store/sqlite/open.js';

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

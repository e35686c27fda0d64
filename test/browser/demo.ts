import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface Demo {
  /** The Playground's page. */
  playground: string;
  bot: string;
  /** Everything the demo said so far. */
  said(): string;
  /** Sends a signal and resolves with the exit code; the data folder goes as well. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const PATIENCE_MS = 120_000;

/** Runs the built `lotse demo` at an instant of its own clock, on free ports and a folder of its own, until it is ready. */
export async function startDemo(now: string, ...options: string[]): Promise<Demo> {
  const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-demo-')), 'data');
  const [port, playgroundPort] = [await freePort(), await freePort()];
  const ports = ['--port', String(port), '--playground-port', String(playgroundPort)];
  const child = spawn(process.execPath, ['dist/cli/main.js', 'demo', '--folder', folder, ...ports, ...options], {
    env: { ...process.env, NODE_OPTIONS: '', LOTSE_NOW: now },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('Ctrl+C')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${said}`)));
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const stop = async (signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> => {
    child.kill(signal);
    const code = await exited;
    fs.rmSync(path.dirname(folder), { recursive: true, force: true });
    return code;
  };
  const late = setTimeout(() => child.kill(), PATIENCE_MS);
  await ready.finally(() => clearTimeout(late));
  return { playground: `http://localhost:${playgroundPort}`, bot: `http://127.0.0.1:${port}`, said: () => said, stop };
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';

/** A program under measurement, in a process of its own. */
export interface Program {
  /** From its start until it listened, in milliseconds. */
  startMs: number;
  address: string;
  /** Memory it holds right now, in MiB. */
  residentMiB(): number;
  /** Processor time it has used so far, in milliseconds. */
  processorMs(): number;
  stop(): Promise<void>;
}

/** Starts a Node.js program and waits until it says that it is listening. */
export async function startProgram(script: string, settings: Record<string, string> = {}): Promise<Program> {
  const began = performance.now();
  const child = spawn(process.execPath, [...(script.endsWith('.ts') ? ['--import', 'tsx'] : []), script], {
    env: { ...process.env, NODE_OPTIONS: '', ...settings },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let said = '';
  let settled = false;
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      // Reading on in what it says later would only slow the measuring down.
      if (settled) return;
      said += chunk.toString();
      const listening = /listening on (\w+)|"port":(\d+).*listening/.exec(said);
      if (!listening) return;
      settled = true;
      resolve(Number(listening[1] ?? listening[2]) || 0);
    });
    void exited.then(() => reject(new Error(`${script} ended: ${said}`)));
  });
  const startMs = performance.now() - began;
  return {
    startMs,
    address: `http://127.0.0.1:${port}`,
    residentMiB: () => residentMiB(child.pid ?? 0),
    processorMs: () => processorMs(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Linux tells it in /proc. */
function residentMiB(pid: number): number {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** Ticks in user and in kernel mode are the 14th and 15th field; what stands before may hold spaces. Linux has 100 ticks a second. */
function processorMs(pid: number): number {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = path.join(import.meta.dirname, '../../dist/main.js');

/** One replica of the built bot, which can be killed and comes back, on another port each time. */
export class Replica {
  /** Its base address, or null while it is down. */
  url: string | null = null;
  #child: ChildProcess | null = null;

  constructor(
    private readonly settings: Record<string, string>,
    /** What its clock shows now. */
    private readonly clock: () => Date,
    /** Told of every line its log has from warnings up. */
    private readonly trouble: (line: string) => void,
  ) {}

  /** Starts it; tries again when it ends before it listens, as a platform would. */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      if (await this.#launch()) return;
      if (attempt === 5) throw new Error('a replica does not start');
    }
  }

  /** Ends it without a word. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it in order. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #launch(): Promise<boolean> {
    const env = { PATH: process.env.PATH, PORT: '0', ...this.settings, LOTSE_NOW: this.clock().toISOString() };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    const lines = createInterface({ input: child.stdout });
    return new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        // One that was not told to end is found out here, also long after it began to listen.
        if (this.#child === child && this.url !== null) {
          this.url = null;
          this.trouble(JSON.stringify({ level: 60, msg: `ended by itself with ${code ?? signal}` }));
        }
        resolve(false);
      });
      lines.on('line', (line) => {
        const entry = JSON.parse(line) as { level: number; msg: string; port?: number };
        if (entry.level >= 40) this.trouble(line);
        if (entry.msg !== 'listening') return;
        this.url = `http://127.0.0.1:${entry.port}`;
        resolve(true);
      });
    });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    this.url = null;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}

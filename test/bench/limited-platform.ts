import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { THREAD_ALLOWANCES } from '../../src/jobs/pace.js';

/** Per app and tenant (Teams: "rate limiting and best practices for bots"). */
const APP = { count: 50, ms: 1_000 };

/** The connector service with the platform's limits: takes messages, and answers 429 to what is too much or too fast. */
export class LimitedPlatform {
  /** When each accepted call came, and each refused one; milliseconds of `performance.now()`. */
  readonly accepted: number[] = [];
  readonly refused: number[] = [];
  readonly #threads = new Map<string, number[]>();

  private constructor(
    readonly url: string,
    private readonly server: http.Server,
  ) {}

  static async open(): Promise<LimitedPlatform> {
    const server = http.createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const platform = new LimitedPlatform(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server);
    server.on('request', (req, res) => platform.#answer(req, res));
    return platform;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  #answer(req: http.IncomingMessage, res: http.ServerResponse): void {
    const now = performance.now();
    req.resume();
    const thread = decodeURIComponent(req.url?.split('/')[3] ?? '');
    const calls = this.#threads.get(thread) ?? [];
    const fits = within(this.accepted, APP, now);
    if (!fits || !THREAD_ALLOWANCES.every((limit) => within(calls, limit, now))) {
      this.refused.push(now);
      res.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1' });
      res.end('{}');
      return;
    }
    this.accepted.push(now);
    this.#threads.set(thread, [...calls, now]);
    res.writeHead(201, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ id: `m-${this.accepted.length}` }));
  }
}

function within(calls: readonly number[], { count, ms }: { count: number; ms: number }, now: number): boolean {
  const oldest = calls.at(-count);
  return oldest === undefined || now - oldest >= ms;
}

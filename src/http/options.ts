import type { Log } from '../programme/log.js';

/** What the HTTP edge serves; each part is a function of the house behind it. */
export interface HttpOptions {
  /** Takes the Authorization header and the parsed body of a Bot Framework request. */
  receive(authorization: string, body: unknown): Promise<{ status: number; body?: unknown }>;
  /** Null when Lotse can work, else the reason why not. */
  notReady(): Promise<string | null>;
  /** Runs a job for an instant (now when null); undefined when there is no such job. */
  runJob(job: string, at: Date | null): Promise<object | undefined>;
  /** The published fields of the programme; undefined while none is loaded. */
  openData(): object | undefined;
  /** Bearer token of the jobs route; null: no route, in local mode no token. */
  jobsToken: string | null;
  local: boolean;
  log: Log;
}

export interface Http {
  /** Resolves to the port, for 0 a free one. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new requests and resolves once those under way are answered. */
  close(): Promise<void>;
}

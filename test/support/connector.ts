import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { PlatformError, route, type Platform } from './connector-routes.js';

/** An activity as it travels; tests look into whatever they need. */
export type Activity = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** One call of the bot to the platform. */
export interface Call {
  method: string;
  /** Decoded path segments below `/v3/`. */
  path: string[];
  /** The conversation it concerns, or null. */
  conversation: string | null;
  /** The activity it answers, replaces or removes, or null. */
  activity: string | null;
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  headers: http.IncomingHttpHeaders;
  /** The status it was answered with; null when it got no answer. */
  status: number | null;
}

/** What goes wrong instead: a status with a body, silence, or a cut line; `after` lets the call happen first. */
export type Fault =
  | { status: number; body?: unknown; headers?: Record<string, string>; after?: boolean }
  | { hang: true; after?: boolean }
  | { cut: true; after?: boolean };

/** A message as it stands in a conversation. */
export interface Posted {
  id: string;
  conversation: string;
  /** The activity it is a reply to, or null. */
  replyTo: string | null;
  activity: Activity;
  /** How often it was replaced. */
  updates: number;
}

/**
 * The platform's side of the Bot Framework protocol (connector service), over real HTTP on a free loopback port. It
 * records every call, keeps what conversations look like, and goes wrong on demand.
 */
export class Connector implements Platform {
  /** Every call in the order it arrived. */
  readonly calls: Call[] = [];
  /** Everything that stands in conversations, in the order it was posted. */
  posted: Posted[] = [];
  /** Members by conversation id. */
  readonly rosters = new Map<string, Activity[]>();
  /** Conversations the bot opened. */
  readonly created: { id: string; parameters: Activity }[] = [];
  /** Decides for each call whether it goes wrong. */
  fault: ((call: Call) => Fault | undefined) | null = null;
  /** What a call waits for before anything comes of it. */
  hold: ((call: Call) => Promise<void> | undefined) | null = null;
  readonly #news = new EventEmitter();
  #count = 0;

  private constructor(
    readonly url: string,
    private readonly server: http.Server,
  ) {}

  static async start(): Promise<Connector> {
    const server = http.createServer();
    // On a busy machine a shorter one ends connections just as they are used again.
    server.keepAliveTimeout = 60_000;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const connector = new Connector(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server);
    server.on('request', (req, res) => void connector.#answer(req, res));
    return connector;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** The next `times` calls that pass `which` go wrong. */
  failNext(fault: Fault, times = 1, which: (call: Call) => boolean = () => true): void {
    let left = times;
    this.fault = (call) => (left > 0 && which(call) && left-- > 0 ? fault : undefined);
  }

  /** The messages that stand in a conversation now. */
  chat(conversation: string): Posted[] {
    return this.posted.filter((post) => post.conversation === conversation && post.activity.type === 'message');
  }

  /** Resolves when `holds` does, asked again after every call; rejects with `what` after `ms`. */
  async until(holds: () => boolean, what: string, ms = 10_000): Promise<void> {
    const deadline = AbortSignal.timeout(ms);
    while (!holds()) {
      await once(this.#news, 'call', { signal: deadline }).catch(() => {
        throw new Error(`waited ${ms} ms in vain: ${what}`);
      });
    }
  }

  nextId(prefix: string): string {
    return `${prefix}-${++this.#count}`;
  }

  async #answer(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
    let raw = '';
    for await (const chunk of req) raw += String(chunk);
    const url = new URL(req.url ?? '/', this.url);
    const path = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
    const inConversation = path[1] === 'conversations';
    const call: Call = {
      method: req.method ?? '',
      path: path.slice(1),
      conversation: (inConversation && path[2]) || null,
      activity: (inConversation && path[3] === 'activities' && path[4]) || null,
      body: raw ? JSON.parse(raw) : null,
      headers: req.headers,
      status: null,
    };
    this.calls.push(call);
    await this.hold?.(call);
    const fault = this.fault?.(call);
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      call.status = status;
      res.writeHead(status, { 'content-type': 'application/json', ...headers });
      res.end(body === undefined ? '' : JSON.stringify(body));
    };
    if (!fault || fault.after) {
      try {
        const [status, body] = route(this, call, url.searchParams);
        if (!fault) send(status, body);
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        send(error.status, { error: { code: error.code, message: error.message } });
      }
    }
    if (fault && 'status' in fault) send(fault.status, fault.body ?? {}, fault.headers);
    if (fault && 'cut' in fault) req.socket.destroy();
    this.#news.emit('call');
  }
}

import { request as send, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type Kind = 'pointRead' | 'create' | 'replace' | 'delete' | 'query' | 'queryPlan' | 'metadata';
export interface Call {
  kind: Kind;
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
}
/**
 * What becomes of a call. `status`: answered so without reaching the database. `lost`: carried out, and then answered with
 * that status, or with a broken connection for `null`. `cut`: the connection breaks at once. `silent`: no answer, ever.
 */
export type Fate = 'pass' | 'cut' | 'silent' | Arranged | { lost: number | null };

/** A real HTTP line to a database endpoint on which calls are counted and can go wrong. */
export interface Line {
  endpoint: string;
  calls: Call[];
  /** Decides about each call; `pass` unless set. */
  fate: (call: Call) => Fate;
  stop(): Promise<void>;
}

/** How many calls of each kind some work makes. */
export async function countCalls(
  { calls }: Line,
  work: () => Promise<unknown>,
): Promise<Partial<Record<Kind, number>>> {
  calls.length = 0;
  await work();
  const counts: Partial<Record<Kind, number>> = {};
  for (const { kind } of calls) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

export async function layLine(to: string): Promise<Line> {
  const line: Line = { endpoint: '', calls: [], fate: () => 'pass', stop: () => stopped(server) };
  const server = createServer((request, response) => {
    relay(line, to, request, response).catch(() => response.destroy());
  });
  line.endpoint = await listening(server);
  return line;
}

export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

export async function stopped(server: Server): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

async function relay(line: Line, to: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const call = callOf(request);
  line.calls.push(call);
  const fate = line.fate(call);
  if (fate === 'silent') return;
  if (fate === 'cut') return void request.socket.destroy();
  if (typeof fate === 'object' && 'status' in fate) return answer(response, fate);
  const { status, headers, content } = await forward(to, request, body);
  if (fate === 'pass') return finish(response, status, headers, content);
  if (fate.lost === null) return void request.socket.destroy();
  answer(response, { status: fate.lost });
}

interface Arranged {
  status: number;
  headers?: Record<string, string>;
  text?: string;
}

function answer(response: ServerResponse, { status, headers = {}, text }: Arranged): void {
  const content = text ?? JSON.stringify({ code: String(status), message: 'arranged by a test' });
  finish(response, status, { 'content-type': 'application/json', ...headers }, content);
}

/** Two calls: once restify has been loaded in the process, `writeHead` returns nothing on every server. */
function finish(
  response: ServerResponse,
  status: number,
  headers: IncomingMessage['headers'],
  content: Buffer | string,
): void {
  response.writeHead(status, headers);
  response.end(content);
}

function forward(
  to: string,
  { method, url = '/', headers }: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; headers: IncomingMessage['headers']; content: Buffer }> {
  return new Promise((resolve, reject) => {
    const outgoing = send(new URL(url, to), { method, headers }, (incoming) => {
      buffer(incoming).then(
        (content) => resolve({ status: incoming.statusCode ?? 500, headers: incoming.headers, content }),
        reject,
      );
    });
    outgoing.on('error', reject).end(body);
  });
}

function callOf({ method = '', url = '', headers }: IncomingMessage): Call {
  return { kind: kindOf(method, url, headers), method, path: url, headers };
}

function kindOf(method: string, url: string, headers: IncomingMessage['headers']): Kind {
  if (!/\/docs(\/|$)/.test(url)) return 'metadata';
  if (headers['x-ms-cosmos-is-query-plan-request']) return 'queryPlan';
  if (headers['x-ms-documentdb-isquery']) return 'query';
  if (method === 'GET') return 'pointRead';
  if (method === 'POST') return 'create';
  return method === 'PUT' ? 'replace' : 'delete';
}

import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the model does next. */
export type Step =
  /** Calls a tool; a string is sent as arguments as it is. */
  | { call: object | string; tool?: string; text?: string }
  | { text: string }
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** Never answers, or stops in the middle of an answer. */
  | { hang: 'at once' | 'halfway' }
  | { cut: true };

export interface ModelRequest {
  path: string;
  headers: http.IncomingHttpHeaders;
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

export const KEY = 'key-of-the-tests';

/**
 * A language model's service over real HTTP: it speaks OpenAI's chat completions protocol (and Azure's addresses for it),
 * refuses what the real one refuses, and answers what a test has written for it.
 */
export class LanguageModelService {
  readonly requests: ModelRequest[] = [];
  /** Taken one by one; with none left the model has nothing to say. */
  script: Step[] = [];

  private constructor(
    readonly url: string,
    private readonly server: http.Server,
  ) {}

  static async start(): Promise<LanguageModelService> {
    const server = http.createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const service = new LanguageModelService(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server);
    server.on('request', (req, res) => void service.#answer(req, res));
    return service;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** What the last request said to the model, in one text. */
  get told(): string {
    return (this.requests.at(-1)?.body.messages ?? []).map((one: { content?: string }) => one.content ?? '').join('\n');
  }

  async #answer(req: http.IncomingMessage, res: http.ServerResponse): Promise<void> {
    let raw = '';
    for await (const chunk of req) raw += String(chunk);
    const request = { path: req.url ?? '', headers: req.headers, body: JSON.parse(raw) };
    this.requests.push(request);
    const step = this.script.shift() ?? { text: '' };
    const send = (status: number, body: unknown, headers: Record<string, string> = {}): void => {
      // Not chained: restify, once loaded, makes writeHead return nothing.
      res.writeHead(status, { 'content-type': 'application/json', ...headers });
      res.end(JSON.stringify(body));
    };
    const refused = refusal(request);
    if (refused) send(refused.status, { error: { message: refused.message, type: 'invalid_request_error' } });
    else if ('status' in step) send(step.status, step.body ?? { error: { message: 'scripted' } }, step.headers);
    else if ('cut' in step) req.socket.destroy();
    else if (!('hang' in step)) send(200, completionOf(step));
    else if (step.hang === 'halfway') {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write('{"choices":[');
    }
  }
}

/** What the real service answers with 400, 401 or 404. */
function refusal({ path, headers, body }: ModelRequest): { status: number; message: string } | null {
  const azure = /^\/openai\/deployments\/[\w-]+\/chat\/completions\?api-version=\d{4}-\d{2}-\d{2}$/.test(path);
  if (!azure && path !== '/v1/chat/completions') return { status: 404, message: 'Resource not found' };
  const keys = azure ? [headers['api-key'], headers.authorization] : [headers.authorization];
  if (![KEY, `Bearer ${KEY}`].some((key) => keys.includes(key))) {
    return { status: 401, message: `Incorrect API key provided: ${String(headers.authorization)}` };
  }
  const bad = (message: string) => ({ status: 400, message });
  if (!body.model || !Array.isArray(body.messages) || body.messages.length === 0) return bad('model, messages');
  for (const { function: tool } of body.tools ?? []) {
    if (!/^[\w-]{1,64}$/.test(tool.name) || tool.parameters.type !== 'object')
      return bad('Invalid schema for function');
    if (['oneOf', 'anyOf', 'allOf', 'enum', 'not'].some((key) => key in tool.parameters)) {
      return bad("schema must have type 'object' and not have 'oneOf'/'anyOf'/'allOf'/'enum'/'not' at the top level.");
    }
  }
  for (const [at, message] of body.messages.entries()) {
    const calls = body.messages[at - 1]?.tool_calls ?? [];
    if (message.role === 'tool' && !calls.some(({ id }: { id: string }) => id === message.tool_call_id)) {
      return bad("messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.");
    }
  }
  return null;
}

function completionOf(step: Exclude<Step, { status: number } | { hang: string } | { cut: true }>): object {
  const call = 'call' in step ? step : null;
  const args = call && (typeof call.call === 'string' ? call.call : JSON.stringify(call.call));
  const tool_calls = call && [
    { id: 'call_1', type: 'function', function: { name: call.tool ?? 'ask', arguments: args } },
  ];
  const message = {
    role: 'assistant',
    content: step.text ?? null,
    refusal: null,
    ...(tool_calls ? { tool_calls } : {}),
  };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_779_000_000,
    model: 'scripted',
    choices: [{ index: 0, message, finish_reason: call ? 'tool_calls' : 'stop' }],
    usage: { prompt_tokens: 3000, completion_tokens: 40, total_tokens: 3040 },
  };
}

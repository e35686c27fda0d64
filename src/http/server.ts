import type { AddressInfo } from 'node:net';
import helmet from 'helmet';
import restify, { type Request, type Response, type Server } from 'restify';
import { LotseError } from '../programme/errors.js';
import { trace } from '../programme/log.js';
import { StoreUnavailable } from '../programme/store.js';
import { answer, refuse } from './answer.js';
import { jobsRoute } from './jobs-route.js';
import { jsonBody } from './json-body.js';
import type { Http, HttpOptions } from './options.js';
import { ownPagesOnly } from './own-pages.js';

/**
 * How long a connection stays open between requests. Longer than the minute after which those in front of us give one up:
 * whoever closes first must not be the one who is about to be asked.
 */
const IDLE_MS = 75_000;

/** The HTTP edge of CONTRACT.md §3. */
export function createHttp(options: HttpOptions): Http {
  // An empty name keeps restify from announcing itself.
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false } as object);
  server.server.keepAliveTimeout = IDLE_MS;
  server.pre(
    helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] }, useDefaults: false } }) as never,
  );
  server.pre((_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    next();
  });
  if (options.local) server.pre(ownPagesOnly);

  server.post('/api/messages', ...jsonBody, messages(options));
  server.get('/healthz', async (_req: Request, res: Response) => answer(res, 200, { status: 'ok' }));
  server.get('/readyz', async (_req: Request, res: Response) => {
    const reason = await options.notReady();
    answer(res, reason === null ? 200 : 503, reason === null ? { status: 'ready' } : { status: 'not ready', reason });
  });
  server.post('/api/jobs/:job', ...jobsRoute(options));
  server.get('/api/programme', async (_req: Request, res: Response) => {
    const programme = options.openData();
    if (programme) answer(res, 200, programme);
    else refuse(res, 503, 'NoProgramme', 'No programme has been loaded yet.');
  });
  answerErrors(server, options);

  return {
    async listen(port, host) {
      await new Promise<void>((listening, failed) => {
        server.once('error', (error) => failed(listeningFailure(error, port, host)));
        server.listen(port, host, () => listening());
      });
      return (server.address() as unknown as AddressInfo).port;
    },
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      // A connection that was busy stays open after its answer, waiting for another request that must not come.
      const sweep = setInterval(() => server.server.closeIdleConnections(), 20);
      await closed.finally(() => clearInterval(sweep));
    },
  };
}

/** What an operator can mend is said in their words: the port is taken or not allowed, or the address is not this machine's. */
function listeningFailure(error: NodeJS.ErrnoException, port: number, host: string): Error {
  const codes: Record<string, string> = { EADDRINUSE: 'inUse', EACCES: 'notAllowed', EADDRNOTAVAIL: 'noAddress' };
  const code = codes[error.code ?? ''];
  // As text: 3.978 would be no port.
  return code ? new LotseError(`port.${code}`, { port: String(port), host }, { cause: error }) : error;
}

function messages({ receive }: HttpOptions) {
  return async (req: Request, res: Response): Promise<void> => {
    const { status, body } = await receive(req.headers.authorization ?? '', req.body ?? null);
    answer(res, status, body);
  };
}

/** Turns whatever goes wrong on the way into one of our answers; only our own bugs are logged as errors. */
function answerErrors(server: Server, { log }: HttpOptions): void {
  server.on(
    'restifyError',
    (_req: Request, res: Response, error: Error & { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (res.headersSent) return done();
      if (status === 404) refuse(res, 404, 'NotFound', 'There is nothing here.');
      else if (status === 405) refuse(res, 405, 'MethodNotAllowed', 'This method is not offered here.');
      else if (status === 413) refuse(res, 413, 'PayloadTooLarge', 'The body must be smaller than 1 MiB.');
      else if (status < 500) refuse(res, status, 'BadRequest', 'The body is not valid JSON.');
      else if (error instanceof StoreUnavailable) {
        log.warn(trace(error), 'a request needed the store, which is away');
        refuse(res, 503, 'StoreUnavailable', 'The database does not answer. Try again in a moment.');
      } else {
        log.error(trace(error), 'a request failed');
        refuse(res, 500, 'InternalError', 'Something went wrong on our side.');
      }
      done();
    },
  );
}

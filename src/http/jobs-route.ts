import { DateTime } from 'luxon';
import type { Next, Request, RequestHandler, Response } from 'restify';
import { answer, refuse } from './answer.js';
import { bears } from './bearer.js';
import { jsonBody } from './json-body.js';
import type { HttpOptions } from './options.js';

type Options = Pick<HttpOptions, 'runJob' | 'jobsToken' | 'local'>;

/** `POST /api/jobs/:job`: runs a job now and answers with its result. */
export function jobsRoute(options: Options): RequestHandler[] {
  return [admit(options), readOptionalBody, run(options)].flat();
}

function admit({ jobsToken, local }: Options): RequestHandler {
  return (req, res, next) => {
    if (jobsToken === null && !local) {
      refuse(res, 404, 'NotFound', 'There is nothing here.');
      return next(false);
    }
    if (jobsToken !== null && !bears(req.headers.authorization, jobsToken)) {
      res.setHeader('WWW-Authenticate', 'Bearer');
      refuse(res, 401, 'Unauthorized', 'The bearer token is missing or wrong.');
      return next(false);
    }
    next();
  };
}

/** A scheduler may post nothing at all, whatever it says the nothing is. */
const readOptionalBody: RequestHandler[] = jsonBody.map((handler) => (req: Request, res: Response, next: Next) => {
  const empty = !req.isChunked() && !Number(req.headers['content-length']);
  return empty ? next() : handler(req, res, next);
});

function run({ runJob, local }: Options): RequestHandler {
  return async (req: Request, res: Response) => {
    const at = instantOf(req.body);
    if (at === 'wrong') return refuse(res, 400, 'BadRequest', 'The body is {"at": an ISO 8601 instant} or empty.');
    if (at && !local) return refuse(res, 400, 'BadRequest', '"at" is for local mode only.');
    const result = await runJob(String(req.params.job), at);
    if (!result) return refuse(res, 404, 'NotFound', 'There is no such job.');
    answer(res, 200, result);
  };
}

function instantOf(body: unknown): Date | null | 'wrong' {
  if (body === undefined || body === '') return null;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'wrong';
  const { at } = body as { at?: unknown };
  if (at === undefined || at === null) return null;
  if (typeof at !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(at)) return 'wrong';
  const instant = DateTime.fromISO(at, { zone: 'utc' });
  return instant.isValid ? instant.toJSDate() : 'wrong';
}

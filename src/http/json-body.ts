import restify, { type Next, type Request, type RequestHandler, type Response } from 'restify';
import { refuse } from './answer.js';

/** Bodies of 1 MiB and more are refused. */
const MAX_BYTES = 1024 * 1024 - 1;
/** No activity is nested as much; `JSON.stringify` and others that walk through a value by recursion fall some thousands down. */
const MAX_LEVELS = 100;

/**
 * Reads a JSON body into `req.body`: 415 for other content, 413 for too much of it, 400 when it is not JSON or nested too
 * deeply.
 * Encoded bodies are refused before anything is unpacked.
 */
export const jsonBody: RequestHandler[] = [
  checkKind,
  // Its typings lack the reader.
  (restify.plugins as unknown as { bodyReader(options: object): RequestHandler }).bodyReader({
    maxBodySize: MAX_BYTES,
  }),
  restify.plugins.jsonBodyParser({ bodyReader: true, mapParams: false }),
  checkDepth,
].flat();

function checkKind(req: Request, res: Response, next: Next): void {
  const encoding = req.headers['content-encoding'];
  if (!/^application\/([\w.-]+\+)?json$/i.test(req.contentType())) {
    refuse(res, 415, 'UnsupportedMediaType', 'Send application/json.');
    return next(false);
  }
  if (encoding && encoding !== 'identity') {
    refuse(res, 415, 'UnsupportedMediaType', 'Send the body without a content encoding.');
    return next(false);
  }
  if (Number(req.headers['content-length']) > MAX_BYTES) {
    // Not read, so the connection cannot be used again.
    res.setHeader('Connection', 'close');
    refuse(res, 413, 'PayloadTooLarge', 'The body must be smaller than 1 MiB.');
    return next(false);
  }
  next();
}

function checkDepth(req: Request, res: Response, next: Next): void {
  if (!reaches(req.body, MAX_LEVELS)) return next();
  refuse(res, 400, 'BadRequest', `The body must not be nested deeper than ${MAX_LEVELS} levels.`);
  next(false);
}

/** Whether a value has parts so many levels down. */
function reaches(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => reaches(inner, levels - 1));
}

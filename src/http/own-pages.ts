import type { Next, Request, Response } from 'restify';
import { isLoopback } from '../loopback.js';
import { refuse } from './answer.js';

/**
 * Refuses what the browser says a web page of another machine asks for (https://fetch.spec.whatwg.org/#origin-header).
 * In local mode nothing else would keep any page that is open on this machine from running jobs or speaking as somebody.
 */
export function ownPagesOnly(req: Request, res: Response, next: Next): void {
  const { origin } = req.headers;
  if (typeof origin !== 'string' || isOwn(origin)) return next();
  refuse(res, 403, 'Forbidden', 'In local mode only pages of this machine may ask.');
  next(false);
}

/** Pages without an origin of their own (`null`) may be anybody's. */
function isOwn(origin: string): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}

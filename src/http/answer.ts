import type { Response } from 'restify';

/** Sends JSON whatever the request says it accepts; without a body only the status. */
export function answer(res: Response, status: number, body?: unknown, headers: Record<string, string> = {}): void {
  if (body === undefined) res.sendRaw(status, '', headers);
  else res.sendRaw(status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8', ...headers });
}

/** An error in the one form all answers have: a code for programs, a sentence for people, never a stack. */
export function refuse(res: Response, status: number, code: string, message: string): void {
  answer(res, status, { error: { code, message } });
}

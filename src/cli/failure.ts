import { isKey, t } from '../locales/index.js';
import { LotseError } from '../programme/errors.js';
import { StoreUnavailable } from '../programme/store.js';

/** Ends a command with code 1 and this text. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Whether an operator can mend an error by what `failureText` says; no stack helps them then. */
export function isExpected(error: unknown): boolean {
  return error instanceof Failure || error instanceof LotseError || error instanceof StoreUnavailable;
}

/** What an operator is told about an error that ended a command: what to do, never a stack. */
export function failureText(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (error instanceof LotseError) {
    const key = `error.${error.code}`;
    return isKey(key) ? t('en', key, error.details) : error.code;
  }
  if (error instanceof StoreUnavailable)
    return `The database does not answer (${error.message}). Try again in a moment.`;
  const message = error instanceof Error ? error.message : String(error);
  return `This should not have happened, please report it: ${message}`;
}

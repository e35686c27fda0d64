import { types } from 'node:util';

/**
 * What is written for operators. `error`: our bug or an outage; `warn`: somebody should look soon; `info`: what happened,
 * a person's mistake included; `debug`: for development. Never message texts, names or card inputs: ids and counts only.
 */
export interface Log {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}

/** What a log may say of an error: kinds, codes and places. */
export interface Trace {
  error: string;
  code: string | number | null;
  /** The kind and code of what it came from, where it says so. */
  cause?: { error: string; code: string | number | null };
  stack: string[];
}

/** An error without its message, which may hold what people wrote or who they are. */
export function trace(error: unknown): Trace {
  // Not instanceof: under test, and in libraries of their own, errors come from other realms.
  if (!types.isNativeError(error)) return { error: typeof error, code: null, stack: [] };
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const { cause } = error;
  return { ...kindOf(error), ...(types.isNativeError(cause) ? { cause: kindOf(cause) } : {}), stack };
}

function kindOf(error: Error): Pick<Trace, 'error' | 'code'> {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  const known = [code, statusCode].find((one) => typeof one === 'string' || typeof one === 'number');
  return { error: error.name, code: known ?? null };
}

import { pino } from 'pino';
import type { Config } from './config.js';
import type { Log } from './programme/log.js';

/** Structured logs, one JSON object a line, to standard output. */
export function createLog(level: Config['logLevel']): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

import { pino } from 'pino';
import type { Config } from './config.js';
import type { Log } from './programme/log.js';

/** Structured logs, one JSON object a line, to standard output. */
export function createLog(level: Config['logLevel']): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/**
 * Libraries print what they like, as the bot SDK does about every refused token. From now on the log says that something
 * was printed, and of what kind; never what.
 */
export function takeOverConsole(log: Log): void {
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    // eslint-disable-next-line no-console -- the one place that takes it away
    console[level] = (...said: unknown[]) => {
      const kinds = said.map((one) => (one instanceof Error ? one.name : typeof one));
      log.info({ level, kinds }, 'a library printed something');
    };
  }
}

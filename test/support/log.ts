import type { Log } from '../../src/programme/log.js';

export interface LogLine {
  level: keyof Log;
  fields: Record<string, unknown>;
  message: string;
}

/** A log that can be read. */
export class TestLog implements Log {
  readonly lines: LogLine[] = [];

  error = (fields: object, message: string) => this.#add('error', fields, message);
  warn = (fields: object, message: string) => this.#add('warn', fields, message);
  info = (fields: object, message: string) => this.#add('info', fields, message);
  debug = (fields: object, message: string) => this.#add('debug', fields, message);

  at(level: keyof Log): LogLine[] {
    return this.lines.filter((line) => line.level === level);
  }

  #add(level: keyof Log, fields: object, message: string): void {
    this.lines.push({ level, fields: fields as Record<string, unknown>, message });
  }
}

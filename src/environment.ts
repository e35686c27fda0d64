import { existsSync } from 'node:fs';
import { DateTime } from 'luxon';

/** A setting that cannot be used, and what to do about it. */
export interface Problem {
  variable: Variable;
  what: string;
  fix: string;
}

/** A problem in one line for operators. */
export function problemText({ variable, what, fix }: Problem): string {
  return `${variable} ${what}: ${fix}.`;
}

/** Every environment variable Lotse reads; README.md and .env.example explain each (a test compares them). */
export const VARIABLES = [
  'NODE_ENV',
  'PORT',
  'HOST',
  'BOT_ID',
  'BOT_TYPE',
  'BOT_TENANT_ID',
  'BOT_PASSWORD',
  'PROGRAMME_FILE',
  'DATA_DIR',
  'COSMOS_ENDPOINT',
  'COSMOS_KEY',
  'COSMOS_DATABASE',
  'LOTSE_REFRESH_SECONDS',
  'JOBS_TOKEN',
  'LOTSE_NOW',
  'STEERING_CONVERSATION',
  'PUBLICATION_URL',
  'LOTSE_SCHEDULE_REQUESTS',
  'LOTSE_SCHEDULE_REMINDERS',
  'LOTSE_SCHEDULE_DIGEST',
  'LOTSE_SCHEDULE_ESCALATION',
  'LOTSE_DIGEST_PREVIEW_MINUTES',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'OPENAI_MODEL',
  'AZURE_OPENAI_ENDPOINT',
  'AZURE_OPENAI_DEPLOYMENT',
  'AZURE_OPENAI_API_KEY',
  'LOG_LEVEL',
] as const;
export type Variable = (typeof VARIABLES)[number];

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Takes over the variables of a `.env` file in the working folder, where there is one; variables already set win. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** Reads single variables and collects what is wrong with them; an unusable value reads as null. */
export class EnvironmentReader {
  readonly problems: Problem[] = [];

  constructor(private readonly environment: NodeJS.ProcessEnv) {}

  /** The value without spaces around it; null when absent or empty. */
  text(name: Variable): string | null {
    return this.environment[name]?.trim() || null;
  }

  problem(variable: Variable, what: string, fix: string): null {
    this.problems.push({ variable, what, fix });
    return null;
  }

  require(name: Variable, fix: string): void {
    if (this.text(name) === null) this.problem(name, 'is missing', fix);
  }

  oneOf<T extends string>(name: Variable, allowed: readonly T[]): T | null {
    const value = this.text(name);
    if (value === null) return null;
    const found = allowed.find((one) => one === value);
    return found ?? this.problem(name, `"${value}" is not known`, `write exactly one of ${allowed.join(', ')}`);
  }

  guid(name: Variable): string | null {
    const value = this.text(name);
    if (value === null || GUID.test(value)) return value;
    return this.problem(name, `"${value}" is no GUID`, 'copy the id, like 12345678-90ab-cdef-1234-567890abcdef');
  }

  wholeNumber(name: Variable, { minimum, maximum }: { minimum: number; maximum: number }): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= minimum && number <= maximum) return number;
    return this.problem(name, `"${value}" is not possible`, `write a whole number from ${minimum} to ${maximum}`);
  }

  url(name: Variable, protocols: readonly string[]): URL | null {
    const value = this.text(name);
    if (value === null) return null;
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url && protocols.includes(url.protocol)) return url;
    return this.problem(name, `"${value}" is no web address`, 'write the whole address, beginning with https://');
  }

  /** An instant in ISO 8601; without an offset it is UTC. */
  instant(name: Variable): Date | null {
    const value = this.text(name);
    if (value === null) return null;
    const instant = DateTime.fromISO(value, { zone: 'utc' });
    if (/^\d{4}-\d{2}-\d{2}/.test(value) && instant.isValid) return instant.toJSDate();
    return this.problem(name, `"${value}" is no instant`, 'write it as in ISO 8601, like 2026-05-18T08:00:00Z');
  }
}

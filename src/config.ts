import { fileURLToPath } from 'node:url';
import { EnvironmentReader, type Problem, type Variable } from './environment.js';
import { isLoopback } from './loopback.js';
import { DEFAULT_SCHEDULE, formatMoment, parseMoment, type Schedule, type WeeklyTime } from './programme/schedule.js';

export type { Problem };

export interface Config {
  /** No bot registration: nobody is authenticated, hence loopback only. */
  local: boolean;
  host: string;
  /** 0 = any free port. */
  port: number;
  bot: BotRegistration | null;
  /** Read into an empty store at start. */
  programmeFile: string | null;
  /** Folder of the embedded store. */
  dataDir: string;
  /** The store is Cosmos DB; without a key a managed identity is used. */
  cosmos: { endpoint: string; key: string | null; database: string } | null;
  /** After so many seconds at most this process shows what others wrote; its own writes show at once. */
  refreshSeconds: number;
  /** Bearer token of `POST /api/jobs/*`; null: no route, or no token needed in local mode. */
  jobsToken: string | null;
  /** Local mode: where the clock starts; null = the real time. */
  startAt: Date | null;
  steeringConversation: string | null;
  /** Where the abridged registers are published; null = nowhere, then links to them get no preview. */
  publicationUrl: string | null;
  /** The language model behind the planner; null = the embedded understanding only. */
  model: LanguageModel | null;
  schedule: Schedule;
  logLevel: (typeof LOG_LEVELS)[number];
}
export interface BotRegistration {
  id: string;
  type: (typeof BOT_TYPES)[number];
  tenant: string;
  /** For SingleTenant; a managed identity has none. */
  password: string | null;
}
export type LanguageModel =
  | { kind: 'openai'; apiKey: string; baseUrl: string | null; model: string }
  | { kind: 'azure'; endpoint: string; deployment: string; apiKey: string | null };

/** MultiTenant registrations can no longer be created; the SDK takes any unknown type for one, so the word is checked here. */
const BOT_TYPES = ['UserAssignedMSI', 'SingleTenant'] as const;
const LOG_LEVELS = ['error', 'warn', 'info', 'debug', 'silent'] as const;
const DEMO_FILE = fileURLToPath(new URL('../demo/programme-erlangen.json', import.meta.url));

/** Reads the settings from environment variables; empty ones count as absent. With problems it gives all of them. */
export function readConfig(
  environment: NodeJS.ProcessEnv,
): { ok: true; config: Config } | { ok: false; problems: Problem[] } {
  const env = new EnvironmentReader(environment);
  const local = env.text('BOT_ID') === null;
  const config: Config = {
    local,
    host: readHost(env, local),
    port: env.wholeNumber('PORT', { minimum: 0, maximum: 65_535 }) ?? 3978,
    bot: readBot(env),
    programmeFile: env.text('PROGRAMME_FILE') ?? (local ? DEMO_FILE : null),
    dataDir: env.text('DATA_DIR') ?? './.data',
    cosmos: readCosmos(env),
    refreshSeconds: env.wholeNumber('LOTSE_REFRESH_SECONDS', { minimum: 1, maximum: 300 }) ?? 5,
    jobsToken: env.text('JOBS_TOKEN'),
    startAt: readStart(env, local),
    steeringConversation: env.text('STEERING_CONVERSATION'),
    publicationUrl: env.url('PUBLICATION_URL', ['https:'])?.href ?? null,
    model: readModel(env),
    schedule: readSchedule(env),
    logLevel: env.oneOf('LOG_LEVEL', LOG_LEVELS) ?? 'info',
  };
  return env.problems.length > 0 ? { ok: false, problems: env.problems } : { ok: true, config };
}

function readHost(env: EnvironmentReader, local: boolean): string {
  const host = env.text('HOST') ?? (local ? '127.0.0.1' : '0.0.0.0');
  if (local && !isLoopback(host)) {
    env.problem(
      'HOST',
      `"${host}" can be reached from other machines, but without BOT_ID nobody is authenticated`,
      'leave HOST empty for local mode, or set BOT_ID, BOT_TYPE and BOT_TENANT_ID',
    );
  }
  return host;
}

function readBot(env: EnvironmentReader): BotRegistration | null {
  const id = env.text('BOT_ID');
  const type = env.oneOf('BOT_TYPE', BOT_TYPES);
  const tenant = env.guid('BOT_TENANT_ID');
  const password = env.text('BOT_PASSWORD');
  if (id === null) {
    const production = env.text('NODE_ENV') === 'production';
    const given = (['BOT_TYPE', 'BOT_TENANT_ID', 'BOT_PASSWORD'] as const).filter((name) => env.text(name) !== null);
    if (production) {
      env.problem('BOT_ID', 'is missing, and NODE_ENV is production', 'set it to the app id of the bot registration');
    } else if (given.length > 0) {
      const fix = 'set it to the app id of the bot registration, or leave all of BOT_* empty for local mode';
      env.problem('BOT_ID', `is missing although ${given.join(', ')} is set`, fix);
    }
    return null;
  }
  env.guid('BOT_ID');
  env.require('BOT_TYPE', `set it to ${BOT_TYPES.join(' or ')}`);
  env.require('BOT_TENANT_ID', 'set it to the id of your Microsoft Entra tenant');
  if (type === 'SingleTenant') env.require('BOT_PASSWORD', 'set it to the client secret of the app registration');
  return type && tenant ? { id, type, tenant, password: type === 'SingleTenant' ? password : null } : null;
}

function readCosmos(env: EnvironmentReader): Config['cosmos'] {
  const endpoint = readPrivateUrl(env, 'COSMOS_ENDPOINT');
  const database = env.text('COSMOS_DATABASE') ?? 'lotse';
  const key = env.text('COSMOS_KEY');
  if (/[/\\?#]/.test(database)) {
    env.problem('COSMOS_DATABASE', `"${database}" is no database name`, 'use a name without / \\ ? and #');
  }
  if (!endpoint) {
    if (key !== null) env.require('COSMOS_ENDPOINT', 'set it to the https address of the Cosmos DB account');
    return null;
  }
  return { endpoint: endpoint.href, key, database };
}

/** An address to which keys and people's words go. */
function readPrivateUrl(env: EnvironmentReader, name: Variable): URL | null {
  const url = env.url(name, ['https:', 'http:']);
  if (url?.protocol === 'http:' && !isLoopback(url.hostname)) {
    env.problem(name, 'would send the data unencrypted', 'use https (http is for this machine only)');
  }
  return url;
}

function readStart(env: EnvironmentReader, local: boolean): Date | null {
  const start = env.instant('LOTSE_NOW');
  if (!local && env.text('LOTSE_NOW') !== null) {
    env.problem('LOTSE_NOW', 'is for local mode only, but BOT_ID is set', 'leave it empty');
  }
  return start;
}

function readModel(env: EnvironmentReader): LanguageModel | null {
  const apiKey = env.text('OPENAI_API_KEY');
  const baseUrl = readPrivateUrl(env, 'OPENAI_BASE_URL')?.href ?? null;
  const model = env.text('OPENAI_MODEL');
  const endpoint = readPrivateUrl(env, 'AZURE_OPENAI_ENDPOINT')?.href ?? null;
  const deployment = env.text('AZURE_OPENAI_DEPLOYMENT');
  const azureKey = env.text('AZURE_OPENAI_API_KEY');
  if (apiKey === null && (baseUrl !== null || model !== null)) {
    env.require('OPENAI_API_KEY', 'set it to the key of the service, or leave OPENAI_BASE_URL and OPENAI_MODEL empty');
  }
  if (deployment !== null || azureKey !== null) {
    env.require('AZURE_OPENAI_ENDPOINT', 'set it to the address of the Azure OpenAI resource');
  }
  if (endpoint !== null) env.require('AZURE_OPENAI_DEPLOYMENT', 'set it to the name of the model deployment');
  if (apiKey !== null && endpoint !== null) {
    env.problem(
      'OPENAI_API_KEY',
      'is set as well as AZURE_OPENAI_ENDPOINT',
      'choose one service, leave the other empty',
    );
  }
  if (endpoint !== null && deployment !== null) return { kind: 'azure', endpoint, deployment, apiKey: azureKey };
  return apiKey === null ? null : { kind: 'openai', apiKey, baseUrl, model: model ?? 'gpt-4o-mini' };
}

function readSchedule(env: EnvironmentReader): Schedule {
  const { requests, reminders, digest, escalation = null, previewMinutes = null } = DEFAULT_SCHEDULE;
  const escalationOff = env.text('LOTSE_SCHEDULE_ESCALATION')?.toLowerCase() === 'never';
  return {
    requests: readMoments(env, 'LOTSE_SCHEDULE_REQUESTS', [requests], 1)[0] ?? requests,
    reminders: readMoments(env, 'LOTSE_SCHEDULE_REMINDERS', reminders),
    digest: readMoments(env, 'LOTSE_SCHEDULE_DIGEST', [digest], 1)[0] ?? digest,
    escalation: escalationOff
      ? null
      : (readMoments(env, 'LOTSE_SCHEDULE_ESCALATION', escalation ? [escalation] : [], 1)[0] ?? null),
    previewMinutes:
      env.wholeNumber('LOTSE_DIGEST_PREVIEW_MINUTES', { minimum: 0, maximum: 2 * 24 * 60 }) ?? previewMinutes,
  };
}

function readMoments(
  env: EnvironmentReader,
  name: `LOTSE_SCHEDULE_${'REQUESTS' | 'REMINDERS' | 'DIGEST' | 'ESCALATION'}`,
  otherwise: WeeklyTime[],
  atMost = 7,
): WeeklyTime[] {
  const text = env.text(name);
  if (text === null) return otherwise;
  const parts = text.split(/[,;]/).map((part) => ({ part: part.trim(), moment: parseMoment(part) }));
  const wrong = parts.filter(({ moment }) => moment === null).map(({ part }) => `"${part}"`);
  const example = otherwise.map(formatMoment).join(', ');
  if (wrong.length > 0) env.problem(name, `${wrong.join(', ')} is no day and time`, `write it like "${example}"`);
  if (parts.length > atMost) env.problem(name, 'names more than one moment', `write one, like "${example}"`);
  return parts.flatMap(({ moment }) => moment ?? []);
}

import { z } from 'zod/v4';
import type { BotRegistration, Config } from '../../config.js';
import { advice, fault, ok, type Check } from './check.js';

/** Microsoft Entra ID of the public cloud; https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
const AUTHORITY = 'https://login.microsoftonline.com';
const PATIENCE_MS = 10_000;

const refusal = z.object({ error: z.string().catch(''), error_codes: z.array(z.number()).catch([]) });

/** Codes of https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const NO_SUCH_APP = [700016];
const NO_SUCH_TENANT = [90002, 900023, 900971];

/** Whether the bot's registration lets it speak: the directory is asked for the token that sending a message needs. */
export async function registrationCheck(
  { local, host, port, bot }: Pick<Config, 'local' | 'host' | 'port' | 'bot'>,
  authority = AUTHORITY,
): Promise<Check> {
  const where = `${host}:${port === 0 ? 'any free port' : port}`;
  if (local || !bot) return ok('registration', `local mode: nobody is authenticated, reached on ${where} only`);
  const who = `${bot.type}, app id ${bot.id}, tenant ${bot.tenant}, listening on ${where}`;
  if (bot.type === 'UserAssignedMSI') {
    return ok('registration', `${who}; its identity can only be tried by the bot where it is assigned`);
  }
  return tried(bot, who, authority);
}

async function tried({ id, tenant, password }: BotRegistration, who: string, authority: string): Promise<Check> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`${authority}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: id,
        client_secret: password ?? '',
        scope: 'https://api.botframework.com/.default',
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    body = await response.json();
  } catch {
    const fix = `Allow connections to ${new URL(authority).host}; without it Lotse cannot answer in Teams.`;
    return advice('registration', `${who}; the directory cannot be reached to try it`, fix);
  }
  if (response.ok) return ok('registration', `${who}; the directory accepts it`);
  const { error, error_codes: codes } = refusal.parse(body ?? {});
  const about = `${who}; the directory refuses it (${[error, ...codes].join(' ')})`;
  if (codes.some((code) => NO_SUCH_TENANT.includes(code)))
    return fault('registration', about, 'Set BOT_TENANT_ID to the id of your Microsoft Entra tenant.');
  if (codes.some((code) => NO_SUCH_APP.includes(code)))
    return fault('registration', about, 'Set BOT_ID to the app registration’s id, and BOT_TENANT_ID to its tenant.');
  if (error === 'invalid_client')
    return fault(
      'registration',
      about,
      'Make a new client secret for the app registration and set BOT_PASSWORD to it.',
    );
  return advice('registration', about, 'Try again in a moment, and look at the sign-in log of the app registration.');
}

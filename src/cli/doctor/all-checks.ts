import { readConfig, type Config } from '../../config.js';
import { loadEnvFile } from '../../environment.js';
import { steeringChannels } from '../../digest/steering.js';
import { dayOf } from '../../programme/calendar.js';
import { LotseError } from '../../programme/errors.js';
import { StoreUnavailable, type ProgrammeStore } from '../../programme/store.js';
import { demoBeside } from '../demo-beside.js';
import { failureText } from '../failure.js';
import { withLedger, type Session } from '../session.js';
import { advice, fault, ok, type Check } from './check.js';
import { configurationChecks, problemChecks } from './configuration-checks.js';
import { programmeChecks } from './programme-checks.js';
import { publicationCheck } from './publication-check.js';
import { registrationCheck } from './registration-check.js';
import { scheduleChecks } from './schedule-checks.js';

/** Looks at everything an operator can set: registration, configuration, store, programme, schedule, steering channel, publication. */
export async function allChecks(): Promise<Check[]> {
  loadEnvFile();
  const read = readConfig(process.env);
  if (!read.ok) return problemChecks(read.problems);
  const { config } = read;
  const [registration, publication] = await Promise.all([registrationCheck(config), publicationCheck(config)]);
  return [registration, ...configurationChecks(config), ...(await storeChecks(config)), publication];
}

async function storeChecks(config: Config): Promise<Check[]> {
  try {
    return await withLedger('reader', bookChecks);
  } catch (error) {
    if (error instanceof LotseError && error.code === 'store.missing') return [nothingImported(config)];
    if (error instanceof LotseError || error instanceof StoreUnavailable) {
      return [fault('store', 'cannot be opened', failureText(error))];
    }
    throw error;
  }
}

async function bookChecks({ config, clock, store, ledger }: Session): Promise<Check[]> {
  const portfolio = ledger.portfolio();
  if (!portfolio) return [nothingImported(config)];
  const { programme, revision, reports } = portfolio;
  const place = config.cosmos ? config.cosmos.endpoint : config.dataDir;
  const count = [...reports.values()].reduce((sum, list) => sum + list.length, 0);
  const now = clock.now();
  return [
    ok('store', `${place}, revision ${revision} of the programme, ${count} status reports`),
    ...programmeChecks(programme, dayOf(now, programme.timeZone)),
    ...scheduleChecks(config.schedule, programme, now),
    await steeringCheck(store, config.steeringConversation),
  ];
}

async function steeringCheck(store: ProgrammeStore, configured: string | null): Promise<Check> {
  const channels = await steeringChannels(store, configured);
  if (channels.length > 0) return ok('steering channel', channels.map(({ conversation }) => conversation).join(', '));
  const fix =
    'Install Lotse in the steering group\u2019s team and write "@Lotse digest hier" in its channel (as the programme office), or set STEERING_CONVERSATION.';
  return advice('steering channel', 'not known yet, so no digest can be posted', fix);
}

function nothingImported(config: Config): Check {
  const { programmeFile } = config;
  const demo = demoBeside(config);
  const also = demo ? `. ${demo}` : '';
  if (programmeFile === null)
    return fault('programme', 'none has been imported yet', `Run: npm run lotse -- import <file>${also}`);
  const fix = `Start the bot, or run: npm run lotse -- import <file>${also}`;
  return advice('programme', `none has been imported yet; the bot will read ${programmeFile} at its start`, fix);
}

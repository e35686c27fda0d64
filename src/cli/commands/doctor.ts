import type { Command } from 'commander';
import { readConfig, type Config } from '../../config.js';
import { loadEnvFile } from '../../environment.js';
import { dayOf } from '../../programme/calendar.js';
import { LotseError } from '../../programme/errors.js';
import { StoreUnavailable } from '../../programme/store.js';
import { checkList, fault, ok, advice, type Check } from '../doctor/check.js';
import { configurationChecks, problemChecks } from '../doctor/configuration-checks.js';
import { programmeChecks } from '../doctor/programme-checks.js';
import { scheduleChecks } from '../doctor/schedule-checks.js';
import { failureText } from '../failure.js';
import { print } from '../output.js';
import { withLedger, type Session } from '../session.js';

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check configuration, store, programme, schedule and steering channel, and say what to do')
    .addHelpText('after', '\nExample:\n  npm run lotse -- doctor')
    .action(async () => {
      const checks = await allChecks();
      print(checkList(checks));
      if (checks.some(({ level }) => level === 'fault')) process.exitCode = 1;
    });
}

async function allChecks(): Promise<Check[]> {
  loadEnvFile();
  const read = readConfig(process.env);
  if (!read.ok) return problemChecks(read.problems);
  return [...configurationChecks(read.config), ...(await storeChecks(read.config))];
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

async function bookChecks({ config, clock, ledger }: Session): Promise<Check[]> {
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
  ];
}

function nothingImported({ programmeFile }: Config): Check {
  if (programmeFile === null) return fault('programme', 'none has been imported yet', 'Run: npm run lotse -- import <file>');
  const fix = 'Start the bot, or run: npm run lotse -- import <file>';
  return advice('programme', `none has been imported yet; the bot will read ${programmeFile} at its start`, fix);
}

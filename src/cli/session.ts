import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClock } from '../clock.js';
import { readConfig, type Config } from '../config.js';
import { loadEnvFile, problemText } from '../environment.js';
import { openLedger } from '../programme/books/ledger.js';
import { LotseError } from '../programme/errors.js';
import type { Ledger } from '../programme/ledger.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Programme } from '../programme/programme.js';
import type { StatusReport } from '../programme/report.js';
import type { Clock, ProgrammeStore } from '../programme/store.js';
import { openSqliteStore } from '../store/sqlite/open.js';
import { openStore } from '../store/open.js';
import { Failure } from './failure.js';
import { demoBeside } from './demo-beside.js';
import { readProgrammeFile } from './fault-list.js';

export interface Session {
  config: Config;
  clock: Clock;
  store: ProgrammeStore;
  ledger: Ledger;
}

/** The configuration from the environment and a `.env` file; fails with all problems. */
export function configuration(): Config {
  loadEnvFile();
  const result = readConfig(process.env);
  if (result.ok) return result.config;
  const problems = result.problems.map((problem) => `  ${problemText(problem)}`);
  throw new Failure(['The configuration has problems:', ...problems].join('\n'));
}

/** Runs `use` on the store's books; a `writer` has them to itself. */
export async function withLedger<T>(mode: 'writer' | 'reader', use: (session: Session) => Promise<T>): Promise<T> {
  const config = configuration();
  const clock = startClock(config.startAt);
  const store = await openStore(config, mode);
  try {
    return await use({ config, clock, store, ledger: await openLedger(store, clock) });
  } finally {
    await store.close();
  }
}

/** As `withLedger` for reading, or `otherwise` when nothing was ever stored. */
export async function withLedgerIfAny<T>(
  use: (session: Session) => Promise<T>,
  otherwise: () => Promise<T>,
): Promise<T> {
  try {
    return await withLedger('reader', use);
  } catch (error) {
    if (error instanceof LotseError && error.code === 'store.missing') return otherwise();
    throw error;
  }
}

export interface Reading {
  config: Config;
  clock: Clock;
  portfolio: Portfolio;
  /** Null where nothing is stored yet. */
  store: ProgrammeStore | null;
}

/**
 * Runs `use` on what is known now. Where nothing was imported yet it is the programme file that the bot would read at
 * its start, which `note` tells.
 */
export async function withPortfolio<T>(
  use: (reading: Reading) => Promise<T>,
  note: (text: string) => void,
): Promise<T> {
  const fromFile = async (): Promise<T> => {
    const config = configuration();
    if (config.programmeFile === null) {
      throw new Failure('No programme has been imported yet. Run: npm run lotse -- import <file>');
    }
    note(`No programme has been imported yet; this is ${config.programmeFile} as the bot would read it.`);
    const demo = demoBeside(config);
    if (demo) note(demo);
    const file = await readProgrammeFile(config.programmeFile);
    const clock = startClock(config.startAt);
    return withPortfolioOf(file, clock, (portfolio) => use({ config, clock, portfolio, store: null }));
  };
  return withLedgerIfAny(async ({ config, clock, store, ledger }) => {
    const portfolio = ledger.portfolio();
    return portfolio ? use({ config, clock, portfolio, store }) : fromFile();
  }, fromFile);
}

/** Runs `use` on the portfolio of a programme that is kept nowhere. */
export async function withPortfolioOf<T>(
  { programme, reports }: { programme: Programme; reports: readonly StatusReport[] },
  clock: Clock,
  use: (portfolio: Portfolio) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-'));
  try {
    const store = await openSqliteStore({ dataDir: folder, mode: 'writer' });
    try {
      const ledger = await openLedger(store, clock);
      await ledger.importProgramme(programme, reports, { by: null, at: clock.now().toISOString(), why: null });
      const portfolio = ledger.portfolio();
      if (!portfolio) throw new Error('the import left no portfolio');
      return await use(portfolio);
    } finally {
      await store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BenchPlatform } from './platform.js';
import { startProgram, type Program } from './program.js';
import { syntheticProgramme } from './synthetic.js';

const BOT = 'dist/main.js';
const ECHO = 'test/bench/echo-main.ts';
const SDKS = 'test/bench/sdk-only.mjs';
const DEMO = 'demo/programme-erlangen.json';

/** A line of the table: what was measured, and against what in the same run. */
export interface Measure {
  what: string;
  lotse: string;
  baseline: string;
  ratio: string;
}
interface Round {
  perSecond: number;
  processorMs: number;
}
export interface Effort {
  rounds: number;
  turns: number;
}

const TYPICAL = [
  'Welche Projekte betreffen Amt 51?',
  'Was läuft im Handlungsfeld Digitale Prozesse?',
  'Wie ist der Status beim Digitalen Bauantrag?',
  'Wie viele laufende Projekte gibt es?',
  'Welche Projekte leitet das Bürgeramt?',
  'Was gibt es zum Thema Barrierefreiheit?',
];
const BIG = [
  'Welche Projekte betreffen FB 1042?',
  'Wie viele laufende Projekte gibt es?',
  'Welche Projekte leitet FB 1017?',
  'Was gibt es zum Thema Glasfaser?',
];

/**
 * Typical questions against an echo bot on the same SDK, turns a second and processor time a turn; all take turns. Lotse
 * keeps what the words of the last questions hold: the same questions are therefore put in other words each time as well.
 */
export async function turnsPerSecond({ rounds, turns }: Effort): Promise<Measure[]> {
  const platform = await BenchPlatform.open();
  const [lotse, echo] = [await startLotse(DEMO), await startProgram(ECHO)];
  const round = async (bot: Program, sentences: readonly string[]): Promise<Round> => {
    const before = bot.processorMs();
    const perSecond = await platform.throughput(bot.address, sentences, turns);
    return { perSecond, processorMs: (bot.processorMs() - before) / turns };
  };
  const unheard = (count: number): string[] =>
    Array.from({ length: turns }, (_, at) => `${TYPICAL[at % TYPICAL.length]}${marks(count * turns + at)}`);
  try {
    const [again, anew, theirs]: [Round[], Round[], Round[]] = [[], [], []];
    for (let count = 0; count <= rounds; count++) {
      again.push(await round(lotse, TYPICAL));
      anew.push(await round(lotse, unheard(count)));
      theirs.push(await round(echo, TYPICAL));
      // The first round warms up.
      if (count === 0) for (const list of [again, anew, theirs]) list.pop();
    }
    const of = (list: Round[], field: keyof Round) => median(list.map((each) => each[field]));
    return [
      measure('turns a second, typical questions (echo bot)', of(again, 'perSecond'), of(theirs, 'perSecond'), 0),
      measure('processor time a turn, ms (echo bot)', of(again, 'processorMs'), of(theirs, 'processorMs'), 2),
      measure('the same, never asked before (echo bot)', of(anew, 'processorMs'), of(theirs, 'processorMs'), 2),
    ];
  } finally {
    await Promise.all([lotse.stop(), echo.stop()]);
    platform.close();
  }
}

/** From start to listening, the programme being stored already, against loading the SDKs; the two take turns. */
export async function startUp({ rounds }: Effort): Promise<Measure> {
  const folder = dataFolder();
  const time = async (start: () => Promise<Program>): Promise<number> => {
    const program = await start();
    await program.stop();
    return program.startMs;
  };
  const [ours, theirs]: [number[], number[]] = [[], []];
  await time(() => startLotse(DEMO, folder));
  for (let round = 0; round < rounds; round++) {
    ours.push(await time(() => startLotse(DEMO, folder)));
    theirs.push(await time(() => startProgram(SDKS)));
  }
  return measure('start until it listens, ms (importing the SDKs)', median(ours), median(theirs), 0);
}

/** Memory with a very big programme after a load of questions, above a process that only holds the SDKs; and what size costs. */
export async function bigProgramme({ rounds }: Effort): Promise<Measure[]> {
  const platform = await BenchPlatform.open();
  const folder = dataFolder();
  const file = (name: string, text: string): string => {
    fs.writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const big = file('big.json', syntheticProgramme({ projects: 10_000, departments: 300, weeks: 8 }));
  const small = file('small.json', syntheticProgramme({ projects: 100, departments: 300, weeks: 8 }));
  const programs = [await startLotse(big), await startLotse(small), await startProgram(SDKS)] as const;
  const [ten, hundred, sdks] = programs;
  try {
    const times: { big: number[]; small: number[] } = { big: [], small: [] };
    for (let round = 0; round < rounds + 1; round++) {
      const [a, b] = [await platform.turnTimes(ten.address, BIG, 5), await platform.turnTimes(hundred.address, BIG, 5)];
      if (round === 0) continue;
      times.big.push(...a);
      times.small.push(...b);
    }
    const [held, bare] = [ten.residentMiB(), sdks.residentMiB()];
    return [
      measure('a question at 10,000 projects, ms (at 100)', median(times.big), median(times.small), 1),
      {
        what: 'memory at 10,000 projects, 300 departments, MiB (the SDKs)',
        ...{ lotse: held.toFixed(0), baseline: bare.toFixed(0), ratio: `+${(held - bare).toFixed(0)} MiB` },
      },
    ];
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
    platform.close();
  }
}

/** Marks that end a sentence, others for each number below 3^9. */
function marks(number: number): string {
  return Array.from({ length: 9 }, (_, place) => '?!.'[Math.floor(number / 3 ** place) % 3]).join('');
}

function measure(what: string, lotse: number, baseline: number, digits: number): Measure {
  const ratio = (lotse / baseline).toFixed(2);
  return { what, lotse: lotse.toFixed(digits), baseline: baseline.toFixed(digits), ratio };
}

async function startLotse(programmeFile: string, folder = dataFolder()): Promise<Program> {
  const unset = { BOT_ID: '', COSMOS_ENDPOINT: '', OPENAI_API_KEY: '', AZURE_OPENAI_ENDPOINT: '', NODE_ENV: '' };
  const settings = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info', LOTSE_NOW: '2026-05-20T10:00:00+02:00' };
  return startProgram(BOT, { ...unset, ...settings, DATA_DIR: folder, PROGRAMME_FILE: programmeFile });
}

function dataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-bench-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BenchPlatform } from './platform.js';
import { parseProgrammeFile } from '../../src/programme/file/parse.js';
import { startProgram, type Program } from './program.js';
import { BIG, otherBig, otherTypical, TYPICAL } from './questions.js';
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

/**
 * Typical questions against an echo bot on the same SDK, turns a second and processor time a turn; all take turns. Lotse
 * keeps what it read and answered last: others than before are therefore asked as well.
 */
export async function turnsPerSecond(effort: Effort): Promise<Measure[]> {
  const read = parseProgrammeFile(fs.readFileSync(DEMO, 'utf8'));
  if (!read.ok) throw new Error(`${DEMO} cannot be read`);
  const { again, anew, echo } = await againstEcho(DEMO, TYPICAL, otherTypical(read.programme, effort.turns), effort);
  return [
    measure('turns a second, typical questions (echo bot)', again.perSecond, echo.perSecond, 0),
    measure('processor time a turn, ms (echo bot)', again.processorMs, echo.processorMs, 2),
    measure('the same, others than before each time (echo bot)', anew.processorMs, echo.processorMs, 2),
  ];
}

/** The same for a very big programme. */
export async function turnsOfBigProgramme(effort: Effort): Promise<Measure[]> {
  const { again, anew, echo, held } = await againstEcho(bigFile(10_000), BIG, otherBig(effort.turns), effort);
  return [
    measure('processor time a turn at 10,000 projects, ms (echo bot)', again.processorMs, echo.processorMs, 2),
    measure('the same, others than before each time (echo bot)', anew.processorMs, echo.processorMs, 2),
    memory('memory after all these turns, MiB (echo bot)', held.lotse, held.echo),
  ];
}

async function againstEcho(
  programmeFile: string,
  same: readonly string[],
  others: readonly string[],
  { rounds, turns }: Effort,
): Promise<{ again: Round; anew: Round; echo: Round; held: { lotse: number; echo: number } }> {
  const platform = await BenchPlatform.open();
  const [lotse, echo] = [await startLotse(programmeFile), await startProgram(ECHO)];
  const round = async (bot: Program, sentences: readonly string[]): Promise<Round> => {
    const before = bot.processorMs();
    const perSecond = await platform.throughput(bot.address, sentences, turns);
    return { perSecond, processorMs: (bot.processorMs() - before) / turns };
  };
  try {
    const [again, anew, theirs]: [Round[], Round[], Round[]] = [[], [], []];
    for (let count = 0; count <= rounds; count++) {
      again.push(await round(lotse, same));
      anew.push(await round(lotse, others));
      theirs.push(await round(echo, same));
      // The first round warms up.
      if (count === 0) for (const list of [again, anew, theirs]) list.pop();
    }
    const held = { lotse: lotse.residentMiB(), echo: echo.residentMiB() };
    return { again: middle(again), anew: middle(anew), echo: middle(theirs), held };
  } finally {
    await Promise.all([lotse.stop(), echo.stop()]);
    platform.close();
  }
}

function middle(rounds: readonly Round[]): Round {
  return {
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    processorMs: median(rounds.map(({ processorMs }) => processorMs)),
  };
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
  const programs = [
    await startLotse(bigFile(10_000)),
    await startLotse(bigFile(100)),
    await startProgram(SDKS),
  ] as const;
  const [ten, hundred, sdks] = programs;
  try {
    const times: { big: number[]; small: number[] } = { big: [], small: [] };
    const others = otherBig(20 * (rounds + 1));
    for (let round = 0; round < rounds + 1; round++) {
      const asked = others.slice(20 * round, 20 * (round + 1));
      const [a, b] = [
        await platform.turnTimes(ten.address, asked, 1),
        await platform.turnTimes(hundred.address, asked, 1),
      ];
      if (round === 0) continue;
      times.big.push(...a);
      times.small.push(...b);
    }
    const [held, bare] = [ten.residentMiB(), sdks.residentMiB()];
    return [
      measure('a question at 10,000 projects, ms (at 100)', median(times.big), median(times.small), 1),
      memory('memory at 10,000 projects, 300 departments, MiB (the SDKs)', held, bare),
    ];
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
    platform.close();
  }
}

function measure(what: string, lotse: number, baseline: number, digits: number): Measure {
  const ratio = (lotse / baseline).toFixed(2);
  return { what, lotse: lotse.toFixed(digits), baseline: baseline.toFixed(digits), ratio };
}

function memory(what: string, lotse: number, baseline: number): Measure {
  return {
    what,
    lotse: lotse.toFixed(0),
    baseline: baseline.toFixed(0),
    ratio: `+${(lotse - baseline).toFixed(0)} MiB`,
  };
}

function bigFile(projects: number): string {
  const file = path.join(dataFolder(), 'programme.json');
  fs.writeFileSync(file, syntheticProgramme({ projects, departments: 300, weeks: 8 }));
  return file;
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

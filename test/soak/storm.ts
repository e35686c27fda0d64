import { setTimeout as wait } from 'node:timers/promises';
import { createHttpServer } from '@vercel/cosmosdb-server';
import { Connector } from '../support/connector.js';
import { KEY } from '../store/cosmos/endpoint.js';
import { layLine, listening, stopped } from '../store/cosmos/line.js';
import { BadLine } from './faults.js';
import { judge, type Verdict } from './judge.js';
import { OutboxWatch } from './outbox-watch.js';
import { Replica } from './replica.js';
import { Reporter } from './reporter.js';
import { BEGIN, DATABASE, foundTown, openQuietly, soakTown } from './town.js';

export interface Weather {
  seconds: number;
  reporters: number;
  killEveryMs: number;
  tell(line: string): void;
}
export const STEERING = '19:steering@thread.tacv2';
/** Clocks of replicas differ by so many minutes. */
const SKEWS = [0, -2, 3];
const JOBS = ['status-requests', 'digest'];
/** By then every claim of the dead has run out. */
const LATER_MINUTES = 30;

/** Lets three replicas live through bad weather and judges what is left. */
export async function storm({ seconds, reporters: count, killEveryMs, tell }: Weather): Promise<Verdict> {
  const database = createHttpServer();
  const direct = await listening(database);
  const line = await layLine(direct);
  const weather = new BadLine();
  line.fate = weather.fate;
  const connector = await Connector.start();
  const { programme, reporting, silent } = soakTown(count);
  await foundTown(direct, programme);
  const store = await openQuietly(direct);
  const watch = new OutboxWatch(store);

  const began = performance.now();
  const clock = (skew: number) => () => new Date(BEGIN.getTime() + performance.now() - began + skew * 60_000);
  const warnings = new Map<string, number>();
  const trouble = (entry: string): void => {
    const { msg } = JSON.parse(entry) as { msg: string };
    warnings.set(msg, (warnings.get(msg) ?? 0) + 1);
  };
  const settings = {
    COSMOS_ENDPOINT: line.endpoint,
    COSMOS_KEY: KEY,
    COSMOS_DATABASE: DATABASE,
    STEERING_CONVERSATION: STEERING,
    LOG_LEVEL: 'info',
  };
  const replicas = SKEWS.map((skew) => new Replica(settings, clock(skew), trouble));
  const last = new Replica(settings, clock(LATER_MINUTES), trouble);
  try {
    await Promise.all(replicas.map((replica) => replica.start()));
    const door = async (): Promise<string> => {
      for (;;) {
        const open = replicas.filter(({ url }) => url !== null);
        const chosen = open[Math.floor(Math.random() * open.length)]?.url;
        if (chosen) return chosen;
        await wait(100);
      }
    };
    const people = reporting.map((id) => new Reporter(id, connector, door));
    const others = silent.map((id) => new Reporter(id, connector, door));
    for (const one of [...people, ...others]) await (await one.person()).say('hilfe');
    tell(`${replicas.length} replicas, ${people.length} people report, ${others.length} are asked; the storm begins`);

    weather.on = true;
    const end = performance.now() + seconds * 1_000;
    const over = (): boolean => performance.now() >= end;
    const patient = (): boolean => performance.now() < end + 60_000;
    let kills = 0;
    const killing = async (): Promise<void> => {
      const returning: Promise<void>[] = [];
      while (!over()) {
        await wait(Math.min(killEveryMs * (0.5 + Math.random()), Math.max(0, end - performance.now())));
        const up = replicas.filter(({ url }) => url !== null);
        const victim = up[Math.floor(Math.random() * up.length)];
        // Somebody must be left for people to talk to.
        if (over() || up.length < 2 || !victim) continue;
        await victim.kill();
        kills += 1;
        await watch.afterKill();
        returning.push(victim.start());
      }
      await Promise.all(returning);
    };
    const calling = async (): Promise<void> => {
      while (!over()) {
        const calls = JOBS.map(async (job) => fetch(`${await door()}/api/jobs/${job}`, { method: 'POST' }));
        await Promise.allSettled(calls);
        await wait(1_000);
      }
    };
    await Promise.all([killing(), calling(), calling(), ...people.map((one) => one.report(over, patient))]);

    weather.on = false;
    tell(`the storm is over after ${kills} kills; what is open is brought to its end`);
    await Promise.all(replicas.map((replica) => replica.kill()));
    await watch.afterKill();
    await last.start();
    const results = [];
    for (const job of JOBS) {
      const response = await fetch(`${last.url}/api/jobs/${job}`, { method: 'POST' });
      results.push((await response.json()) as object);
    }
    await last.stop();
    return await judge({ people, silent, connector, watch, store, line, weather, warnings, kills, results });
  } finally {
    await Promise.all([...replicas, last].map((replica) => replica.kill()));
    await store.close();
    await connector.close();
    await line.stop();
    await stopped(database);
  }
}

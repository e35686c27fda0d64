import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Somebody to be measured. */
export interface Contestant {
  name: string;
  url: string;
  text: string;
}

/**
 * Processor milliseconds a turn costs this process, for each contestant: they take turns, so that what else the machine
 * does hits all alike, and the median of the rounds counts.
 */
export async function costOfTurns(
  contestants: Contestant[],
  { rounds = 7, turns = 200 }: { rounds?: number; turns?: number } = {},
): Promise<Map<string, number>> {
  const driver = fork(fileURLToPath(new URL('driver.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
  await once(driver, 'message');
  const costs = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds + 1; round++) {
    for (const contestant of contestants) {
      const before = process.cpuUsage();
      await talk(driver, contestant, turns);
      const { user, system } = process.cpuUsage(before);
      // The first round warms up.
      if (round > 0) costs.get(contestant.name)?.push((user + system) / 1000 / turns);
    }
  }
  driver.disconnect();
  return new Map([...costs].map(([name, values]) => [name, values.sort((a, b) => a - b)[values.length >> 1] ?? NaN]));
}

async function talk(driver: ChildProcess, { url, text, name }: Contestant, turns: number): Promise<void> {
  driver.send({ url, text, turns });
  const [{ failed }] = (await once(driver, 'message')) as [{ failed: number }];
  if (failed > 0) throw new Error(`${name}: ${failed} turns went without an answer`);
}

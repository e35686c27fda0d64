import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startBot } from '../support/bot.js';
import { mutations } from '../support/mutations.js';
import { inParallel, session } from '../support/session.js';

const SEED = 20_261_124;
const MIB = 1024 * 1024;
/** What the heap may grow by between the first and the last quarter: caches that fill up, and their noise. */
const GROWTH = 32 * MIB;
const QUARTERS = 4;

/**
 * Sends so many activities to a bot, each a valid one with one place of it changed. Violations: an answer of 5xx or none,
 * an error in the log, an unhandled rejection, memory that grows.
 */
export async function mutated(activities: number): Promise<{ figures: [string, string][]; violations: string[] }> {
  const violations: string[] = [];
  const note = (reason: unknown): void => void violations.push(`unhandled rejection: ${String(reason)}`);
  process.on('unhandledRejection', note);
  const bot = await startBot();
  try {
    const valid = await session(bot);
    const places = mutations(valid, { perPlace: 1, seed: SEED }).length;
    const all = mutations(valid, { perPlace: Math.ceil(activities / places), seed: SEED }).slice(0, activities);
    const heap: number[] = [];
    const statuses = new Map<number, number>();
    const started = performance.now();
    for (let quarter = 0; quarter < QUARTERS; quarter++) {
      const from = (quarter * all.length) / QUARTERS;
      await inParallel(all.slice(from, from + all.length / QUARTERS), 8, async (activity) => {
        const body = JSON.stringify(activity);
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(`${bot.url}/api/messages`, { method: 'POST', headers, body });
        await response.arrayBuffer();
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (response.status >= 500) violations.push(`${response.status} for ${body.slice(0, 300)}`);
      });
      for (const { message, fields } of bot.log.at('error')) violations.push(`${message}: ${JSON.stringify(fields)}`);
      // What the test itself keeps is not the bot's.
      bot.log.lines.length = 0;
      bot.connector.calls.length = 0;
      bot.connector.posted.length = 0;
      heap.push(settledHeap());
    }
    const growth = heap.at(-1)! - heap[0]!;
    if (growth > GROWTH) violations.push(`the heap grew by ${Math.round(growth / MIB)} MiB: ${heap.join(', ')}`);
    return {
      violations,
      figures: [
        ['mutated activities', String(all.length)],
        ['answered', [...statuses].map(([status, count]) => `${status}: ${count}`).join(', ')],
        ['heap after each quarter', `${heap.map((bytes) => Math.round(bytes / MIB)).join(', ')} MiB`],
        ['seconds', ((performance.now() - started) / 1000).toFixed(0)],
      ],
    };
  } finally {
    await bot.close();
    process.off('unhandledRejection', note);
  }
}

function settledHeap(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

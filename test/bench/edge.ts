import type { Route } from '../../src/teams/turn.js';
import { startBot } from '../support/bot.js';
import { startEchoBot } from './echo-bot.js';
import { costOfTurns } from './turns.js';

/** What a turn costs through Lotse's edge, against the SDK's own echo bot in the same process. */
const echo: Route = {
  name: 'echo',
  matches: () => true,
  handle: ({ text }) => {
    const words = `Echo: ${text}`;
    return Promise.resolve({ kind: 'message', message: { summary: words, text: words, card: null } });
  },
};
const stock = await startEchoBot();
const edge = await startBot({ routes: () => [echo] });
const lotse = await startBot();
const text = 'Welche Projekte betreffen Amt 51?';
const costs = await costOfTurns([
  { name: 'stock', url: stock.url, text },
  { name: 'edge', url: edge.url, text },
  { name: 'lotse', url: lotse.url, text },
]);
const base = costs.get('stock') ?? NaN;
for (const [name, cost] of costs)
  console.log(`${name.padEnd(8)} ${cost.toFixed(2)} ms/turn  ${(cost / base).toFixed(2)}`);
await Promise.all([stock.close(), edge.close(), lotse.close()]);
process.exit(0);

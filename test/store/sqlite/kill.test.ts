import { expect, it } from '@jest/globals';
import { liveAndDieOften } from './lives.js';

/** How often a writing process is killed; `npm run soak` does it 200 times, as does `LOTSE_KILLS=200` here. */
const KILLS = Number(process.env['LOTSE_KILLS'] ?? 30);

it(
  `after each of ${KILLS} SIGKILLs at random instants everything acknowledged is there, and nothing half-written`,
  async () => {
    expect((await liveAndDieOften(KILLS)).acknowledged).toBeGreaterThan(KILLS);
  },
  KILLS * 20_000,
);

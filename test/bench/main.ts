// npm run bench [-- --quick]: each figure against its yardstick, measured in the same run on the same machine.
import { delivery, digestGrowth } from './digest.js';
import { imageStartUp } from './image.js';
import { bigProgramme, startUp, turnsPerSecond, type Effort, type Measure } from './measures.js';

const quick = process.argv.includes('--quick');
const effort: Effort = quick ? { rounds: 2, turns: 200 } : { rounds: 7, turns: 1500 };

const measures: Measure[] = [
  ...(await turnsPerSecond(effort)),
  await startUp(effort),
  await imageStartUp(effort),
  ...(await bigProgramme(effort)),
  digestGrowth(effort),
  ...(await delivery(quick ? 500 : 5_000)),
];
const rows: Measure[] = [
  { what: 'measure (baseline)', lotse: 'Lotse', baseline: 'baseline', ratio: 'ratio' },
  ...measures,
];
for (const { what, lotse, baseline, ratio } of rows) {
  console.log(`${what.padEnd(60)} ${lotse.padStart(9)} ${baseline.padStart(9)} ${ratio.padStart(10)}`);
}

// npm run bench [-- --quick] [-- --delivery]: each figure against its yardstick, measured in the same run on the same
// machine; with --delivery only how fast many leads are asked.
import { delivery, digestGrowth } from './digest.js';
import { imageStartUp } from './image.js';
import { bigProgramme, startUp, turnsOfBigProgramme, turnsPerSecond, type Effort, type Measure } from './measures.js';

const quick = process.argv.includes('--quick');
const effort: Effort = quick ? { rounds: 2, turns: 200 } : { rounds: 7, turns: 1500 };

const others = async (): Promise<Measure[]> => [
  ...(await turnsPerSecond(effort)),
  ...(await turnsOfBigProgramme(effort)),
  await startUp(effort),
  await imageStartUp(effort),
  ...(await bigProgramme(effort)),
  digestGrowth(effort),
];
const measures: Measure[] = [
  ...(process.argv.includes('--delivery') ? [] : await others()),
  ...(await delivery(quick ? 500 : 5_000)),
];
const rows: Measure[] = [
  { what: 'measure (baseline)', lotse: 'Lotse', baseline: 'baseline', ratio: 'ratio' },
  ...measures,
];
for (const { what, lotse, baseline, ratio } of rows) {
  console.log(`${what.padEnd(60)} ${lotse.padStart(9)} ${baseline.padStart(9)} ${ratio.padStart(10)}`);
}

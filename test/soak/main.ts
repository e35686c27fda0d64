import { killed } from './killed.js';
import { mutated } from './mutated.js';
import { storm } from './storm.js';

/**
 * `npm run soak`: SOAK_ACTIVITIES broken ones (default 20,000), SOAK_KILLS of the embedded mode while it writes (200),
 * SOAK_SECONDS of bad weather (120); 0 leaves a part out. Exit 1 on any violation.
 */
const often = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const [activities, kills, seconds] = [
  often('SOAK_ACTIVITIES', 20_000),
  often('SOAK_KILLS', 200),
  often('SOAK_SECONDS', 120),
];
const parts = [
  ...(activities > 0 ? [await mutated(activities)] : []),
  ...(kills > 0 ? [await killed(kills)] : []),
  ...(seconds > 0
    ? [await storm({ seconds, reporters: 40, killEveryMs: 4_000, tell: (line) => console.log(line) })]
    : []),
];
const figures = parts.flatMap((part): [string, string | number][] => part.figures);
const violations = parts.flatMap((part) => part.violations);
const width = Math.max(...figures.map(([name]) => name.length));
for (const [name, value] of figures) console.log(`${name.padEnd(width)}  ${value}`);
if (violations.length > 0) {
  console.error(['', 'What must not be:', ...violations.map((one) => `  ${one}`)].join('\n'));
  process.exitCode = 1;
}

import { mutated } from './mutated.js';
import { storm } from './storm.js';

/** `npm run soak`: SOAK_ACTIVITIES broken ones (default 20,000), SOAK_SECONDS of bad weather (default 120); exit 1 on any violation. */
const broken = await mutated(Number(process.env.SOAK_ACTIVITIES ?? 20_000));
const seconds = Number(process.env.SOAK_SECONDS ?? 120);
const weather = await storm({
  seconds,
  reporters: 40,
  killEveryMs: 4_000,
  tell: (line) => console.log(line),
});
const figures = [...broken.figures, ...weather.figures];
const violations = [...broken.violations, ...weather.violations];
const width = Math.max(...figures.map(([name]) => name.length));
for (const [name, value] of figures) console.log(`${name.padEnd(width)}  ${value}`);
if (violations.length > 0) {
  console.error(['', 'What must not be:', ...violations.map((one) => `  ${one}`)].join('\n'));
  process.exitCode = 1;
}

import { storm } from './storm.js';

/** `npm run soak`: SOAK_SECONDS of bad weather (default 120); exit 1 on any violation. */
const seconds = Number(process.env.SOAK_SECONDS ?? 120);
const { figures, violations } = await storm({
  seconds,
  reporters: 40,
  killEveryMs: 4_000,
  tell: (line) => console.log(line),
});
const width = Math.max(...figures.map(([name]) => name.length));
for (const [name, value] of figures) console.log(`${name.padEnd(width)}  ${value}`);
if (violations.length > 0) {
  console.error(['', 'What must not be:', ...violations.map((one) => `  ${one}`)].join('\n'));
  process.exitCode = 1;
}

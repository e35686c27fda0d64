import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** In a process of its own: what is set there would hold for all tests that follow. All figures in MiB. */
async function measured(): Promise<{ atHeight: number; spared: number; heapAfterUse: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    `
    const { spareMemory } = await import('./dist/spare-memory.js');
    const mebibytes = (bytes) => Math.round(bytes / 2 ** 20);
    const things = (count) => Array.from({ length: count }, (_, at) => ({ at, list: [at, at + 1] }));
    const held = things(500_000);
    let passing = things(3_000_000);
    const atHeight = mebibytes(process.memoryUsage().rss);
    passing = null;
    spareMemory();
    // V8 may give pages back on a thread of its own.
    let spared = atHeight;
    for (let look = 0; look < 200 && atHeight - spared <= 150; look++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      spared = mebibytes(process.memoryUsage().rss);
    }
    // Each list lives long enough to leave the young generation.
    const lately = [];
    for (let round = 0; round < 400; round++) {
      lately[round % 8] = things(5_000);
      await new Promise(setImmediate);
    }
    const heapAfterUse = mebibytes(process.memoryUsage().heapTotal);
    console.log(JSON.stringify({ atHeight, spared, heapAfterUse, held: held.length }));`,
  ]);
  return JSON.parse(stdout);
}

test('what was needed for a moment goes back to the system, and little garbage gathers afterwards', async () => {
  const { atHeight, spared, heapAfterUse } = await measured();
  expect(atHeight - spared).toBeGreaterThan(150);
  expect(heapAfterUse).toBeLessThan(atHeight - 150);
});

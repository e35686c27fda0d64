import { liveAndDieOften } from '../store/sqlite/lives.js';

/** Kills a process that writes into the embedded store so many times at random instants. Violations: what was acknowledged and is gone, or half-written. */
export async function killed(kills: number): Promise<{ figures: [string, string][]; violations: string[] }> {
  const started = performance.now();
  try {
    const { acknowledged } = await liveAndDieOften(kills);
    return {
      violations: acknowledged > kills ? [] : [`only ${acknowledged} reports were acknowledged in ${kills} lives`],
      figures: [
        ['embedded store killed while writing', `${kills} times`],
        ['reports acknowledged, all there', String(acknowledged)],
        ['seconds', ((performance.now() - started) / 1000).toFixed(0)],
      ],
    };
  } catch (error) {
    return { figures: [], violations: [`after a SIGKILL of the embedded mode: ${String(error)}`] };
  }
}

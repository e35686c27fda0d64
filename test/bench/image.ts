import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { productionFolder } from '../support/production-folder.js';
import { median, type Effort, type Measure } from './measures.js';
import { startProgram } from './program.js';

/** What stands in a container's environment; nobody is asked for a token before the first message. */
const SETTINGS = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: '0',
  LOG_LEVEL: 'info',
  BOT_ID: '6c6f7473-652d-4465-8d6f-000000000002',
  BOT_TYPE: 'UserAssignedMSI',
  BOT_TENANT_ID: '6c6f7473-652d-4465-8d6f-000000000003',
  COSMOS_ENDPOINT: '',
  LOTSE_NOW: '',
};

/**
 * As in the image: the built program and the trimmed production packages, with a stored programme, from start to listening,
 * against the bare import of the SDKs from the same packages; the two take turns.
 */
export async function imageStartUp({ rounds }: Effort): Promise<Measure> {
  const folder = productionFolder();
  const inFolder = (name: string) => path.join(folder, name);
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  fs.copyFileSync('test/bench/sdk-only.mjs', inFolder('sdk-only.mjs'));
  const settings = { ...SETTINGS, DATA_DIR: inFolder('data') };
  execFileSync(process.execPath, [inFolder('dist/cli/main.js'), 'import', 'demo/programme-erlangen.json'], {
    env: { ...process.env, NODE_OPTIONS: '', ...settings },
  });
  const time = async (script: string): Promise<number> => {
    const program = await startProgram(inFolder(script), settings);
    await program.stop();
    return program.startMs;
  };
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + 1; round++) {
    const [lotse, sdks] = [await time('dist/main.js'), await time('sdk-only.mjs')];
    // The first round fills the file system's cache.
    if (round === 0) continue;
    ours.push(lotse);
    theirs.push(sdks);
  }
  const [lotse, baseline] = [median(ours), median(theirs)];
  const what = 'start as in the image, ms (importing the SDKs; target < 3)';
  return { what, lotse: lotse.toFixed(0), baseline: baseline.toFixed(0), ratio: (lotse / baseline).toFixed(2) };
}

import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.js';

/** Where the data of `npm run demo` are, below DATA_DIR. */
export const DEMO_FOLDER = 'demo';

/** How to look into the data of the demo, which are kept apart from the bot's; null where there are none. */
export function demoBeside({ cosmos, dataDir }: Pick<Config, 'cosmos' | 'dataDir'>): string | null {
  const folder = path.join(dataDir, DEMO_FOLDER);
  if (cosmos || !fs.existsSync(path.join(folder, 'lotse.db'))) return null;
  const shown = path.relative(process.cwd(), folder);
  return `To look into the demo: DATA_DIR=${shown.startsWith('..') ? folder : shown} npm run lotse -- \u2026`;
}

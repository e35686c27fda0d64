import fs from 'node:fs';
import path from 'node:path';
import { lockFolder } from '../../store/sqlite/lock.js';
import { LotseError } from '../../programme/errors.js';
import { Failure } from '../failure.js';

/** Lies in every folder that the demo made, and says so to whoever looks. */
const MARKER = '.lotse-demo';
const NOTE = 'The demo of Lotse made this folder. Everything in it is deleted when the demo starts again.\n';

/**
 * Makes an empty folder for the demo. One that an earlier demo made is emptied; any other that holds something is left
 * alone, and so is one that a running bot uses: both end in a Failure.
 */
export async function freshFolder(folder: string): Promise<void> {
  const found = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  if (found.length > 0) {
    if (!found.includes(MARKER)) {
      throw new Failure(
        `${folder} was not made by the demo and is not empty, so nothing in it is deleted. Name another folder with --folder.`,
      );
    }
    await refuseIfInUse(folder);
    for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true });
  }
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, MARKER), NOTE);
}

async function refuseIfInUse(folder: string): Promise<void> {
  try {
    const release = await lockFolder(folder);
    await release();
  } catch (error) {
    if (!(error instanceof LotseError)) throw error;
    throw new Failure(`A demo is already running in ${folder}. Stop it first, or name another folder with --folder.`);
  }
}

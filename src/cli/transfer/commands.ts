import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { startClock } from '../../clock.js';
import { openStore } from '../../store/open.js';
import { Failure } from '../failure.js';
import { note, print } from '../output.js';
import { configuration } from '../session.js';
import { fillFrom } from './fill.js';
import { examine } from './read.js';
import { countTable } from './table.js';
import { writeAll } from './write.js';

/** `export --full`: everything the store holds, to a new file or to standard output. */
export async function exportAll(path: string | undefined): Promise<void> {
  const config = configuration();
  const store = await openStore(config, 'reader');
  try {
    const out = path === undefined ? process.stdout : await newFile(path);
    const at = startClock(config.startAt).now().toISOString();
    const counts = await writeAll(store, at, (text) => push(out, text));
    if (path !== undefined) await finished(out.end());
    note(countTable([['written', counts]]));
    if (path !== undefined)
      note(`Written to ${path}. It holds personal data: keep it safe and delete it after the move.`);
  } finally {
    await store.close();
  }
}

/** `import --full`: fills an empty store with everything a file holds. */
export async function importAll(path: string): Promise<void> {
  const inFile = await examine(path);
  const store = await openStore(configuration(), 'writer');
  try {
    const inStore = await fillFrom(path, inFile, store);
    print(
      countTable([
        ['file', inFile.counts],
        ['store', inStore],
      ]),
    );
    print('Moved: the store holds exactly what the file holds.');
  } finally {
    await store.close();
  }
}

async function newFile(path: string): Promise<Writable> {
  // Readable for its owner only, and never over another file.
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  await once(file, 'open').catch((error: unknown) => {
    const exists = (error as { code?: unknown }).code === 'EEXIST';
    const what = exists
      ? 'is there already. Name another file'
      : 'cannot be written. Check the folder and its permissions';
    throw new Failure(`${path} ${what}.`, { cause: error });
  });
  return file;
}

async function push(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}

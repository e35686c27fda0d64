import type { ProgrammeStore } from '../../programme/store.js';
import { documentsOf } from './documents.js';
import { FORMAT, Tally, type Counts } from './format.js';

/** Hands out the whole store line by line (with line ends) and returns what it counted. `at`: ISO 8601. */
export async function writeAll(
  store: ProgrammeStore,
  at: string,
  write: (text: string) => Promise<void>,
): Promise<Counts> {
  const tally = new Tally();
  await write(`${JSON.stringify({ format: FORMAT, at })}\n`);
  for await (const document of documentsOf(store)) await write(tally.add(document));
  await write(`${JSON.stringify(tally.foot())}\n`);
  return tally.counts;
}

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod/v4';
import { Failure } from '../failure.js';
import { unreadable } from '../input.js';
import { FORMAT, Tally, foot, head, line, type Document } from './format.js';

/** What a whole file says of itself; it was found to be true. */
export type Foot = z.infer<typeof foot>;

/** Reads a file to its end. Fails in plain words unless it is complete and as it was written. */
export async function examine(path: string): Promise<Foot> {
  const tally = new Tally();
  let last: Foot | undefined;
  for await (const read of linesOf(path)) {
    if ('foot' in read) last = read.foot;
    else tally.add(read.document);
  }
  if (!last) throw broken(path, 'its last line is missing, so it is not complete');
  const found = tally.foot();
  if (found.sha256 !== last.sha256) throw broken(path, 'its contents are not those that were written (checksum)');
  return { counts: found.counts, sha256: found.sha256 };
}

/** The documents of a file that was examined. */
export async function* documentsIn(path: string): AsyncGenerator<Document> {
  for await (const read of linesOf(path)) if ('document' in read) yield read.document;
}

async function* linesOf(path: string): AsyncGenerator<{ document: Document } | { foot: Foot }> {
  let number = 0;
  let ended = false;
  for await (const text of textsOf(path)) {
    number += 1;
    const value = parsed(text);
    if (number === 1) {
      if (!head.safeParse(value).success) {
        throw broken(path, `its first line does not name the format ${FORMAT}. Write one with: export --full <file>`);
      }
      continue;
    }
    const document = line.safeParse(value);
    const end = foot.safeParse(value);
    if (ended || (!document.success && !end.success)) throw broken(path, `line ${number} is not as it should be`);
    ended = end.success;
    yield document.success ? { document: document.data } : { foot: end.data as Foot };
  }
}

async function* textsOf(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, 'utf8');
  try {
    yield* createInterface({ input: stream, crlfDelay: Infinity });
  } catch (error) {
    throw new Failure(unreadable(path, error), { cause: error });
  } finally {
    stream.destroy();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function broken(path: string, what: string): Failure {
  return new Failure(`${path} cannot be used: ${what}. Nothing was changed.`);
}

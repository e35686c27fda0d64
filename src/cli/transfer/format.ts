import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod/v4';
import { kindOf } from '../../programme/store-key.js';

/**
 * The file of a move: JSON Lines in UTF-8. The first line names the format, then comes one line a document, the last line
 * says how many there were of each kind and the SHA-256 of the document lines (each with its line end). Object keys
 * are sorted, so that the same contents are the same lines, whichever store they come from. docs/store.md describes it.
 */
export const FORMAT = 'lotse-full/1';

export const head = z.object({ format: z.literal(FORMAT), at: z.string() });
export const line = z.object({ partition: z.string(), id: z.string(), value: z.json() });
export const foot = z.object({ counts: z.record(z.string(), z.int()), sha256: z.string() });

export type Document = z.infer<typeof line>;
/** Documents by kind, and the events within the pages of history. */
export type Counts = Record<string, number>;

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** History; it makes everything else count, so it is read first and written last. */
export function isHistory(partition: string): boolean {
  return kindOf(partition) === 'log';
}

/** Counts documents and sums up their lines, in the order given. */
export class Tally {
  readonly counts: Counts = {};
  private readonly hash: Hash = createHash('sha256');

  /** Returns the document's line. */
  add(document: Document): string {
    const { partition, id, value } = document;
    this.count(kindOf(partition), 1);
    if (isHistory(partition)) this.count('events', eventsIn(value));
    const text = `${canonical({ partition, id, value })}\n`;
    this.hash.update(text);
    return text;
  }

  /** To be asked once, at the end. */
  foot(): z.infer<typeof foot> {
    return { counts: this.counts, sha256: this.hash.digest('hex') };
  }

  private count(kind: string, number: number): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + number;
  }
}

function eventsIn(page: unknown): number {
  const { entries } = (page ?? {}) as { entries?: unknown };
  return Array.isArray(entries) ? entries.length : 0;
}

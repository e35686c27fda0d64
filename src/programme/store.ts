/** A stored document: its value and the version a conditional replace must name. */
export interface Stored<T> {
  id: string;
  value: T;
  version: string;
}

/** Thrown when a create meets an existing id, or a conditional write a stale or missing version. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict';
  constructor(
    readonly partition: string,
    readonly id: string,
  ) {
    super(`conflict on ${partition}/${id}`);
  }
}

/** Whether a conditional write went through; false where somebody else was quicker. Rejects with whatever else goes wrong. */
export async function unlessConflict(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof StoreConflict) return false;
    throw error;
  }
}

/** Thrown when the database cannot be reached; nothing was acknowledged. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** How a write may be carried out. */
export interface WriteHint {
  /** So many milliseconds the write may wait for others, to be made durable together with them; a store may pass it over. */
  waitMs?: number;
}

/**
 * The port to durable memory: JSON documents in partitions. It is deliberately no more than what both SQLite and
 * Cosmos DB do right with point reads, creates, conditional replaces and single-partition queries; history, claims and
 * the programme's snapshots are built on it once. Every resolved write is durable.
 *
 * `partition` and `id` are printable ASCII of 1 to 200 characters without `/ \ ? #`, without a blank at either end, and not
 * dots only.
 */
export interface ProgrammeStore {
  get<T>(partition: string, id: string): Promise<Stored<T> | undefined>;
  /** Writes a new document and returns its version. Rejects with StoreConflict when the id exists. */
  create<T>(partition: string, id: string, value: T, hint?: WriteHint): Promise<string>;
  /** Overwrites the document of that version and returns the new one. Rejects with StoreConflict when it is stale or gone. */
  replace<T>(partition: string, id: string, value: T, version: string, hint?: WriteHint): Promise<string>;
  /** Removes the document if it is there; with a version only that version (StoreConflict when stale). */
  remove(partition: string, id: string, version?: string): Promise<void>;
  /** The partition's documents in ascending order of id (code-unit order), those after `after` only, at most `limit`. */
  list<T>(partition: string, options?: { after?: string; limit?: number }): Promise<Stored<T>[]>;
  /** The names of all partitions that hold anything, in ascending order. For moving and examining; dearer than a turn can bear. */
  partitions(): Promise<string[]>;
  /**
   * Resolves when what was removed or overwritten before cannot be read from the medium any more, as far as that is in the
   * store's hands; takes a moment. Rejects with StoreUnavailable where somebody still reads it.
   */
  scrub(): Promise<void>;
  /** Rejects with StoreUnavailable unless the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Tells the instant; the only source of "now". */
export interface Clock {
  now(): Date;
}

import type { InStatement, ResultSet } from '@libsql/client';
import { isPassing } from './connect.js';
import type { Connection } from './connection.js';

/** More statements than this are not made one transaction. */
const MOST = 250;

interface Waiting {
  statement: InStatement;
  resolve(result: ResultSet): void;
  reject(error: unknown): void;
}

/**
 * Carries out writes, each settled only when it is durable. Those that may wait are gathered into one transaction: the
 * disk is waited for once for all of them, and the process, which stands still meanwhile, goes on sooner. A write that may
 * not wait takes along those that do.
 */
export class GroupCommit {
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly connection: Connection) {}

  write(statement: InStatement, waitMs: number): Promise<ResultSet> {
    if (waitMs <= 0 && this.#waiting.length === 0) return this.connection.execute(statement);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ statement, resolve, reject });
      if (waitMs <= 0 || this.#waiting.length >= MOST) void this.flush();
      else this.#timer ??= setTimeout(() => void this.flush(), waitMs);
    });
  }

  /** Carries out what waits; never rejects, because everybody hears of their own write. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length === 0) return;
    try {
      const results = await this.connection.batch(group.map(({ statement }) => statement));
      for (const [place, { resolve, reject }] of group.entries()) {
        const result = results[place];
        if (result) resolve(result);
        else reject(new Error('the driver gave no result for a statement'));
      }
    } catch (error) {
      // Each by itself would wait for the same disk or lock once more.
      if (isPassing(error)) return group.forEach(({ reject }) => reject(error));
      // Nothing of the transaction is there; one faulty statement shall not spoil the others.
      for (const { statement, resolve, reject } of group)
        await this.connection.execute(statement).then(resolve, reject);
    }
  }
}

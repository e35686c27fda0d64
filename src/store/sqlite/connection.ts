import type { Client, InStatement, ResultSet } from '@libsql/client';
import { isPassing } from './connect.js';

/** Operations in one turn of the event loop. */
const AT_A_STRETCH = 16;

/**
 * A connection that does one thing after the other, with settings that hold for all of it. After a failure that can pass it
 * is replaced before anything else is done: the driver leaves a statement that found the file locked unfinished, and as long
 * as it is, SQLite commits nothing of what it says is written.
 */
export class Connection {
  #state: 'new' | 'good' | 'spoilt' = 'new';
  #queue: Promise<unknown> = Promise.resolve();
  #done = 0;

  constructor(
    private readonly client: Client,
    /** PRAGMAs that belong to a connection, not to the file. */
    private readonly settings: readonly string[],
  ) {}

  get closed(): boolean {
    return this.client.closed;
  }

  execute(statement: InStatement): Promise<ResultSet> {
    return this.#inTurn(() => this.client.execute(statement));
  }

  /** All of it or nothing. */
  batch(statements: InStatement[]): Promise<ResultSet[]> {
    return this.#inTurn(() => this.client.batch(statements, 'write'));
  }

  close(): void {
    this.client.close();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#queue.then(() => this.#run(work));
    this.#queue = mine.catch(() => undefined).then(() => this.#letGo());
    return mine;
  }

  /**
   * The driver works without leaving the present turn of the event loop, and only between turns gives back the memory in
   * which it holds statements with all they were given: an import would keep twice its size.
   */
  async #letGo(): Promise<void> {
    this.#done += 1;
    if (this.#done % AT_A_STRETCH === 0) await new Promise((turned) => setImmediate(turned));
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    try {
      if (this.#state !== 'good' && !this.closed) await this.#makeReady();
      return await work();
    } catch (error) {
      if (isPassing(error)) this.#state = 'spoilt';
      throw error;
    }
  }

  async #makeReady(): Promise<void> {
    if (this.#state === 'spoilt') this.client.reconnect();
    for (const setting of this.settings) await this.client.execute(setting);
    this.#state = 'good';
  }
}

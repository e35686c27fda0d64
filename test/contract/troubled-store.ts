import { StoreUnavailable, type ProgrammeStore, type Stored } from '../../src/programme/store.js';

export type Operation = 'get' | 'create' | 'replace' | 'remove' | 'list' | 'partitions' | 'scrub' | 'ping';

/** A real store behind a bad line: it can be cut off, and can lose the answer to a write that was done. */
export class TroubledStore implements ProgrammeStore {
  /** `down`: nothing gets through. `answerLost`: writes are done, but their callers never hear of it. */
  trouble: 'none' | 'down' | 'answerLost' = 'none';
  readonly calls: { operation: Operation; partition: string; id: string | null }[] = [];
  /** Called before each operation gets through. */
  before: (operation: Operation, partition: string) => Promise<void> | void = () => undefined;

  constructor(private readonly behind: ProgrammeStore) {}

  get<T>(partition: string, id: string): Promise<Stored<T> | undefined> {
    return this.through('get', partition, id, () => this.behind.get<T>(partition, id));
  }
  create<T>(partition: string, id: string, value: T): Promise<string> {
    return this.through('create', partition, id, () => this.behind.create(partition, id, value));
  }
  replace<T>(partition: string, id: string, value: T, version: string): Promise<string> {
    return this.through('replace', partition, id, () => this.behind.replace(partition, id, value, version));
  }
  remove(partition: string, id: string, version?: string): Promise<void> {
    return this.through('remove', partition, id, () => this.behind.remove(partition, id, version));
  }
  list<T>(partition: string, options?: { after?: string; limit?: number }): Promise<Stored<T>[]> {
    return this.through('list', partition, null, () => this.behind.list<T>(partition, options));
  }
  partitions(): Promise<string[]> {
    return this.through('partitions', '', null, () => this.behind.partitions());
  }
  scrub(): Promise<void> {
    return this.through('scrub', '', null, () => this.behind.scrub());
  }
  ping(): Promise<void> {
    return this.through('ping', '', null, () => this.behind.ping());
  }
  close(): Promise<void> {
    return this.behind.close();
  }

  private async through<T>(
    operation: Operation,
    partition: string,
    id: string | null,
    work: () => Promise<T>,
  ): Promise<T> {
    if (this.trouble === 'down') throw new StoreUnavailable('cut off for a test');
    this.calls.push({ operation, partition, id });
    await this.before(operation, partition);
    const result = await work();
    if (this.trouble === 'answerLost' && ['create', 'replace', 'remove'].includes(operation)) {
      throw new StoreUnavailable('answer lost for a test');
    }
    return result;
  }
}

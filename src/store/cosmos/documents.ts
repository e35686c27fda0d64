import { randomUUID } from 'node:crypto';
import type { Container, CosmosClient, RequestOptions } from '@azure/cosmos';
import { StoreConflict, StoreUnavailable, type ProgrammeStore, type Stored } from '../../programme/store.js';
import { checkKeys, toJson } from '../document.js';
import { attempt, type Attempt, type Patience } from './attempts.js';
import type { Failure } from './failures.js';

/** A document as Cosmos DB has it. */
interface Item {
  id: string;
  partition: string;
  /** The value; not called `value`, which is a word of the query language. */
  body: unknown;
  /** Made anew for every write, so that a write whose answer got lost can be told from somebody else's. */
  stamp: string;
  _etag: string;
}
/** Sub-status of a 404 when it is not the document that is missing. */
const NO_CONTAINER = 1003;
/** The most documents asked for in one request. */
const PAGE = 500;
const LIST = 'SELECT * FROM c WHERE c.partition = @partition AND c.id > @after ORDER BY c.id';
/** One look into the index each: the service is not asked for all documents to learn the names of a few dozen partitions. */
const NEXT_PARTITION = 'SELECT TOP 1 VALUE c.partition FROM c WHERE c.partition > @after ORDER BY c.partition';

/** The store's operations on an open container: point reads, creates, conditional replaces and single-partition queries. */
export class CosmosDocuments implements ProgrammeStore {
  private closed = false;

  constructor(
    private readonly client: CosmosClient,
    private readonly container: Container,
    private readonly patience: Patience,
  ) {}

  async get<T>(partition: string, id: string): Promise<Stored<T> | undefined> {
    checkKeys(partition, id);
    const item = await this.run(({ signal }) => this.read(partition, id, signal));
    return item && toStored<T>(item);
  }

  async create<T>(partition: string, id: string, value: T): Promise<string> {
    checkKeys(partition, id);
    const item = itemOf(partition, id, value);
    return this.run(
      async ({ signal }) => etagOf(await this.container.items.create(item, { abortSignal: signal })),
      (failure, current) => (failure === 'conflict' ? this.ownOrConflict(item, current) : undefined),
    );
  }

  async replace<T>(partition: string, id: string, value: T, version: string): Promise<string> {
    checkKeys(partition, id);
    const item = itemOf(partition, id, value);
    return this.run(
      async ({ signal }) =>
        etagOf(await this.container.item(id, partition).replace(item, onlyVersion(version, signal))),
      (failure, current) => {
        if (failure === 'stale') return this.ownOrConflict(item, current);
        return failure === 'notFound' ? Promise.reject(new StoreConflict(partition, id)) : undefined;
      },
    );
  }

  async remove(partition: string, id: string, version?: string): Promise<void> {
    checkKeys(partition, id);
    await this.run(
      async ({ signal }) => {
        const options = version === undefined ? { abortSignal: signal } : onlyVersion(version, signal);
        await this.container.item(id, partition).delete(options);
      },
      (failure) => {
        if (failure === 'notFound') return Promise.resolve();
        return failure === 'stale' ? Promise.reject(new StoreConflict(partition, id)) : undefined;
      },
    );
  }

  async list<T>(partition: string, options: { after?: string; limit?: number } = {}): Promise<Stored<T>[]> {
    checkKeys(partition);
    const { after = '', limit = Infinity } = options;
    const found: Stored<T>[] = [];
    let continuation: string | undefined;
    do {
      const from = continuation;
      const page = await this.run(({ signal }) => this.page(partition, after, limit - found.length, from, signal));
      found.push(...page.items.map((item) => toStored<T>(item)));
      continuation = page.continuation;
    } while (continuation !== undefined && found.length < limit);
    return found;
  }

  async partitions(): Promise<string[]> {
    const found: string[] = [];
    for (let next = await this.partitionAfter(''); next !== undefined; next = await this.partitionAfter(next)) {
      found.push(next);
    }
    return found;
  }

  /** The service keeps no earlier versions for readers; how long its backups last is set on the account. */
  scrub(): Promise<void> {
    return this.ping();
  }

  async ping(): Promise<void> {
    await this.get('ping', 'ping');
  }

  async close(): Promise<void> {
    this.closed = true;
    this.client.dispose();
  }

  private async read(partition: string, id: string, abortSignal: AbortSignal): Promise<Item | undefined> {
    const { resource, substatus } = await this.container.item(id, partition).read<Item>({ abortSignal });
    if (substatus === NO_CONTAINER) throw new StoreUnavailable('the container is gone');
    return resource;
  }

  private async partitionAfter(after: string): Promise<string | undefined> {
    const query = { query: NEXT_PARTITION, parameters: [{ name: '@after', value: after }] };
    return this.run(async ({ signal }) => {
      const { resources } = await this.container.items.query<string>(query, { abortSignal: signal }).fetchAll();
      return resources[0];
    });
  }

  private async page(
    partition: string,
    after: string,
    limit: number,
    continuationToken: string | undefined,
    abortSignal: AbortSignal,
  ): Promise<{ items: Item[]; continuation: string | undefined }> {
    const parameters = [
      { name: '@partition', value: partition },
      { name: '@after', value: after },
    ];
    const options = { partitionKey: partition, maxItemCount: Math.min(PAGE, limit), continuationToken, abortSignal };
    const page = await this.container.items.query<Item>({ query: LIST, parameters }, options).fetchNext();
    return { items: page.resources ?? [], continuation: page.continuationToken || undefined };
  }

  /** A write met something there already: our own one, when an earlier attempt got through and only its answer was lost. */
  private async ownOrConflict({ partition, id, stamp }: Omit<Item, '_etag'>, { doubtful }: Attempt): Promise<string> {
    const there = doubtful ? await this.run(({ signal }) => this.read(partition, id, signal)) : undefined;
    if (there?.stamp !== stamp) throw new StoreConflict(partition, id);
    return there._etag;
  }

  private async run<T>(
    work: (attempt: Attempt) => Promise<T>,
    settle: (failure: Failure, attempt: Attempt) => Promise<T> | undefined = () => undefined,
  ): Promise<T> {
    if (this.closed) throw new StoreUnavailable('the store is closed');
    return attempt(work, settle, this.patience);
  }
}

function itemOf(partition: string, id: string, value: unknown): Omit<Item, '_etag'> {
  toJson(value);
  return { id, partition, body: value, stamp: randomUUID() };
}

function onlyVersion(version: string, abortSignal: AbortSignal): RequestOptions & { abortSignal: AbortSignal } {
  return { accessCondition: { type: 'IfMatch', condition: version }, abortSignal };
}

function etagOf({ resource }: { resource?: { _etag: string } }): string {
  if (!resource) throw new StoreUnavailable('Cosmos DB answered without the document');
  return resource._etag;
}

function toStored<T>({ id, body, _etag }: Item): Stored<T> {
  return { id, value: body as T, version: _etag };
}

/** An older version that is further away than this from the newest gets a table of its own when it is read. */
const FAR = 32;

/**
 * An immutable map whose `with` costs the same however large it is. All versions share the table of the newest one; an
 * older version knows what the next one changed, so reading it is slower, and only that. Iterates in the order in which
 * keys were first set.
 */
export class SharedMap<K, V> implements ReadonlyMap<K, V> {
  /** What the next version changed: as long as it is set, `table` belongs to somebody newer. */
  private next: Change<K, V> | undefined;

  private constructor(
    private table: Map<K, V>,
    readonly size: number,
  ) {}

  static of<K, V>(entries: Iterable<readonly [K, V]> = []): SharedMap<K, V> {
    const table = new Map(entries);
    return new SharedMap(table, table.size);
  }

  /** The same map with one entry added or changed. */
  with(key: K, value: V): SharedMap<K, V> {
    if (this.next) this.settle();
    const had = this.table.has(key);
    const map = new SharedMap(this.table, had ? this.size : this.size + 1);
    this.next = { map, key, had, value: this.table.get(key) };
    this.table.set(key, value);
    return map;
  }

  get(key: K): V | undefined {
    return this.next ? this.find(key).value : this.table.get(key);
  }

  has(key: K): boolean {
    return this.next ? this.find(key).had : this.table.has(key);
  }

  *keys(): MapIterator<K> {
    if (this.next) this.settle();
    // Copied, because the table may move on while somebody iterates.
    yield* [...this.table.keys()];
  }

  *entries(): MapIterator<[K, V]> {
    for (const key of this.keys()) yield [key, this.get(key) as V];
  }

  *values(): MapIterator<V> {
    for (const key of this.keys()) yield this.get(key) as V;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  private find(key: K): { had: boolean; value: V | undefined } {
    const path = this.newer(FAR);
    const changed = path.find((change) => change.key === key);
    if (changed) return changed;
    const { next, table } = path.at(-1)?.map ?? this;
    if (!next) return { had: table.has(key), value: table.get(key) };
    this.settle();
    return this.find(key);
  }

  /** Gives this older version a table of its own. */
  private settle(): void {
    const path = this.newer(Infinity);
    const table = new Map((path.at(-1)?.map ?? this).table);
    for (const { key, had, value } of path.reverse()) {
      if (had) table.set(key, value as V);
      else table.delete(key);
    }
    this.table = table;
    this.next = undefined;
  }

  /** What the versions after this one changed, the next first. */
  private newer(limit: number): Change<K, V>[] {
    const path: Change<K, V>[] = [];
    for (let { next } = this; next && path.length < limit; next = next.map.next) path.push(next);
    return path;
  }
}

interface Change<K, V> {
  map: SharedMap<K, V>;
  key: K;
  /** Whether the key was there before, and its value then. */
  had: boolean;
  value: V | undefined;
}

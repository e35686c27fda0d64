/** Fewer recent entries than this are not worth a new base. */
const SMALL = 32;

/**
 * An immutable map whose `with` shares what did not change with the map it came from, so that one change of 10,000
 * entries costs microseconds. Iterates in the order in which keys were first set.
 */
export class SharedMap<K, V> implements ReadonlyMap<K, V> {
  private constructor(
    private readonly base: ReadonlyMap<K, V>,
    /** Entries set since the base was made, which count before it. */
    private readonly recent: ReadonlyMap<K, V>,
    readonly size: number,
  ) {}

  static of<K, V>(entries: Iterable<readonly [K, V]> = []): SharedMap<K, V> {
    const base = new Map(entries);
    return new SharedMap(base, new Map(), base.size);
  }

  /** The same map with one entry added or changed. */
  with(key: K, value: V): SharedMap<K, V> {
    const size = this.has(key) ? this.size : this.size + 1;
    const recent = new Map(this.recent).set(key, value);
    if (recent.size < Math.max(SMALL, Math.sqrt(size))) return new SharedMap(this.base, recent, size);
    return new SharedMap(new Map([...this.base, ...recent]), new Map(), size);
  }

  get(key: K): V | undefined {
    return this.recent.get(key) ?? (this.recent.has(key) ? undefined : this.base.get(key));
  }

  has(key: K): boolean {
    return this.recent.has(key) || this.base.has(key);
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.base) yield [key, this.recent.has(key) ? (this.recent.get(key) as V) : value];
    for (const [key, value] of this.recent) if (!this.base.has(key)) yield [key, value];
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}

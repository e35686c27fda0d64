/**
 * An immutable list that grows at its end in constant time: successors share one array, of which each list sees its own
 * first part only.
 */
export class SharedList<T> {
  private plain: readonly T[] | undefined;

  private constructor(
    private readonly shared: T[],
    readonly length: number,
  ) {}

  static of<T>(items: Iterable<T> = []): SharedList<T> {
    const shared = [...items];
    return new SharedList(shared, shared.length);
  }

  with(item: T): SharedList<T> {
    // Somebody else has already grown the array from here: that is their future, not ours.
    const own = this.shared.length === this.length ? this.shared : this.shared.slice(0, this.length);
    own.push(item);
    return new SharedList(own, own.length);
  }

  /** The list as an array; copied once, when first asked for. */
  toArray(): readonly T[] {
    return (this.plain ??= this.shared.slice(0, this.length));
  }
}

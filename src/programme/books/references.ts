/** Which parts history refers to, as far as it is known. */
export class References {
  private present: readonly string[] = [];
  private readonly changes = new Set<string>();
  private readonly gone = new Set<string>();

  /** One more entry of history: the programme it makes the present one, and what it changed, where these are in parts. */
  note(programme: readonly string[] = [], changes: readonly string[] = []): void {
    for (const id of changes) this.changes.add(id);
    if (programme.length === 0) return;
    for (const id of this.present) this.gone.add(id);
    this.present = programme;
  }

  /** Whether parts of programmes that were replaced may still be stored. */
  get stale(): boolean {
    return this.gone.size > 0;
  }

  /**
   * What is referred to, and what no longer is, which stays so while history goes on; `swept` is to be called when that is
   * removed.
   */
  now(): { used: ReadonlySet<string>; replaced: ReadonlySet<string>; swept(): void } {
    const used = new Set([...this.present, ...this.changes]);
    const gone = [...this.gone];
    // Early versions named parts by their content, so that an earlier programme and the present one may share some.
    const replaced = new Set(gone.filter((id) => !used.has(id)));
    return { used, replaced, swept: () => gone.forEach((id) => this.gone.delete(id)) };
  }
}

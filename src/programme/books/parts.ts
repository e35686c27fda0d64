import { randomUUID } from 'node:crypto';
import { unlessConflict, type ProgrammeStore, type Stored } from '../store.js';

const PARTITION = 'parts';
/** Lines in one part. */
const LINES = 50;
/** Characters in one part: below 1 MB in UTF-8, Cosmos DB takes 2 MB. */
const SIZE = 250_000;
/** Requests under way at once. */
const AT_ONCE = 8;
/** How long a part that nothing refers to is left alone: much longer than an import takes and clocks differ. */
const LEFT_ALONE_MS = 24 * 60 * 60_000;

interface Part {
  text: string;
  /** Since when nothing is known to refer to it, ISO 8601. */
  unreferenced?: string;
}

/** Thrown for a part that is not there: what referred to it was replaced, and it was swept, after it was read. */
export class PartMissing extends Error {
  override readonly name = 'PartMissing';
  constructor(readonly id: string) {
    super(`part ${id} is missing`);
  }
}

/**
 * Texts of any size as documents. Each saving makes new ones, under names that are never used again: once what refers to
 * them is replaced, nobody can come to need them, and they may be removed whoever else is at work.
 */
export class Parts {
  constructor(private readonly store: ProgrammeStore) {}

  /** Stores lines (without line ends) durably and returns the ids under which `load` gives them back. */
  async save(lines: readonly string[]): Promise<string[]> {
    const name = randomUUID();
    const parts = cut(lines).map((text, index) => ({ id: `${name}-${index}`, text }));
    await inTurns(parts, ({ id, text }) => this.store.create<Part>(PARTITION, id, { text }));
    return parts.map(({ id }) => id);
  }

  /** Rejects with PartMissing. */
  async load(ids: readonly string[]): Promise<string[]> {
    const texts = await inTurns(ids, async (id) => (await this.part(id)).value.text);
    return texts.join('').split('\n').slice(0, -1);
  }

  /**
   * Changes lines where they stand; null takes one out. Each part by itself, so that at no moment a line is there twice or
   * torn. Lines longer than a part are left as they are.
   */
  async rewrite(ids: readonly string[], change: (line: string) => string | null): Promise<void> {
    for (const id of ids) {
      for (let written = false; !written;) {
        const { value, version } = await this.part(id);
        const lines = value.text.split('\n');
        const last = lines.pop() ?? '';
        const text = [...lines.flatMap((line) => change(line) ?? []), last].join('\n');
        if (text === value.text) break;
        written = await unlessConflict(this.store.replace<Part>(PARTITION, id, { ...value, text }, version));
      }
    }
  }

  /**
   * Removes `replaced`, and after a day what nothing refers to: the remains of imports that broke off. `used`: everything
   * that is referred to; what another replica is just importing may be missing in it.
   */
  async sweep(used: ReadonlySet<string>, replaced: ReadonlySet<string>, now: Date): Promise<void> {
    let after = '';
    for (;;) {
      const found = await this.store.list<Part>(PARTITION, { after, limit: AT_ONCE });
      await Promise.all(
        found.filter(({ id }) => !used.has(id)).map((part) => this.dispose(part, replaced.has(part.id), now)),
      );
      after = found.at(-1)?.id ?? '';
      if (found.length < AT_ONCE) return;
    }
  }

  private async dispose({ id, value, version }: Stored<Part>, replaced: boolean, now: Date): Promise<void> {
    const since = value.unreferenced;
    if (replaced || (since !== undefined && now.getTime() - Date.parse(since) > LEFT_ALONE_MS))
      await unlessConflict(this.store.remove(PARTITION, id, version));
    else if (since === undefined)
      await unlessConflict(
        this.store.replace<Part>(PARTITION, id, { ...value, unreferenced: now.toISOString() }, version),
      );
  }

  private async part(id: string): Promise<Stored<Part>> {
    const part = await this.store.get<Part>(PARTITION, id);
    if (!part) throw new PartMissing(id);
    return part;
  }
}

/** Every text ends with a line end, save where a single line is longer than a part. */
function cut(lines: readonly string[]): string[] {
  const texts: string[] = [];
  let text = '';
  let count = 0;
  const flush = (): void => {
    if (text !== '') texts.push(text);
    text = '';
    count = 0;
  };
  for (const line of lines) {
    if (count === LINES || text.length + line.length >= SIZE) flush();
    text += `${line}\n`;
    count += 1;
    while (text.length > SIZE) {
      const at = isLowSurrogate(text, SIZE) ? SIZE - 1 : SIZE;
      texts.push(text.slice(0, at));
      text = text.slice(at);
    }
  }
  flush();
  return texts;
}

/** Whether a cut at `index` would tear a character apart. */
function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(work))));
  }
  return results;
}

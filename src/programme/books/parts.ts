import { createHash } from 'node:crypto';
import { StoreConflict, type ProgrammeStore } from '../store.js';

const PARTITION = 'parts';
/** Lines in one part; by number, so that a change of one line does not shift all later parts. */
const LINES = 50;
/** Characters in one part: below 1 MB in UTF-8, Cosmos DB takes 2 MB. */
const SIZE = 250_000;
/** Requests under way at once. */
const AT_ONCE = 8;

/**
 * Texts of any size as immutable documents that are named by their content: what has not changed between two imports is
 * stored once, and writing it again after a crash does no harm.
 */
export class Parts {
  private readonly stored = new Set<string>();

  constructor(private readonly store: ProgrammeStore) {}

  /** Stores lines (without line ends) durably and returns the ids under which `load` gives them back. */
  async save(lines: readonly string[]): Promise<string[]> {
    const parts = cut(lines).map((text) => ({
      id: createHash('sha256').update(text).digest('hex').slice(0, 32),
      text,
    }));
    await inTurns(parts, async ({ id, text }) => {
      if (this.stored.has(id)) return;
      await this.store.create(PARTITION, id, { text }).catch((error: unknown) => {
        if (!(error instanceof StoreConflict)) throw error;
      });
      this.stored.add(id);
    });
    return parts.map((part) => part.id);
  }

  async load(ids: readonly string[]): Promise<string[]> {
    const texts = await inTurns(ids, async (id) => {
      const part = await this.store.get<{ text: string }>(PARTITION, id);
      if (!part) throw new Error(`part ${id} is missing`);
      this.stored.add(id);
      return part.value.text;
    });
    return texts.join('').split('\n').slice(0, -1);
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

/**
 * Lists within one cell. A semicolon or a line break separates entries; within an entry they are written `\;` and `\n`, a
 * backslash before either (or before another backslash) `\\`.
 */
export function joinList(entries: readonly string[], separator: '; ' | '\n' = '; '): string {
  return entries.map((entry) => escaped(entry)).join(separator);
}

/** The entries of a cell without spaces at their ends; empty ones keep their place. */
export function splitList(cell: string): string[] {
  const entries = [''];
  const parts = cell.match(/\\[;n\\]|\r?\n|[^]/g) ?? [];
  for (const part of parts) {
    const last = entries.length - 1;
    if (part === ';' || part.endsWith('\n')) entries.push('');
    else entries[last] += part.length === 2 && part.startsWith('\\') ? unescaped(part) : part;
  }
  return entries.map((entry) => entry.trim());
}

function escaped(entry: string): string {
  return entry
    .replace(/\\(?=[;n\\\r\n]|$)/g, '\\\\')
    .replaceAll(';', '\\;')
    .replace(/\r?\n/g, '\\n');
}

function unescaped(pair: string): string {
  return pair === '\\n' ? '\n' : pair.slice(1);
}

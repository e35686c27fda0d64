import { open, stat } from 'node:fs/promises';

export const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Excel's old format, and its new one under a password. */
export const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether a path is one that `openTables` knows about: a folder, a CSV file, a zip or an Excel workbook. */
export async function looksLikeTables(file: string): Promise<boolean> {
  if (/\.csv$/i.test(file)) return true;
  const at = await stat(file).catch(() => null);
  if (!at || at.isDirectory()) return at !== null;
  const handle = await open(file).catch(() => null);
  if (!handle) return false;
  try {
    const { buffer } = await handle.read(Buffer.alloc(ZIP.length), 0, ZIP.length, 0);
    return startsWith(buffer, ZIP) || startsWith(buffer, COMPOUND);
  } finally {
    await handle.close();
  }
}

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

import { createReadStream } from 'node:fs';
import { Failure } from './failure.js';

/**
 * A text file as UTF-8 (with or without byte order mark). Fails in plain words when it cannot be read. Read in pieces: one
 * big buffer, once freed, keeps the C library from giving memory back for as long as the process lives.
 */
export async function readTextFile(path: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for await (const piece of createReadStream(path)) text += decoder.decode(piece as Buffer, { stream: true });
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError)
      throw new Failure(`${path} is not encoded as UTF-8. Save it as UTF-8 and try again.`, { cause: error });
    throw new Failure(unreadable(path, error), { cause: error });
  }
}

/** Why a file cannot be read and what to do about it. */
export function unreadable(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return `There is no file ${path}. Check the path.`;
  if (code === 'EISDIR') return `${path} is a folder. Name a file in it.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read. Check its permissions.`;
  return `${path} cannot be read (${String(code) || 'unknown reason'}).`;
}

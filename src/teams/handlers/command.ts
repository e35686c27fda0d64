import type { Turn } from '../turn.js';

/** Whether a turn says one of these words and nothing else; case, a slash before and marks behind do not matter. */
export function isCommand({ action, text }: Pick<Turn, 'action' | 'text'>, words: readonly string[]): boolean {
  if (action) return false;
  const bare = text
    .toLowerCase()
    .replace(/^[/!]\s*/, '')
    .replace(/(?<=\p{L})[\s.!?,…]+$/u, '');
  return words.includes(bare);
}

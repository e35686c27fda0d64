import type { Turn } from '../turn.js';

/** Whether a turn says one of these words and nothing else; case, a slash before and marks behind do not matter. */
export function isCommand({ action, text }: Pick<Turn, 'action' | 'text'>, words: readonly string[]): boolean {
  return !action && words.includes(bare(text));
}

/** Every command asks the same of the same turn. */
let last = { text: '', bare: '' };

function bare(text: string): string {
  if (text !== last.text) {
    const plain = text.toLowerCase().replace(/^[/!]\s*/, '');
    last = { text, bare: plain.replace(/(?<=\p{L})[\s.!?,…]+$/u, '') };
  }
  return last.bare;
}

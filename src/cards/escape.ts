/**
 * Makes a text show as it was typed where cards and messages render Markdown. For display only: never for the value of
 * an input, which shows text literally.
 */
export function md(text: string): string {
  return text.replace(/[\\`*_~[\]<>|]/g, '\\$&').replace(/^(\s*)([#+-]|\d+\.)(?=\s)/gm, '$1\\$2');
}

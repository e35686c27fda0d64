const MARKS = /[\\`*_~[\]<>|]|^\s*(?:[#+-]|\d+\.)\s/m;

/**
 * Makes a text show as it was typed where cards and messages render Markdown. For display only: never for the value of
 * an input, which shows text literally.
 */
export function md(text: string): string {
  if (!MARKS.test(text)) return text;
  return text
    .replace(/[\\`*_~[\]<>|]/g, '\\$&')
    .replace(/^(\s*)([#+-])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s)/gm, '$1\\.');
}

import { t } from '../locales/index.js';
import type { Lang } from '../programme/text.js';

/** Characters of one message with data; Teams takes about 28 KB. */
const PIECE = 12_000;

/** Data as code blocks (`kind`: json, csv), cut at lines into messages that Teams takes. */
export function codeBlocks(data: string, kind: string, lang: Lang): string[] {
  const pieces: string[] = [];
  let piece = '';
  // Cut at lines, and within a line that is longer than a message.
  for (const line of data.split('\n').flatMap(cut)) {
    if (piece.length + line.length > PIECE) {
      pieces.push(piece);
      piece = '';
    }
    piece += `${line}\n`;
  }
  pieces.push(piece);
  return pieces.map((text, index) => {
    const part = pieces.length > 1 ? `${t(lang, 'privacy.part', { part: index + 1, parts: pieces.length })}\n\n` : '';
    return `${part}\`\`\`${kind}\n${text}\`\`\``;
  });
}

function cut(line: string): string[] {
  return line.length <= PIECE ? [line] : (line.match(/.{1,12000}/gsu) ?? []);
}

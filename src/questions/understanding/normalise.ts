/** A question longer than this is read from both ends only, so that work stays bounded. */
export const LONGEST_READ = 6000;

/**
 * What a person typed, freed of what is not words: HTML, Markdown, code fences, control characters, gender marks
 * ("Bürger*innen" → "Bürger"). Linear in the length of the text.
 */
export function normalise(text: string): string {
  if (text.length <= LONGEST_READ && PLAIN.test(text) && !/ {2}|Innen|www\./i.test(text)) return text.trim();
  const plain = bounded(text)
    .normalize('NFKC')
    .replace(/<(script|style)\b[^>]{0,200}>[^<]{0,500}<\/\1\s*>/gi, ' ')
    .replace(/<\/?[a-zA-Z][^<>]{0,200}>/g, ' ')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#\d{1,5});/g, ' ')
    .replace(/\b(?:https?:\/\/|www\.)[^\s]{1,300}/gi, ' ');
  return withoutGenderMarks(plain)
    .replace(/(?<=\p{L})[\u2018\u2019\u00b4`](?=\p{L})/gu, "'")
    .replace(/\bI'm\b/g, 'I am')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .replace(/[*_`#|\\~^{}[\]<>"„“”»«]+/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Nothing but words and the marks of a sentence: as most people ask. */
const PLAIN = /^[A-Za-z\dÄÖÜäöüß.,?! -]*$/;

function bounded(text: string): string {
  if (text.length <= LONGEST_READ) return text;
  const half = LONGEST_READ / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}

/** "Bürger*innen", "Bürger:innen", "Bürger/-innen", "BürgerInnen", "Bürger(innen)" → "Bürger". */
export function withoutGenderMarks(text: string): string {
  return text
    .replace(/(\p{L}{2,})(?:[*:_·]|\/-?)(?:innen|in|r|n|frau(?:en)?)\b/gu, '$1')
    .replace(/(\p{Ll}{2,})Innen\b/gu, '$1')
    .replace(/(\p{Ll}{2,})\((?:innen|in)\)/gu, '$1');
}

/** The languages people read Lotse in. German comes first. */
export const LANGUAGES = ['de', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

/** A text by language; at least one language is present in a programme that was read from a file. */
export type Text = Partial<Record<Lang, string>>;

/** The text in the reader's language, else in the other one, else empty. */
export function inLanguage(text: Text | null | undefined, lang: Lang): string {
  if (!text) return '';
  return text[lang] ?? LANGUAGES.map((other) => text[other]).find((found) => found !== undefined) ?? '';
}

/** Every wording of a text, without repetitions. */
export function wordings(text: Text | null | undefined): string[] {
  if (!text) return [];
  return [...new Set(LANGUAGES.map((lang) => text[lang]).filter((found): found is string => Boolean(found)))];
}

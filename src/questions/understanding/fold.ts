/** The same words come again and again while a programme is indexed. */
const CACHE_LIMIT = 10_000;
const cache = new Map<string, string>();

/**
 * The form under which words are compared: lower case, umlauts and their transcriptions reduced to the plain vowel
 * ("Ämter" = "aemter" = "amter"), "ß" to "ss", other accents dropped. Programme and question go through the same fold.
 */
export function fold(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const found = computeFold(word);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, found);
  return found;
}

/** Letters that are no letter with a mark to Unicode, but are typed as one without: "Aydın", "Łukasz", "Sørensen". */
const BARE: Readonly<Record<string, string>> = { ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', æ: 'a', œ: 'o' };

function computeFold(word: string): string {
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßıłøđðæœ]/g, (letter) => BARE[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  // German never writes "ue" for "ü" after a vowel or q ("neue", "Quelle") nor at the end of a word ("due", "issue").
  return plain.replace(/ae|oe/g, (pair) => pair.charAt(0)).replace(/(^|[^aeiouq])ue(?=[a-z])/g, '$1u');
}

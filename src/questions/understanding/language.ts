import type { Lang } from '../../programme/text.js';
import { TELLING } from './lexicon.js';
import type { Token } from './tokens.js';

/** The language of the words by their function words; undecided words leave it to the client's language. */
export function languageOf(tokens: readonly Token[], otherwise: Lang): Lang {
  return languageTold(tokens) ?? otherwise;
}

/** The language that words tell by so many more function words than the other one has, or null where they do not. */
export function languageTold(tokens: readonly Token[], lead = 1): Lang | null {
  let de = 0;
  let en = 0;
  for (const token of tokens.slice(0, 200)) {
    // "IT" is no "it", and German has it in every other title.
    if (token.raw === 'IT') continue;
    const german = TELLING.de.has(token.word) || /[äöüß]/i.test(token.raw);
    const english = TELLING.en.has(token.word);
    if (german && !english) de++;
    if (english && !german) en++;
  }
  if (Math.abs(de - en) < lead) return null;
  return de > en ? 'de' : 'en';
}

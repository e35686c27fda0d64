import type { Person, Programme } from '../programme/programme.js';
import { LANGUAGES, type Lang } from '../programme/text.js';
import { languageTold } from '../questions/understanding/language.js';
import { wordsOf } from '../questions/understanding/words.js';

/** Words of commands that no sentence needs: German and English ones know each other by them. */
const COMMAND_WORDS: Record<Lang, ReadonlySet<string>> = {
  de: new Set(
    `wochenbericht berichte fehlende abwesenheiten auflagen beschlussliste entscheidungsliste beschlussprotokoll
    exportieren abbestellen pausiere pausieren setze fort fortsetzen hier moin servus guten gelb rot`.split(/\s+/),
  ),
  en: new Set(
    'reports missing absences conditions decision decisions unsubscribe weekly until resume here amber'.split(' '),
  ),
};

/** What is known of the language somebody wants to read; what is missing is null. */
export interface LanguageSigns {
  person: Person | null;
  /** The language of the words just typed, where they tell one. */
  told?: Lang | null;
  /** The last language that words told in this conversation. */
  spoken?: Lang | null;
  /** The client's. */
  locale?: string | null | undefined;
  programme?: Programme | null;
}

/**
 * The reader's language: the person's own by the programme, else that of their words, else the one the conversation
 * was held in last, else their client's, else the programme's.
 */
export function readersLanguage({ person, told, spoken, locale, programme }: LanguageSigns): Lang {
  return person?.lang ?? told ?? spoken ?? clientsLanguage(locale) ?? mainLanguage(programme ?? null);
}

/** The language that words tell, a command's as well as a sentence's; null where they could be either. */
export function toldLanguage(text: string): Lang | null {
  // An id is no word of a language, and "hi" one of both.
  if (/^\/as\b/i.test(text)) return null;
  const words = wordsOf(text).filter(({ word }) => word !== 'hi');
  const told = languageTold(words);
  if (told) return told;
  const found = LANGUAGES.filter((lang) => words.some(({ word }) => COMMAND_WORDS[lang].has(word)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function clientsLanguage(locale: string | null | undefined): Lang | null {
  if (!locale) return null;
  return /^de([-_]|$)/i.test(locale) ? 'de' : 'en';
}

/** The language in which most projects have a title; the first of all languages where two have as many. */
function mainLanguage(programme: Programme | null): Lang {
  const titles = programme?.projects.map(({ title }) => title) ?? [];
  const count = (lang: Lang): number => titles.filter((title) => title[lang] !== undefined).length;
  return LANGUAGES.reduce((most, lang) => (count(lang) > count(most) ? lang : most));
}

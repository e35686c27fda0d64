import type { Person } from '../programme/programme.js';
import type { Lang } from '../programme/text.js';

/** The reader's language: what the programme says of the person, else their client's; German where nothing is known. */
export function languageOf(person: Person | null, locale: string | null | undefined): Lang {
  if (person?.lang) return person.lang;
  if (!locale) return 'de';
  return /^de([-_]|$)/i.test(locale) ? 'de' : 'en';
}

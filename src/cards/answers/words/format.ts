import { t } from '../../../locales/index.js';
import type { Lang } from '../../../programme/text.js';
import type { Measure } from '../../../questions/question.js';

const TAGS: Record<Lang, string> = { de: 'de-DE', en: 'en-GB' };
const perLang = <T>(make: (tag: string) => T): Record<Lang, T> => ({ de: make(TAGS.de), en: make(TAGS.en) });

const numbers = perLang((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const euros = perLang(
  (tag) => new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
);
const months = perLang((tag) => new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }));
const lists = {
  and: perLang((tag) => new Intl.ListFormat(tag, { type: 'conjunction' })),
  or: perLang((tag) => new Intl.ListFormat(tag, { type: 'disjunction' })),
};

/** `1.850.000` / `1,850,000`, at most one decimal. */
export function number(lang: Lang, value: number): string {
  // Nothing to group and no decimals.
  return Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : numbers[lang].format(value);
}

/** Euros in full digits: `54.000 €` / `€54,000`. Plans are made in whole euros; averages are rounded to them. */
export function money(lang: Lang, value: number): string {
  return euros[lang].format(value);
}

/** `30.09.2026` / `30 September 2026`. */
export function day(lang: Lang, iso: string): string {
  const [year = '', month = '', date = ''] = iso.slice(0, 10).split('-');
  return lang === 'de' ? `${date}.${month}.${year}` : `${Number(date)} ${monthName(lang, Number(month))} ${year}`;
}

/** `September 2026` from `2026-09…`. */
export function month(lang: Lang, iso: string): string {
  return `${monthName(lang, Number(iso.slice(5, 7)))} ${iso.slice(0, 4)}`;
}

/** `KW 20/2026` / `week 20/2026` from `2026-W20`. */
export function week(lang: Lang, iso: string): string {
  const [year = '', number = ''] = iso.split('-W');
  return t(lang, 'unit.week', { week: `${Number(number)}/${year}` });
}

/** „so“ / “so”; what is quoted within is ‚so‘ / ‘so’. */
export function quoted(lang: Lang, text: string): string {
  return lang === 'de' ? `„${inner(lang, text)}“` : `“${inner(lang, text)}”`;
}

/** A text as it stands within quotation marks: its own become single ones. */
export function inner(lang: Lang, text: string): string {
  const [open, close] = lang === 'de' ? ['‚', '‘'] : ['‘', '’'];
  return text.replace(/[„“"]([^„“”"]*)[“”"]/g, (_, words: string) => `${open}${words}${close}`);
}

/** The text with a capital letter at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `A, B und C`. */
export function all(lang: Lang, items: readonly string[]): string {
  return items.length === 1 ? (items[0] ?? '') : lists.and[lang].format(items);
}

/** `A, B und C`; `A, B; C und D` where a name is a list itself, which would run into the next one. */
export function listed(lang: Lang, names: readonly string[]): string {
  const compound = names.some((name) => /,|\s(?:und|and)\s/.test(name.replace(/\([^)]*\)/g, '')));
  return compound ? names.join('; ') : all(lang, names);
}

/** `A, B oder C`. */
export function either(lang: Lang, items: readonly string[]): string {
  return items.length === 1 ? (items[0] ?? '') : lists.or[lang].format(items);
}

/** A value with its unit: euros, days of work, posts, per cent, time. */
export function amount(lang: Lang, measure: Measure, value: number): string {
  switch (measure) {
    case 'investment':
      return money(lang, value);
    case 'runningPerYear':
      return t(lang, 'unit.perYear', { money: money(lang, value) });
    case 'personnelDays':
      return t(lang, 'unit.personnelDays', { count: value, number: number(lang, value) });
    case 'fte':
      return t(lang, 'unit.fte', { number: number(lang, value) });
    case 'progress':
      return t(lang, 'unit.progress', { number: number(lang, value) });
    case 'duration':
      return span(lang, value);
  }
}

/** The value with what it is a value of: "5.094.000 € Investition", "425 Personentage". */
export function amountNamed(lang: Lang, measure: Measure, value: number): string {
  return t(lang, `amountNamed.${measure}`, { value: amount(lang, measure, value), money: money(lang, value) });
}

/**
 * A span of days in the unit people think in: days up to ten weeks, then months, from three years on years. `dative` as
 * after "mehr als" in German.
 */
export function span(lang: Lang, days: number, form: 'plain' | 'dative' = 'plain'): string {
  const count = Math.abs(Math.round(days));
  if (count <= 70) return t(lang, 'unit.days', { count, form });
  const months = Math.round(count / 30.44);
  // Whole years are said as such from two years on: "2 Jahre", but "30 Monate".
  if (months >= 36 || (months >= 24 && months % 12 === 0)) {
    return t(lang, 'unit.years', { count: Math.round(count / 365.25), form });
  }
  return t(lang, 'unit.months', { count: months, form });
}

function monthName(lang: Lang, month: number): string {
  return months[lang].format(Date.UTC(2000, month - 1, 15));
}

import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod/v4';
import { inLanguage, LANGUAGES, wordings, type Lang, type Text } from '../text.js';

// The messages given here are fault codes (`file.<code>` in the locales).

const MAX_ID = 100;
const MAX_TEXT = 20_000;

/** Ids are shown, typed and put into card data: one line, no spaces at the ends. */
export const id = z
  .string()
  .min(1)
  .max(MAX_ID)
  .refine((value) => value === value.trim() && !/\p{Cc}/u.test(value), 'id');

export const line = z.string().trim().min(1).max(MAX_TEXT);
export const day = z.string().refine(isDay, 'day');
export const week = z.string().refine(isWeek, 'week');
export const instant = z.string().refine((value) => /^\d{4}-\d{2}-\d{2}/.test(value) && isIso(value), 'instant');
export const timeZone = z.string().refine((value) => IANAZone.isValidZone(value), 'timeZone');
/** Country, Land and region of a public-holiday calendar, e.g. `DE-BY` (ISO 3166-2). */
export const holidays = z.string().refine((value) => /^[A-Z]{2}(-[A-Z0-9]{1,8}){0,2}$/.test(value), 'holidays');
export const link = z.string().refine(isWebAddress, 'link');
export const amount = z.number().min(0);
export const percent = z.number().min(0).max(100);

export const orNull = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? null);
export const listOf = <S extends z.ZodType>(schema: S) =>
  z
    .array(schema)
    .nullish()
    .transform((value) => value ?? []);
export const setOf = <S extends z.ZodType<string>>(schema: S) =>
  listOf(schema).transform((values) => [...new Set(values)]);

/** Texts of a file whose plain strings are in `lang`. */
export function textsIn(lang: Lang) {
  const text = z.unknown().transform((value, context): Text => {
    const read = readText(value, lang);
    if (read) return read;
    context.issues.push({ code: 'custom', message: 'text', input: value });
    return z.NEVER;
  });
  const optionalText = z.unknown().transform((value, context): Text | null => {
    if (isBlank(value)) return null;
    const read = readText(value, lang);
    if (read) return read;
    context.issues.push({ code: 'custom', message: 'text', input: value });
    return z.NEVER;
  });
  return {
    text,
    optionalText,
    /** For what has one wording in the programme, whatever the reader's language. */
    label: text.transform((read) => inLanguage(read, lang)),
    optionalLabel: optionalText.transform((read) => inLanguage(read, lang)),
    /** Words to recognise: those of every language. */
    words: listOf(text).transform((read) => [...new Set(read.flatMap(wordings))]),
  };
}

function isBlank(value: unknown): boolean {
  return isEmpty(value) || (isRecord(value) && LANGUAGES.every((lang) => isEmpty(value[lang])));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function readText(value: unknown, lang: Lang): Text | null {
  if (typeof value === 'string') return isWording(value) ? { [lang]: value } : null;
  if (!isRecord(value)) return null;
  const given = LANGUAGES.filter((language) => !isEmpty(value[language]));
  if (given.length === 0 || !given.every((language) => isWording(value[language]))) return null;
  return Object.fromEntries(given.map((language) => [language, value[language]]));
}

function isWording(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isIso(value: string): boolean {
  return DateTime.fromISO(value, { zone: 'utc' }).isValid;
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && isIso(value);
}

/** Whether a text is an ISO 8601 week, `2026-W21`. */
export function isWeek(value: string): boolean {
  return /^\d{4}-W\d{2}$/.test(value) && isIso(`${value}-1`);
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

import { isKey, t } from '../../locales/index.js';
import { LANGUAGES, type Lang } from '../../programme/text.js';
import { SHEET_NAMES } from './layout.js';
import { sheetName } from './names.js';
import { reference, type Place, type SheetFinding } from './place.js';
import { wordsOf } from './words.js';

/** A fault or warning with its cell, and below it in German and English where it is and what to do. */
export function findingLines(finding: SheetFinding): string {
  const { place, subject } = finding;
  const head = `  ${reference(place)}${subject === null ? '' : ` (${subject})`}`;
  const lines = LANGUAGES.map((lang) => `      ${[placeText(place, lang), findingText(finding, lang)].join(': ')}`);
  return [head, ...lines].join('\n');
}

/** What is wrong and what to do about it, without the place. */
export function findingText({ code, place, details, words }: SheetFinding, lang: Lang): string {
  const key = [`sheet.fault.${code}`, `file.${code}`].find(isKey);
  if (!key) throw new Error(`no wording for ${code}`);
  const list = SHEET_NAMES.find((name) => name === details['list']);
  return t(lang, key, {
    sheet: place.sheet,
    author: 'no',
    ...details,
    ...(list ? { list: sheetName(list, lang) } : {}),
    ...(words && 'allowed' in details ? { allowed: wordsOf(words, lang).join(', ') } : {}),
  });
}

function placeText({ sheet, row, column }: Place, lang: Lang): string {
  if (row !== null && column !== null) return t(lang, 'sheet.place', { row, column });
  if (row !== null) return t(lang, 'sheet.place.row', { row });
  return column === null ? t(lang, 'sheet.place.sheet', { sheet }) : t(lang, 'sheet.place.column', { column });
}

import type { Fault } from '../programme/file/fault.js';
import type { Lang } from '../programme/text.js';
import { isKey, t } from './index.js';

/** What is wrong at one place of a programme file and what to do about it, without the place. */
export function faultText(fault: Fault, lang: Lang): string {
  const key = `file.${fault.code}`;
  if (!isKey(key)) throw new Error(`no wording for ${key}`);
  return t(lang, key, fault.details);
}

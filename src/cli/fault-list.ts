import { faultText } from '../locales/fault.js';
import type { Fault } from '../programme/file/fault.js';
import { parseProgrammeFile, type ParseResult } from '../programme/file/parse.js';
import { LANGUAGES } from '../programme/text.js';
import { Failure } from './failure.js';
import { readTextFile } from './input.js';

/** Reads a programme file; fails with every fault in German and English. */
export async function readProgrammeFile(path: string): Promise<Extract<ParseResult, { ok: true }>> {
  const result = parseProgrammeFile(await readTextFile(path));
  if (result.ok) return result;
  const { faults } = result;
  const head = `${path}: ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}. Nothing was changed.`;
  throw new Failure([head, ...faults.map(faultLines)].join('\n'));
}

/** One fault or warning with its place, in German and English. */
export function faultLines(fault: Fault): string {
  const where = [fault.line === null ? null : `line ${fault.line}`, fault.subject].filter((part) => part !== null);
  const head = `  ${fault.path}${where.length > 0 ? ` (${where.join(', ')})` : ''}`;
  return [head, ...LANGUAGES.map((lang) => `      ${faultText(fault, lang)}`)].join('\n');
}

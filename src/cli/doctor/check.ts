/** One thing that was looked at. `fault`: Lotse cannot do its work; `advice`: it can, but somebody will miss something. */
export interface Check {
  level: 'ok' | 'advice' | 'fault';
  about: string;
  /** What is the case. */
  text: string;
  /** What to do about it. */
  fix: string | null;
}

export const ok = (about: string, text: string): Check => ({ level: 'ok', about, text, fix: null });
export const advice = (about: string, text: string, fix: string): Check => ({ level: 'advice', about, text, fix });
export const fault = (about: string, text: string, fix: string): Check => ({ level: 'fault', about, text, fix });

const SIGNS: Record<Check['level'], string> = { ok: '✓', advice: '!', fault: '✗' };

/** Checks as an operator reads them, and one line that sums them up. */
export function checkList(checks: readonly Check[]): string {
  const lines = checks.flatMap(({ level, about, text, fix }) => [
    `${SIGNS[level]} ${about}: ${text}`,
    ...(fix === null ? [] : [`    ${fix}`]),
  ]);
  const faults = checks.filter(({ level }) => level === 'fault').length;
  const advices = checks.filter(({ level }) => level === 'advice').length;
  const summary =
    faults + advices === 0 ? 'All is well.' : `${faults} to repair (✗), ${advices} to consider (!), the rest is well.`;
  return [...lines, '', summary].join('\n');
}

/** A list that stays readable: the first ten and how many more. */
export function some(list: readonly string[]): string {
  const more = list.length - 10;
  return more > 0 ? `${list.slice(0, 10).join(', ')} and ${more} more` : list.join(', ');
}

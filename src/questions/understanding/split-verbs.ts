import type { Mark, Thing } from './sentence.js';
import type { Period } from './periods.js';
import type { Token } from './tokens.js';

/** "Which projects does finance run?": with an office beside it and no time, to run something is to lead it. */
export function leadsByRunning(
  tokens: readonly Token[],
  marks: readonly Mark[],
  things: readonly Thing[],
  periods: readonly Period[],
): Mark[] {
  const office =
    things.some((thing) => thing.noun === 'department' || thing.noun === 'division') ||
    marks.some((mark) => mark.value.startsWith('own.'));
  const timed = periods.length > 0 || marks.some((mark) => /^(?:ask\.when|ask\.howLong|field\.cost)$/.test(mark.value));
  if (!office || timed) return [];
  return tokens.flatMap((token, at): Mark[] =>
    /^(?:run|runs)$/.test(token.word) &&
    !marks.some((mark) => mark.from <= at && at < mark.to && !mark.gap.includes(at))
      ? [{ value: 'relation.leads', from: at, to: at + 1, gap: [] }]
      : [],
  );
}

/** "Wer macht bei der E-Akte mit?": the two halves of the verb stand apart, the second one last. */
export function takesPart(tokens: readonly Token[]): Mark[] {
  const to = tokens.length;
  const verb = tokens.findIndex((token) => /^(?:macht|machen|wirkt|wirken|zieht|ziehen)$/.test(token.word));
  if (verb < 0 || tokens[to - 1]?.word !== 'mit') return [];
  return (['relation.affects', 'field.affects'] as const).map((value) => ({ value, from: to - 1, to, gap: [] }));
}

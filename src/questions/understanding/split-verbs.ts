import type { Concept } from './lexicon.js';
import { isOrganisation, type Mark, type Thing } from './sentence.js';
import type { Period } from './periods.js';
import type { Token } from './tokens.js';

/**
 * "Which projects does finance run?": with an office or a person beside it and no time, to run something is to lead it; else "which
 * run this year?" is said of the projects themselves. What they cost "to run" is what they cost a year.
 */
export function byRunning(
  tokens: readonly Token[],
  marks: readonly Mark[],
  things: readonly Thing[],
  periods: readonly Period[],
): Mark[] {
  const office =
    things.some((thing) => isOrganisation(thing) || thing.noun === 'person') ||
    marks.some((mark) => mark.value.startsWith('own.'));
  const timed = periods.length > 0 || marks.some((mark) => /^(?:ask\.when|ask\.howLong|field\.cost)$/.test(mark.value));
  const value = office && !timed ? 'relation.leads' : 'register.running';
  const costly = marks.some(({ value }) => /^(?:field\.(?:cost|runningPerYear)|super\.(?:max|min))/.test(value));
  const valueAt = (at: number) => (costly && tokens[at - 1]?.word === 'to' ? 'field.runningPerYear' : value);
  return tokens.flatMap((token, at): Mark[] =>
    /^(?:run|runs)$/.test(token.word) &&
    !/^(?:on|by)$/.test(tokens[at + 1]?.word ?? '') &&
    !marks.some((mark) => mark.from <= at && at < mark.to && !mark.gap.includes(at))
      ? [{ value: valueAt(at), from: at, to: at + 1, gap: [] }]
      : [],
  );
}

/** "Welche Projekte sind durch?", "ist der Umzug schon fertig?", "is the move late?": at the end of its clause it is what they are, no preposition. */
export function isThrough(tokens: readonly Token[]): Mark[] {
  if (tokens.some((token) => /^(?:wann|when|bald)$/.test(token.word))) return [];
  return tokens.flatMap((token, at): Mark[] => {
    const next = tokens[at + 1];
    const ends = !next || /[,;.!?]/.test(token.after) || /^(?:und|and)$/.test(next.word);
    if (!ends || !/^(?:durch|fertig|late)$/.test(token.word)) return [];
    let before = at - 1;
    while (
      /^(?:schon|bereits|noch|nicht|denn|eigentlich|jetzt|inzwischen|alle|komplett|ganz)$/.test(
        tokens[before]?.word ?? '',
      )
    )
      before--;
    const is =
      BEING.test(tokens[0]?.word ?? '') ||
      BEING.test(tokens[before]?.word ?? '') ||
      PROJECTS.test(tokens[before]?.word ?? '');
    const value = token.word === 'late' ? 'state.overdue' : 'state.finished';
    return is ? [{ value, from: at, to: at + 1, gap: [] }] : [];
  });
}
const BEING = /^(?:ist|sind|war|waren|is|are)$/;
const PROJECTS = /^(?:projekte?|vorhaben)$/;

/**
 * "Was fängt im Herbst an?", "was läuft am 1.7. aus?": the second half of the verb ends the clause, whatever stands between.
 * What the first half alone would mean is not said.
 */
export function withSplitVerbs(tokens: readonly Token[], marks: readonly Mark[]): Mark[] {
  const split = tokens.flatMap((token, at): Mark[] => {
    const halves = SPLIT.get(token.word);
    if (!halves) return [];
    for (let to = at + 2; to < tokens.length && to <= at + WIDEST; to++) {
      const value = halves[tokens[to]?.word ?? ''];
      const gap = Array.from({ length: to - at - 1 }, (_, offset) => at + 1 + offset);
      if (value && isClauseEnd(tokens, to) && isWhole(tokens, at, to)) return [{ value, from: at, to: to + 1, gap }];
    }
    return [];
  });
  if (split.length === 0) return [...marks];
  const halves = new Set(split.flatMap(({ from, to }) => [from, to - 1]));
  return [...marks.filter((mark) => !(mark.to - mark.from === 1 && halves.has(mark.from))), ...split];
}
const WIDEST = 8;
const SPLIT: ReadonlyMap<string, Readonly<Record<string, Concept>>> = new Map(
  (
    [
      ['fangt fangen fing fingen', { an: 'field.start' }],
      ['lauft laufen lief liefen', { an: 'field.start', aus: 'field.end', ab: 'field.end' }],
      ['hort horen', { auf: 'field.end' }],
    ] satisfies [string, Record<string, Concept>][]
  ).flatMap(([verbs, halves]) => verbs.split(' ').map((verb) => [verb, halves] as const)),
);

/** Nothing parts the halves; the full stop of a date does not. */
const isWhole = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).every(({ after, sentence }) => !/[,;!?]/.test(after) && sentence === tokens[to]?.sentence);

const isClauseEnd = (tokens: readonly Token[], at: number): boolean =>
  /[,;.!?]/.test(tokens[at]?.after ?? '') || /^(?:und|and|oder)?$/.test(tokens[at + 1]?.word ?? '');

/** "Wer macht bei der E-Akte mit?": the two halves of the verb stand apart, the second one last. */
export function takesPart(tokens: readonly Token[]): Mark[] {
  const to = tokens.length;
  const verb = tokens.findIndex((token) => /^(?:macht|machen|wirkt|wirken|zieht|ziehen)$/.test(token.word));
  if (verb < 0 || tokens[to - 1]?.word !== 'mit') return [];
  return (['relation.affects', 'field.affects'] as const).map((value) => ({ value, from: to - 1, to, gap: [] }));
}

import type { Context, Filters, Question } from '../question.js';
import type { Thing } from './sentence.js';
import { isContent } from './lexicon.js';
import type { Surroundings } from './surroundings.js';
import type { Token } from './tokens.js';

export type OfficeNoun = 'department' | 'division';

/** What was spoken of last, where that was offices and no numbers of anything else: a number alone is one of those then. */
export function officesTalkedOf(context: Context | null): OfficeNoun | null {
  const [last] = context?.questions ?? [];
  if (!last) return null;
  if (last.intent === 'clarify') return /^(?:own-)?department$/.test(last.about) ? 'department' : null;
  if (last.intent === 'organisation') return last.division === null ? 'department' : 'division';
  const { organisations, thresholds } = conditionsOf(last);
  const office = thresholds ? undefined : organisations?.at(-1);
  return office ? (office.division === null ? 'department' : 'division') : null;
}

const conditionsOf = (question: Question): Filters =>
  'filters' in question ? question.filters : 'claims' in question ? question.claims : {};

/** "Und 3.5?", "sorry, I meant 340", "und D?" where the talk is of offices: nothing else is said that could be counted so. */
export function numbersInTalk(
  { lexis, tokens, marks }: Surroundings,
  noun: OfficeNoun | null,
  things: readonly Thing[],
): Thing[] {
  if (noun === null || things.length > 0 || tokens.length > LONGEST) return [];
  const numbered = tokens.flatMap((token, at) => {
    const match = lexis.organisations.bare(token, at, noun);
    return match && !isDate(tokens, at) ? [{ ...match, via: 'number' as const, said: token.raw }] : [];
  });
  const isNamed = (place: number) => numbered.some(({ from }) => from === place);
  const saysMore =
    tokens.some(({ word }, at) => isContent(word) && !isNamed(at)) ||
    marks.some(({ value, from }) => COUNTED.test(value) && !isNamed(from));
  return saysMore ? [] : numbered;
}
const LONGEST = 7;
/** What a number would say more about than about an office. */
const COUNTED =
  /^(?:field\.(?!lead|affects)|super|ordinal|compare|register|health|state|report|agg|follow\.(?:more|only|of))/;

/** "Bis 3.5.", "am 17.", "on 3.5": a day. */
const isDate = (tokens: readonly Token[], at: number): boolean =>
  /^(?:am|ab|bis|seit|vor|nach|zum|on|until|since|before|after)$/.test(tokens[at - 1]?.word ?? '') ||
  /[€%]/.test(tokens[at]?.after ?? '');

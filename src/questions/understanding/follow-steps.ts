import { HEALTHS } from '../../programme/report.js';
import { REGISTERS } from '../../programme/programme.js';
import { PAGE } from '../answering/page.js';
import type { Context, Filters, Question } from '../question.js';
import { isEmpty, list } from './decide.js';
import type { Draft } from './draft.js';
import { orderBy } from './follow-set.js';
import { isContent } from './lexicon.js';
import { has, type Sentence } from './sentence.js';

/** "Zurück", "zeig alle", "und die anderen?": a step within what was just told, with no word of its own on it. */
export function stepped(sentence: Sentence, draft: Draft, context: Context): Question | null {
  const [last] = context.questions;
  if (isBack(sentence)) return context.questions[1] ?? null;
  if (last && IN_A_YEAR.test(sentence.text)) return perYear(last);
  if (draft.words > 0 || draft.namesProject || !isEmpty(draft.filters) || saysMore(sentence)) return null;
  if (!last) return null;
  if (has(sentence, 'follow.others')) return othersOf(last, context);
  if (has(sentence, 'follow.back')) return context.questions[1] ?? null;
  return sentence.tokens.some(({ word }) => ALL.test(word)) ? allOf(last, context) : null;
}

/** "Zurück", "back please": nothing else is said; in a sentence the word may mean anything. */
const isBack = ({ tokens }: Sentence): boolean =>
  tokens.some(({ word }) => BACK.test(word)) && tokens.every(({ word }) => BACK.test(word) || !isContent(word));
const BACK = /^(?:zuruck|back)$/;

const saysMore = ({ tokens, marks, things, periods, amounts }: Sentence): boolean =>
  tokens.length > LONGEST ||
  things.length + periods.length + amounts.length > 0 ||
  marks.some(({ value }) =>
    /^(?:ask\.(?!all|which)|field|relation|report|noun|super|agg|group|compare|talk)/.test(value),
  );
const LONGEST = 6;

/** "Und im Jahr?", "and per year?" after what something costs. */
const IN_A_YEAR = /^\W*(?:(?:und|and|aber|but)\s+)?(?:im|pro|per|a)\s+(?:jahr|year)\W*$/i;
function perYear(last: Question): Question | null {
  if (last.intent === 'aggregate') return { ...last, measure: 'runningPerYear' };
  return last.intent === 'fact' && last.fields.includes('investment') ? { ...last, fields: ['runningPerYear'] } : null;
}

const ALL = /^(?:alle|alles|all|everything)$/;

/** All of a list that was cut short, else what it was narrowed from, else all there are. */
function allOf(last: Question, { questions: [, before], named }: Context): Question | null {
  if (last.intent !== 'list') return LISTED.has(last.intent) ? list('filters' in last ? last.filters : {}) : null;
  if (last.limit !== null) return { ...last, limit: null };
  if (named.length >= PAGE) return { ...last, page: last.page + 1 };
  const widened = before && 'filters' in before && (narrowing(before.filters, last.filters) ?? last.order);
  return widened ? list(before.filters) : list({});
}

/** What "all" may be said of: what was counted, or an office of which only some was told. */
const LISTED: ReadonlySet<Question['intent']> = new Set<Question['intent']>([
  'count',
  'exists',
  'aggregate',
  'organisation',
]);

/** What the last list left out: the rest of a ranking, the other states, what it was narrowed by turned round. */
function othersOf(last: Question, { questions: [, before], named }: Context): Question | null {
  if (last.intent === 'fact' && named.length > 1) {
    const others = named.filter((id) => id !== last.project);
    return { ...list({ projects: others }), order: orderBy(last.fields) };
  }
  if (!('filters' in last) || last.intent === 'group') return null;
  const { filters } = last;
  if (last.intent === 'list' && last.limit !== null)
    return { ...last, limit: null, filters: { ...filters, not: { ...filters.not, projects: [...named] } } };
  const added = before && 'filters' in before ? narrowing(before.filters, filters) : null;
  if (before && 'filters' in before && added) return list(without(before.filters, added));
  if (filters.health && !filters.reported)
    return list({ ...filters, health: HEALTHS.filter((each) => !filters.health?.includes(each)) });
  if (filters.registers)
    return list({ ...filters, registers: REGISTERS.filter((each) => !filters.registers?.includes(each)) });
  const { not, projects: _, ...own } = filters;
  return !not && Object.keys(own).length === 1 ? list({ not: own }) : null;
}

/** What holds of the second beyond the first, where it holds all of the first; null where it is no narrowing. */
function narrowing(before: Filters, after: Filters): Filters | null {
  const kept = Object.entries(before).every(
    ([key, value]) => JSON.stringify(after[key as keyof Filters]) === JSON.stringify(value),
  );
  const added = Object.fromEntries(Object.entries(after).filter(([key]) => !(key in before))) as Filters;
  return kept && !isEmpty(added) ? added : null;
}

const without = (filters: Filters, { not: _, ...added }: Filters): Filters => ({
  ...filters,
  not: { ...filters.not, ...added },
});

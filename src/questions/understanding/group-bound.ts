import type { Bound, Filters, GroupKey, Measure } from '../question.js';
import { GROUP_NOUNS } from './grouping.js';
import { smallNumber } from './period-points.js';
import { has, marksOf, type Mark, type Sentence } from './sentence.js';

/** Groups asked for by how much is in them. */
export interface BoundedGroup {
  by: GroupKey;
  measure: 'count' | Measure;
  bound: Bound;
  /** The conditions without what the bound says. */
  filters: Filters;
}

/**
 * "Welche Ämter haben mehr als drei Projekte?", "action fields with no projects", "wer leitet mindestens fünf?", "welche
 * Handlungsfelder kosten über 1 Mio. Euro?": which groups there are, by how many projects or how much of a measure.
 */
export function boundedGroup(sentence: Sentence, filters: Filters): BoundedGroup | null {
  const projects = marksOf(sentence, 'noun.projects', 'noun.project').at(-1);
  const by = groupOf(sentence, projects?.from ?? sentence.tokens.length);
  if (!by) return null;
  if (!projects) return ofMeasure(by, filters);
  const { bound, none } = boundBefore(sentence, projects.from) ?? {};
  if (!bound) return null;
  return { by, measure: 'count', bound, filters: none ? undenied(filters) : filters };
}

/** The groups asked for: a noun before the projects that is asked for or opens the sentence, one after "je", or "wer". */
function groupOf(sentence: Sentence, before: number): GroupKey | null {
  const { marks, things } = sentence;
  const asking = marks.filter(({ value }) =>
    /^(?:ask\.(?:which|what|exists|howMany|mostDepartment)|group\.by)$/.test(value),
  );
  for (const [concept, key] of GROUP_NOUNS) {
    if (key === 'health' || key === 'register') continue;
    if (key === 'leadDepartment' && things.some(({ noun }) => noun === 'department' || noun === 'division')) continue;
    for (const { from } of marksOf(sentence, concept)) {
      const isAsked = asking.some(
        ({ value, from: at, to }) => from >= at && from - to <= (value === 'ask.exists' ? 2 : 1),
      );
      const isDivided = marksOf(sentence, 'group.by').some(({ to }) => from >= to && from - to <= 1);
      if (isDivided || (from < before && (isAsked || from === 0))) return key;
    }
  }
  const leads =
    has(sentence, 'relation.leads', 'field.lead') || /^(?:hat|has|macht|does)$/.test(sentence.tokens[1]?.word ?? '');
  const [who] = marksOf(sentence, 'ask.who');
  return who?.from === 0 && leads && things.length === 0 ? 'leadDepartment' : null;
}

/** "Mehr als 3 laufende …", "mindestens drei …", "nur ein …", "drei oder mehr …", "keine …", right before the projects. */
function boundBefore(sentence: Sentence, projects: number): { bound: Bound; none?: true } | null {
  const { tokens, marks } = sentence;
  const word = (place: number): string => tokens[place]?.word ?? '';
  let at = projects - 1;
  while (at > 0 && marks.some((mark) => mark.from <= at && at < mark.to && ADJECTIVE.test(mark.value))) at--;
  if (/^(?:kein\w*|no|zero|null)$/.test(word(at))) return { bound: exactly(0), none: true };
  const open = /^(?:mehr|more|weniger|less|fewer)$/.test(word(at)) && /^(?:oder|und|or|and)$/.test(word(at - 1));
  const number = smallNumber(word(open ? at - 2 : at)) ?? (word(at) === 'einziges' ? 1 : undefined);
  if (number === undefined) return null;
  if (open) {
    const isMore = /^(?:mehr|more)$/.test(word(at));
    return { bound: { over: isMore ? number : null, under: isMore ? null : number, inclusive: true } };
  }
  const comparative = marksOf(sentence, 'compare.over', 'compare.under').findLast(({ to }) => to === at);
  if (comparative) return { bound: compared(sentence, comparative, number) };
  const isExact = EXACTLY.test(word(at - 1)) || (number > 1 && HAVING.test(word(at - 1)));
  return isExact ? { bound: exactly(number) } : null;
}
const ADJECTIVE = /^(?:register|health|state|climate)\./;
const EXACTLY = /^(?:genau|exakt|nur|bloss|lediglich|exactly|only|just)$/;
const HAVING = /^(?:hat|haben|has|have|leitet|leiten|lead|leads|mit|with|je)$/;

function compared(sentence: Sentence, { value, from }: Mark, number: number): Bound {
  const inclusive = marksOf(sentence, 'compare.inclusive').some((mark) => mark.from === from);
  return value === 'compare.over' ? { over: number, under: null, inclusive } : { over: null, under: number, inclusive };
}

const exactly = (number: number): Bound => ({ over: number, under: number, inclusive: true });

/** "Keine laufenden Projekte": none of those that run, rather than those that do not. */
function undenied({ not, ...filters }: Filters): Filters {
  return { ...filters, ...not };
}

/** "Welche Ämter geben mehr als 100.000 Euro aus?": the sum of each, no bound on single projects. */
function ofMeasure(by: GroupKey, { thresholds, ...filters }: Filters): BoundedGroup | null {
  const [only, second] = thresholds ?? [];
  if (!only || second || 'missing' in only || only.measure === 'duration' || only.measure === 'progress') return null;
  const { measure, ...bound } = only;
  return { by, measure, bound, filters };
}

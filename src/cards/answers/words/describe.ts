import { t, type Key } from '../../../locales/index.js';
import { addDays } from '../../../programme/calendar.js';
import { inLanguage } from '../../../programme/text.js';
import { USUAL_DAYS } from '../../../questions/answering/intents/changes.js';
import type { Bound, Filters, Measure, Order, Question } from '../../../questions/question.js';
import { all, amount, day, number, quoted, week } from './format.js';
import { phrase } from './phrase.js';
import type { Speaker } from './speaker.js';
import { when } from './when.js';

/** What a question was taken for, in a few words: "Projekte, die Amt 51 (Stadtjugendamt) betreffen". */
export function describe(speaker: Speaker, question: Question): string {
  const { lang, names } = speaker;
  const label = (key: Key, filters: Filters): string =>
    isEmpty(filters) ? t(lang, key) : t(lang, 'describe.of', { what: t(lang, key), phrase: phrase(speaker, filters) });
  switch (question.intent) {
    case 'list':
      return describeList(speaker, question);
    case 'count':
    case 'exists':
      return t(lang, `describe.${question.intent}`, { phrase: phrase(speaker, question.filters) });
    case 'aggregate':
      return t(lang, `describe.${question.operation}`, {
        measure: t(lang, `measureName.${question.measure}`),
        phrase: phrase(speaker, question.filters),
      });
    case 'group': {
      const kind = phrase(speaker, question.filters);
      const what = question.measure === 'count' ? kind : `${t(lang, `measureName.${question.measure}`)} (${kind})`;
      const by = groupName(speaker, question.by);
      if (!question.bound) return t(lang, 'describe.group', { phrase: what, by });
      const bound = groupBound(lang, question.measure, question.bound);
      return t(lang, 'describe.groupBound', { phrase: what, by, bound });
    }
    case 'project':
    case 'history':
      return t(lang, `describe.${question.intent}`, { title: names.quotedTitle(question.project) });
    case 'fact':
      return t(lang, 'describe.fact', {
        fields: all(
          lang,
          question.fields.map((field) => t(lang, `fact.${field}.label`)),
        ),
        title: names.quotedTitle(question.project),
      });
    case 'verify':
      return describeVerify(speaker, question);
    case 'why':
      return t(lang, whyKey(question.claims), { title: names.quotedTitle(question.project) });
    case 'compare':
      return t(lang, 'describe.compare', { titles: all(lang, question.projects.map(names.quotedTitle)) });
    case 'organisation':
      return t(lang, 'describe.organisation', {
        org: question.department ? names.department(question.department) : names.division(question.division ?? ''),
      });
    case 'changes': {
      const turned = question.turned ?? 'either';
      if (question.weeks) {
        const span = { from: week(lang, question.weeks.from), to: week(lang, question.weeks.to), turned };
        const what = t(lang, 'describe.changesWeeks', span);
        return isEmpty(question.filters)
          ? what
          : t(lang, 'describe.of', { what, phrase: phrase(speaker, question.filters) });
      }
      const since = day(lang, question.since ?? addDays(speaker.today, -USUAL_DAYS));
      if (isEmpty(question.filters)) return t(lang, 'describe.changes', { since, turned });
      return t(lang, 'describe.changesOf', { since, turned, phrase: phrase(speaker, question.filters) });
    }
    case 'decisions': {
      const key = {
        true: 'describe.decisionsOpen',
        false: 'describe.decisionsDone',
        null: 'describe.decisions',
      } as const;
      const what = key[String(question.open) as keyof typeof key];
      if (question.during && !question.project && isEmpty(question.filters))
        return t(lang, 'describe.of', { what: t(lang, what), phrase: when(lang, question.during) });
      if (!question.project) return label(what, question.filters);
      return t(lang, 'describe.of', { what: t(lang, what), phrase: names.quotedTitle(question.project) });
    }
    case 'milestones': {
      const what = t(lang, 'describe.milestones', {
        state: question.state ?? 'any',
        timed: question.during ? 'yes' : 'no',
        when: question.during ? when(lang, question.during) : '',
      });
      if (question.milestone) {
        const title = quoted(lang, question.milestone);
        const project = names.quotedTitle(question.project ?? '');
        return t(lang, 'describe.milestone', { title, project });
      }
      if (question.project) return t(lang, 'describe.of', { what, phrase: names.quotedTitle(question.project) });
      if (isEmpty(question.filters)) return what;
      return t(lang, 'describe.of', { what, phrase: phrase(speaker, question.filters) });
    }
    case 'agenda': {
      const what = t(lang, 'describe.agenda', { when: when(lang, question.during) });
      return isEmpty(question.filters)
        ? what
        : t(lang, 'describe.of', { what, phrase: phrase(speaker, question.filters) });
    }
    case 'missingReports':
      if (question.week && isEmpty(question.filters))
        return t(lang, 'describe.of', { what: t(lang, 'describe.missingReports'), phrase: week(lang, question.week) });
      return label('describe.missingReports', question.filters);
    case 'concept':
      return t(lang, 'describe.concept', { words: question.words.join(' ') });
    default:
      return t(lang, `describe.${question.intent}`);
  }
}

function whyKey({ organisations, postponed }: Filters): Key {
  if (organisations) return 'describe.whyLead';
  return postponed ? 'describe.whyMoved' : 'describe.whyStatus';
}

/** What a grouping is by; divisions by the city's own word. */
export function groupName({ lang, portfolio }: Speaker, by: Extract<Question, { intent: 'group' }>['by']): string {
  return t(lang, `groupBy.${by}`, { division: inLanguage(portfolio.programme.vocabulary.division, lang) });
}

/** Which groups are meant by what is in them: "mehr als 3", "höchstens 100.000 €". */
export function groupBound(
  lang: Speaker['lang'],
  measure: 'count' | Measure,
  { over, under, inclusive }: Bound,
): string {
  const shown = (value: number): string => (measure === 'count' ? number(lang, value) : amount(lang, measure, value));
  const value = shown(over ?? under ?? 0);
  if (over !== null && under !== null)
    return over === under
      ? t(lang, 'groups.exactly', { none: over === 0 ? 'yes' : 'no', value })
      : t(lang, 'groups.between', { from: value, to: shown(under) });
  const side = over !== null ? 'over' : 'under';
  return t(lang, 'groups.bound', { side, inclusive: inclusive ? 'yes' : 'no', value });
}

/** What an order is called: "Höchste Investition", "Als Nächstes startet". */
export function orderName(speaker: Speaker, order: Order, filters: Filters): string {
  if (isNext(speaker, order, filters))
    return t(speaker.lang, order.by === 'start' ? 'order.nextStart' : 'order.nextEnd');
  return t(speaker.lang, `order.${order.by}.${order.direction}`);
}

/** Whether an order asks for what comes next from today on. */
export function isNext({ today }: Speaker, { by, direction }: Order, filters: Filters): boolean {
  if (direction !== 'asc' || (by !== 'start' && by !== 'end')) return false;
  return (filters[by]?.from ?? '') >= today && filters[by]?.to === null;
}

/** Whether nothing is asked of the projects. */
export function isEmpty(filters: Filters): boolean {
  return Object.values(filters).every((value) => value === undefined);
}

function describeList(speaker: Speaker, { filters, order, limit }: Extract<Question, { intent: 'list' }>): string {
  const { lang } = speaker;
  const what = phrase(speaker, filters);
  if (!order || order.by === 'relevance') return what;
  const by = orderName(speaker, order, filters);
  if (limit === null) return t(lang, 'describe.ordered', { phrase: what, by });
  if (limit === 1) return t(lang, 'describe.topOne', { phrase: what, by });
  return t(lang, 'describe.top', { phrase: what, by, limit: number(lang, limit) });
}

function describeVerify(speaker: Speaker, { project, claims, field }: Extract<Question, { intent: 'verify' }>): string {
  const title = speaker.names.quotedTitle(project);
  if (field && isEmpty(claims)) {
    return t(speaker.lang, 'describe.verifyField', { title, field: t(speaker.lang, `fact.${field}.label`) });
  }
  return t(speaker.lang, 'describe.verify', { title, phrase: phrase(speaker, claims, 'one') });
}

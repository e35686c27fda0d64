import { t, type Key } from '../../../locales/index.js';
import type { Filters, OrganisationFilter, Threshold } from '../../../questions/question.js';
import { all, amount, day, either, money, number, quoted, span } from './format.js';
import type { Speaker } from './speaker.js';
import { when } from './when.js';

type Bound = Exclude<Threshold, { missing: true }>;

/** `one` = a single project, `none` = after "there are no", `other` = several or the kind in general. */
export type Form = 'one' | 'none' | 'other';

const NOT = { affects: 'phrase.notAffects', leads: 'phrase.notLeads', any: 'phrase.notAny' } as const;

/** The conditions of a question as a noun phrase: "laufende Projekte im Handlungsfeld Netze, die Amt 51 betreffen". */
export function phrase(speaker: Speaker, filters: Filters, form: Form = 'other'): string {
  const { lang } = speaker;
  const head = [nouns(speaker, filters, form), ...prepositions(speaker, filters)].join(' ');
  const relative = clauses(speaker, filters, form);
  const gender = feminine(filters) || form !== 'one' ? 'other' : 'neuter';
  const tail = relative.length > 0 ? t(lang, 'phrase.relative', { gender, clauses: all(lang, relative) }) : '';
  return `${head}${tail}${without(speaker, filters)}`;
}

/** The phrase without its clauses, for sentences that say one of them themselves ("Amt 51 leitet 4 laufende Projekte"). */
export function headPhrase(speaker: Speaker, filters: Filters, form: Form): string {
  return [nouns(speaker, filters, form), ...prepositions(speaker, filters)].join(' ') + without(speaker, filters);
}

/** The single organisation a question is about when no other clause goes with it. */
export function soleOrganisation(filters: Filters): OrganisationFilter | null {
  const { organisations = [], start, end, active, reported, overdue, paused, postponed, reportMissing } = filters;
  const denied = CLAUSES.map((key) => filters.not?.[key]);
  const others = [start, end, active, reported, overdue, paused, postponed, reportMissing, ...denied].some(
    (given) => given !== undefined,
  );
  return organisations.length === 1 && !others ? (organisations[0] ?? null) : null;
}

/** What an organisation filter is called: its division, else its departments. */
export function organisationName({ names, lang }: Speaker, filter: OrganisationFilter): string {
  if (filter.division !== null) return names.division(filter.division);
  return either(lang, filter.departments.map(names.department));
}

function nouns({ lang }: Speaker, { registers }: Filters, form: Form): string {
  const kinds = registers && registers.length > 0 ? registers : (['all'] as const);
  const words = kinds.map((kind) => t(lang, `phrase.noun.${kind}`, { form }));
  return form === 'other' ? all(lang, words) : either(lang, words);
}

function feminine({ registers }: Filters): boolean {
  return registers?.length === 1 && registers[0] === 'permanent';
}

function prepositions({ lang, names }: Speaker, filters: Filters): string[] {
  const found: string[] = [];
  const list = (key: Key, given: readonly string[] | undefined, name: (id: string) => string): void => {
    if (given) found.push(t(lang, key, { names: either(lang, given.map(name)) }));
  };
  const either2 = (given: boolean | undefined, yes: Key, no: Key): void => {
    if (given !== undefined) found.push(t(lang, given ? yes : no));
  };
  if (filters.projects) found.push(t(lang, 'phrase.those'));
  list('phrase.actionField', filters.actionFields, (id) => quoted(lang, names.actionField(id)));
  list('phrase.targetGroup', filters.targetGroups, names.targetGroup);
  list('phrase.goal', filters.goals, (id) => quoted(lang, names.goal(id)));
  list('phrase.climate', filters.climate, (id) => quoted(lang, t(lang, `climate.${id}` as Key)));
  if (!filters.reported) list('phrase.health', filters.health, (id) => quoted(lang, t(lang, `health.${id}` as Key)));
  if (filters.topic) found.push(t(lang, 'phrase.topic', { topic: topicWords(lang, filters.topic) }));
  list('phrase.legal', filters.legal, (law) => law);
  const bounds = (filters.thresholds ?? []).filter((one): one is Bound => !('missing' in one));
  if (bounds.length > 0)
    found.push(
      t(lang, 'phrase.with', {
        bounds: all(
          lang,
          bounds.map((one) => bound(lang, one)),
        ),
      }),
    );
  for (const one of filters.thresholds ?? []) {
    if ('missing' in one) found.push(t(lang, 'phrase.lacks', { field: t(lang, `measureName.${one.measure}`) }));
  }
  for (const field of filters.has ?? []) found.push(t(lang, 'phrase.has', { field: t(lang, `fact.${field}.label`) }));
  for (const field of filters.lacks ?? [])
    found.push(t(lang, 'phrase.lacks', { field: t(lang, `fact.${field}.label`) }));
  either2(filters.decisionOpen, 'phrase.decisionOpen', 'phrase.decisionNone');
  either2(filters.fundingMissing, 'phrase.fundingMissing', 'phrase.fundingThere');
  list('phrase.funding', filters.funding, (state) => quoted(lang, t(lang, `funding.${state}` as Key)));
  if (filters.people) {
    const key = filters.people.role === 'lead' ? 'phrase.ledBy' : 'phrase.deputised';
    found.push(t(lang, key, { names: either(lang, filters.people.persons.map(names.person)) }));
  }
  if (filters.assessment) {
    const { side, ratings } = filters.assessment;
    const named = ratings.map((rating) => quoted(lang, t(lang, `fact.rating.${rating}`)));
    found.push(t(lang, 'phrase.assessment', { side: side ?? 'any', names: either(lang, named) }));
  }
  either2(filters.citywide, 'phrase.citywide', 'phrase.notCitywide');
  return found;
}

function clauses(speaker: Speaker, filters: Filters, form: Form): string[] {
  const { lang } = speaker;
  const verb = form === 'one' ? 'one' : 'other';
  const found: string[] = [];
  const say = (key: Key, args: Record<string, string> = {}): void =>
    void found.push(t(lang, key, { form: verb, ...args }));
  for (const one of filters.organisations ?? []) say(`phrase.${one.relation}`, { org: organisationName(speaker, one) });
  for (const one of filters.not?.organisations ?? []) say(NOT[one.relation], { org: organisationName(speaker, one) });
  if (filters.start) say('phrase.starts', { when: when(lang, filters.start) });
  if (filters.end) say('phrase.ends', { when: when(lang, filters.end) });
  if (filters.active) say('phrase.runs', { when: when(lang, filters.active) });
  if (filters.health && filters.reported) say(...reportedClause(lang, filters.health, filters.reported, ''));
  if (filters.overdue !== undefined) say(filters.overdue ? 'phrase.overdue' : 'phrase.notOverdue');
  if (filters.paused !== undefined) say(filters.paused ? 'phrase.paused' : 'phrase.notPaused');
  if (filters.postponed !== undefined) say(filters.postponed ? 'phrase.postponed' : 'phrase.notPostponed');
  if (filters.reportMissing !== undefined) say(filters.reportMissing ? 'phrase.reportMissing' : 'phrase.reportThere');
  const { not = {} } = filters;
  if (not.registers) {
    const registers = not.registers.map((id) => quoted(lang, t(lang, `register.${id}`)));
    say('phrase.notRegister', { names: either(lang, registers) });
  }
  if (not.start) say('phrase.notStarts', { when: when(lang, not.start) });
  if (not.end) say('phrase.notEnds', { when: when(lang, not.end) });
  if (not.active) say('phrase.notRuns', { when: when(lang, not.active) });
  if (not.health) say(...reportedClause(lang, not.health, not.reported, 'not'));
  return found;
}

/** How projects are or were reported: "in KW 20/2026 als kritisch gemeldet waren", "nicht als gefährdet gemeldet sind". */
function reportedClause(
  lang: Speaker['lang'],
  health: NonNullable<Filters['health']>,
  reported: Filters['reported'],
  denied: 'not' | '',
): [Key, Record<string, string>] {
  const time = !reported ? 'now' : reported.to === null ? 'since' : 'then';
  const healths = health.map((id) => quoted(lang, t(lang, `health.${id}`)));
  return [
    'phrase.reported',
    {
      time,
      denied: denied && reported?.from === null ? 'never' : denied || 'no',
      health: either(lang, healths),
      when: reported ? when(lang, reported) : '',
      since: reported?.from ? day(lang, reported.from) : '',
    },
  ];
}

/** What of `not` is said in a clause; the rest is said to be left out. */
const CLAUSES = ['organisations', 'registers', 'start', 'end', 'active', 'health', 'reported'] as const;

function without(speaker: Speaker, { not }: Filters): string {
  const others = Object.entries(not ?? {}).filter(([key]) => !CLAUSES.some((said) => said === key));
  if (others.length === 0) return '';
  return `, ${t(speaker.lang, 'phrase.without', { phrase: phrase(speaker, Object.fromEntries(others)) })}`;
}

function bound(lang: Speaker['lang'], { measure, over, under, inclusive }: Bound): string {
  const word = t(lang, `measure.${measure}`, {
    count: (over !== null && under !== null ? under : (over ?? under)) ?? 0,
  });
  const show = (value: number): string => boundValue(lang, measure, value);
  if (over !== null && under !== null) {
    return t(lang, 'phrase.between', { from: show(over), to: show(under), measure: word });
  }
  if (over !== null) return t(lang, inclusive ? 'phrase.atLeast' : 'phrase.over', { value: show(over), measure: word });
  return t(lang, inclusive ? 'phrase.atMost' : 'phrase.under', { value: show(under ?? 0), measure: word });
}

/** `„Blockchain“ oder „Drohnen“`: the words themselves are quoted, what joins them is not. */
function topicWords(lang: Speaker['lang'], topic: readonly string[]): string {
  return either(
    lang,
    topic
      .join(' ')
      .split(/ (?:oder|or) /)
      .map((words) => quoted(lang, words)),
  );
}

/** The measure's own noun follows, so that the value stands without its unit where both would be the same word. */
function boundValue(lang: Speaker['lang'], measure: Bound['measure'], value: number): string {
  if (measure === 'investment' || measure === 'runningPerYear') return money(lang, value);
  if (measure === 'personnelDays' || measure === 'fte') return number(lang, value);
  return measure === 'duration' ? span(lang, value, 'dative') : amount(lang, measure, value);
}

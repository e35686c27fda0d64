import { t, type Key } from '../../../locales/index.js';
import { dayOf, daysBetween } from '../../../programme/calendar.js';
import { inLanguage } from '../../../programme/text.js';
import type { Fact, MovedEnd, StatusLine } from '../../../questions/fact.js';
import { shortened } from '../../format.js';
import { all, amount, day, listed, quoted, span } from './format.js';
import type { Speaker } from './speaker.js';

/** Characters of one value; a programme's texts may have 20,000. */
export const LONGEST_VALUE = 1200;

/** The value of a field as it stands in a table, null where it is not stated. */
export function factValue(speaker: Speaker, fact: Fact): string | null {
  const value = wholeValue(speaker, fact);
  return value && shortened(value, LONGEST_VALUE);
}

function wholeValue(speaker: Speaker, fact: Fact): string | null {
  const { lang, names } = speaker;
  switch (fact.field) {
    case 'lead':
      return fact.value && names.department(fact.value.department);
    case 'affects':
      if (fact.value === 'all') return t(lang, 'fact.affectsAll');
      return fact.value && listed(lang, fact.value.map(names.department));
    case 'start':
    case 'end':
      return fact.value && day(lang, fact.value);
    case 'investment':
    case 'runningPerYear':
    case 'personnelDays':
    case 'fte':
    case 'progress':
      return fact.value === null ? null : amount(lang, fact.field, fact.value);
    case 'funding':
      return fact.value && t(lang, `funding.${fact.value}`);
    case 'goals':
      return fact.value && listed(lang, fact.value.map(names.goal));
    case 'objectives':
      return fact.value && fact.value.map((text) => inLanguage(text, lang)).join('; ');
    case 'legalBasis':
      return fact.value && listed(lang, fact.value);
    case 'climate':
      return fact.value && t(lang, `climate.${fact.value}`);
    case 'targetGroups':
      return fact.value && listed(lang, fact.value.map(names.targetGroup));
    case 'actionFields':
      return fact.value && actionFields(speaker, fact.value);
    case 'register':
      return fact.value && t(lang, `register.${fact.value}`);
    case 'summary':
      return fact.value && inLanguage(fact.value, lang);
    case 'milestones':
      return fact.value && fact.value.map((one) => milestone(speaker, one)).join('; ');
    case 'assessment':
      return fact.value && assessment(speaker, fact.value);
    case 'links':
      return fact.value && fact.value.join(', ');
    case 'status':
      return fact.value && statusWords(speaker, fact.value);
    case 'risk':
    case 'nextSteps':
      return fact.value;
    case 'decision':
      return fact.value && fact.value.map((one) => decision(speaker, one)).join('; ');
    case 'history':
      return fact.value && t(lang, 'fact.reports', { count: fact.value.length });
    case 'deputies':
      return fact.value && all(lang, fact.value.map(names.person));
  }
}

/** A fact as a sentence with the project's title: "„Kitafinder“ endet laut Plan am 30.09.2026, also in 4 Monaten." */
export function factPoint(speaker: Speaker, project: string, fact: Fact): string {
  const { lang, names, portfolio, today } = speaker;
  const title = names.quotedTitle(project);
  const register = portfolio.projects.get(project)?.register;
  const goesOn = register === 'running' || register === 'permanent';
  const value = factValue(speaker, fact);
  if (value === null) {
    const permanent = fact.field === 'end' && register === 'permanent';
    return t(lang, permanent ? 'fact.endPermanent' : (`fact.${fact.field}.missing` as Key), { title });
  }
  if (fact.field === 'start' && fact.value !== null && fact.value <= today) {
    return t(lang, goesOn ? 'fact.startedPoint' : 'fact.startedEarlierPoint', { title, value });
  }
  if (fact.field === 'end' && fact.value !== null) {
    const days = daysBetween(today, fact.value);
    if (days > 0) return t(lang, 'fact.endInPoint', { title, value, left: span(lang, days) });
    if (days < 0 && goesOn) return t(lang, 'fact.endOverduePoint', { title, value, late: span(lang, days) });
    if (days < 0) return t(lang, 'fact.endPastPoint', { title, value });
  }
  return t(lang, `fact.${fact.field}.point` as Key, { title, value });
}

/** `Ende: 30.09.2026`, or that it is not stated. */
export function factLabelled(speaker: Speaker, fact: Fact): string {
  return t(speaker.lang, 'fact.labelled', { label: factLabel(speaker, fact), value: factShown(speaker, fact) });
}

/** What a field is called. */
export function factLabel({ lang }: Speaker, { field }: Pick<Fact, 'field'>): string {
  return t(lang, `fact.${field}.label`);
}

/** The value, or the honest word that there is none. */
export function factShown(speaker: Speaker, fact: Fact): string {
  const reported = ['status', 'progress', 'risk', 'nextSteps', 'history'].includes(fact.field);
  return factValue(speaker, fact) ?? t(speaker.lang, reported ? 'fact.noneReported' : 'fact.none');
}

/** `⚠️ gefährdet` */
export function healthWords({ lang }: Pick<Speaker, 'lang'>, health: StatusLine['health']): string {
  return `${t(lang, `healthSymbol.${health}`)} ${t(lang, `health.${health}`)}`;
}

/** `⚠️ gefährdet (gelb)`: with the colour people call it by. */
export function healthNamed({ lang }: Pick<Speaker, 'lang'>, health: StatusLine['health']): string {
  return t(lang, 'status.named', { health: healthWords({ lang }, health), colour: t(lang, `healthColour.${health}`) });
}

/** `⚠️ gefährdet (gelb), 60 % (gemeldet vor 4 Tagen)` */
export function statusWords({ lang }: Pick<Speaker, 'lang'>, status: StatusLine): string {
  const health = healthNamed({ lang }, status.health);
  const age = ageWords({ lang }, status);
  if (status.progress === null) return t(lang, 'status.line', { health, age });
  return t(lang, 'status.withProgress', { health, age, progress: amount(lang, 'progress', status.progress) });
}

/** How long ago a status was reported: `gemeldet vor 4 Tagen`. */
export function ageWords({ lang }: Pick<Speaker, 'lang'>, { ageDays }: StatusLine): string {
  return ageDays < 1 ? t(lang, 'status.today') : t(lang, 'status.daysAgo', { days: ageDays });
}

function actionFields({ lang, names }: Speaker, [main = '', ...others]: readonly string[]): string {
  const first = quoted(lang, names.actionField(main));
  if (others.length === 0) return first;
  return t(lang, 'fact.actionFieldMain', {
    main: first,
    others: all(
      lang,
      others.map((id) => quoted(lang, names.actionField(id))),
    ),
  });
}

/** `Abnahme (fällig 30.09.2026)` */
export function milestone(
  { lang }: Speaker,
  one: NonNullable<Extract<Fact, { field: 'milestones' }>['value']>[number],
): string {
  const title = inLanguage(one.title, lang);
  if (one.done) return t(lang, 'fact.milestoneDone', { title, done: day(lang, one.done) });
  return t(lang, 'fact.milestoneOpen', { title, due: day(lang, one.due) });
}

function assessment({ lang }: Speaker, given: NonNullable<Extract<Fact, { field: 'assessment' }>['value']>): string {
  const parts = (['legal', 'technical', 'economic'] as const).flatMap((side) => {
    const found = given[side];
    if (!found) return [];
    const note = inLanguage(found.note, lang);
    const rating = t(lang, `fact.rating.${found.rating}`);
    return [`${t(lang, `fact.assessment.${side}`)} ${rating}${note ? ` (${note})` : ''}`];
  });
  return parts.join(', ');
}

function decision({ lang }: Speaker, { text, by }: { text: string; by: string | null }): string {
  return by ? t(lang, 'fact.decisionBy', { text, by: day(lang, by) }) : text;
}

/** "Das geplante Ende von „X“ wurde am 11.05.2026 vom 31.12.2026 auf den 31.12.2027 verschoben." */
export function movedPoint({ lang, names, portfolio }: Speaker, project: string, { from, to, at }: MovedEnd): string {
  return t(lang, 'fact.end.moved', {
    title: names.quotedTitle(project),
    from: day(lang, from),
    to: day(lang, to),
    at: day(lang, dayOf(at, portfolio.programme.timeZone)),
  });
}

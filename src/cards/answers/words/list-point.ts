import { t } from '../../../locales/index.js';
import type { Body, Tally } from '../../../questions/answer.js';
import type { Filters, Question } from '../../../questions/question.js';
import { isEmpty, isNext, orderName } from './describe.js';
import { all, amount, capital, day, number } from './format.js';
import { headPhrase, organisationName, phrase, soleOrganisation, type Form } from './phrase.js';
import type { Speaker } from './speaker.js';

type Projects = Extract<Body, { kind: 'projects' }>;
/** Up to so many projects are named in the sentence itself. */
const NAMED = 3;

/** "7 Projekte betreffen Amt 51 (Stadtjugendamt). Dazu kommen 13 stadtweite, die alle betreffen." */
export function listPoint(
  speaker: Speaker,
  { tally, total, lines }: Pick<Projects, 'tally' | 'total' | 'lines'>,
  filters: Filters,
): string {
  const { lang, names } = speaker;
  const sole = soleOrganisation(filters);
  if (tally.main === 0 && tally.citywide === total && sole) {
    const { organisations: _, ...others } = filters;
    // "No project names them" would say too much: one that does just does not meet the other conditions.
    if (!isEmpty(others)) return `${countPoint(speaker, 0, filters)}. ${t(lang, 'say.butCitywide', { count: total })}`;
    return t(lang, 'say.onlyCitywide', { org: organisationName(speaker, sole), count: total });
  }
  const count = tally.main || total;
  const shown = tally.main > 0 ? lines.filter((line) => line.because === null) : lines;
  const named = count <= NAMED ? shown.map(({ project }) => names.quotedTitle(project)) : [];
  const sentences = [ended(countPoint(speaker, count, filters), named.length > 0 ? `: ${all(lang, named)}.` : '.')];
  if (tally.main === 0 && tally.secondaryField === total) return t(lang, 'say.onlySecondary', { point: sentences[0] });
  if (tally.main === 0 && tally.partlyFunded === total)
    return t(lang, 'say.onlyPartlyFunded', { point: sentences[0], count: total });
  if (tally.main > 0) sentences.push(...tails(speaker, tally));
  return sentences.join(' ');
}

/** The first sentence: so many of these. Without its full stop. */
export function countPoint(speaker: Speaker, count: number, filters: Filters): string {
  const { lang } = speaker;
  const form: Form = count === 1 ? 'one' : count === 0 ? 'none' : 'other';
  const sole = soleOrganisation(filters);
  const args = { count, number: number(lang, count) };
  if (!sole) return bare(t(lang, 'say.list', { ...args, phrase: phrase(speaker, filters, form) }));
  const key = ({ affects: 'say.affects', leads: 'say.leads', any: 'say.any' } as const)[sole.relation];
  const sentence = t(lang, key, {
    ...args,
    phrase: headPhrase(speaker, filters, form),
    org: organisationName(speaker, sole),
    orgs: sole.division === null ? sole.departments.length : 1,
  });
  return bare(capital(sentence));
}

/** "Höchste Investition: „A“ (1.850.000 €)." */
export function topPoint(
  speaker: Speaker,
  { lines }: Pick<Projects, 'lines'>,
  { filters, order }: Extract<Question, { intent: 'list' }>,
): string {
  const { lang, names } = speaker;
  const named = lines.map(({ project, value }) => {
    const title = names.quotedTitle(project);
    if (!value) return title;
    const dated = value.measure === 'start' || value.measure === 'end';
    const shown = dated ? day(lang, String(value.amount)) : amount(lang, value.measure as never, Number(value.amount));
    return `${title} (${shown})`;
  });
  const by = order ? orderName(speaker, order, filters) : '';
  const others = order && isNext(speaker, order, filters) ? { ...filters, [order.by]: undefined } : filters;
  if (isEmpty(others)) return t(lang, 'say.topOne', { by, names: all(lang, named) });
  return t(lang, 'say.topOneAmong', { by, names: all(lang, named), phrase: phrase(speaker, others) });
}

/** What the answer holds besides the plain matches. */
export function tails({ lang }: Speaker, { secondaryField, partlyFunded, citywide }: Tally): string[] {
  const found: string[] = [];
  if (secondaryField > 0) found.push(t(lang, 'say.alsoSecondary', { count: secondaryField }));
  if (partlyFunded > 0) found.push(t(lang, 'say.alsoPartlyFunded', { count: partlyFunded }));
  if (citywide > 0) found.push(t(lang, 'say.alsoCitywide', { count: citywide }));
  return found;
}

function bare(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function ended(sentence: string, end: string): string {
  return sentence.replace(/\.$/, '') + end;
}

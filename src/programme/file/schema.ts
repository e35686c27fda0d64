import { z } from 'zod/v4';
import { CADENCES, CLIMATE_EFFECTS, REGISTERS, type Role } from '../programme.js';
import { HEALTHS } from '../report.js';
import { LANGUAGES, wordings, type Lang } from '../text.js';
import * as scalar from './scalars.js';

export const FORMAT = 'programme/1';
export const ROLES: readonly Role[] = ['office', 'steering'];
const FUNDING = ['available', 'partly', 'missing', 'not-needed'] as const;
const RATINGS = ['ok', 'open', 'critical'] as const;
/** Used where a file names no zone. */
const DEFAULT_ZONE = 'Europe/Berlin';
const DEFAULT_VOCABULARY = { department: { de: 'Amt', en: 'office' }, division: { de: 'Referat', en: 'division' } };

const { id, day, orNull, listOf, setOf } = scalar;

/** Free words such as `2014` or `ca. 2019`. */
const year = z.union([z.string(), z.number()]).transform(String);

/**
 * The shape of a programme file; what it yields is the programme in its normal form (optional parts null or empty).
 * `object` decides about unknown fields: `z.strictObject` finds them, `z.object` ignores them.
 */
export function fileSchema(object: typeof z.object | typeof z.strictObject, lang: Lang) {
  const shape = object as typeof z.object;
  const { text, optionalText, label, optionalLabel, words } = scalar.textsIn(lang);
  const named = { id, name: text, aliases: words };
  const formerName = z
    .union([label, shape({ name: label, until: orNull(year) })], { error: 'formerName' })
    .transform((value) => (typeof value === 'string' ? { name: value, until: null } : value));
  const wish = shape({ text: optionalLabel, by: orNull(day) }).transform((value) => (value.text === '' ? null : value));
  const flag = z
    .boolean()
    .nullish()
    .transform((value) => value ?? false);

  const department = shape({
    ...named,
    shortName: optionalText,
    kind: orNull(z.string()).transform((kind) => kind ?? 'office'),
    division: orNull(id),
    formerNames: listOf(formerName),
    note: optionalText,
    successor: orNull(scalar.line),
    successors: setOf(scalar.line),
  }).transform(({ shortName, ...rest }) => {
    const [short = rest.id, ...others] = wordings(shortName);
    return { ...rest, shortName: short, aliases: [...new Set([...rest.aliases, ...others])] };
  });

  const person = shape({
    id,
    name: label,
    userPrincipalName: orNull(scalar.line),
    aadObjectId: orNull(scalar.line),
    department: orNull(id),
    roles: setOf(z.string()).transform((roles) => ROLES.filter((role) => roles.includes(role))),
    lang: orNull(z.enum(LANGUAGES)),
  });

  const milestone = shape({ title: text, due: day, done: orNull(day) });
  const rated = orNull(shape({ rating: z.enum(RATINGS), note: optionalText }));
  const resources = shape({
    investment: orNull(scalar.amount),
    runningPerYear: orNull(scalar.amount),
    personnelDays: orNull(scalar.amount),
    fte: orNull(scalar.amount),
    funding: orNull(z.enum(FUNDING)),
  });
  const nothingStated = { investment: null, runningPerYear: null, personnelDays: null, fte: null, funding: null };

  const project = shape({
    id,
    title: text,
    summary: optionalText.transform((value) => value ?? {}),
    register: z.enum(REGISTERS),
    actionFields: setOf(id),
    lead: shape({ department: id, person: orNull(id), deputies: setOf(id) }),
    affects: z
      .union([z.literal('all'), setOf(id)], { error: 'affects' })
      .nullish()
      .transform((value) => value ?? []),
    targetGroups: setOf(id),
    goals: setOf(id),
    objectives: listOf(text),
    legalBasis: listOf(label),
    start: orNull(day),
    end: orNull(day),
    resources: resources.nullish().transform((value) => value ?? nothingStated),
    climate: orNull(z.enum(CLIMATE_EFFECTS)).transform((value) => value ?? ('unknown' as const)),
    keywords: words,
    links: setOf(scalar.link),
    published: flag,
    paused: flag,
    cadence: orNull(z.enum(CADENCES)),
    milestones: listOf(milestone),
    assessment: orNull(shape({ legal: rated, technical: rated, economic: rated })).transform((value) =>
      value?.legal || value?.technical || value?.economic ? value : null,
    ),
    fictional: listOf(z.string()),
  });

  const report = shape({
    id: orNull(id),
    project: id,
    week: scalar.week,
    by: orNull(id),
    submittedAt: scalar.instant,
    health: z.enum(HEALTHS),
    progress: orNull(scalar.percent),
    summary: optionalLabel,
    nextSteps: optionalLabel,
    risk: optionalLabel,
    decision: orNull(wish),
    officeNote: optionalText.transform((value) => wordings(value)[0] ?? null),
    milestones: listOf(shape({ title: label, due: day, done: orNull(day) })),
    unchanged: flag,
  });

  return shape({
    format: z.literal(FORMAT),
    language: orNull(z.enum(LANGUAGES)),
    id,
    title: text,
    city: optionalLabel,
    asOf: orNull(day),
    timeZone: orNull(scalar.timeZone).transform((value) => value ?? DEFAULT_ZONE),
    holidays: orNull(scalar.holidays),
    vocabulary: shape({
      department: optionalText.transform((value) => value ?? DEFAULT_VOCABULARY.department),
      division: optionalText.transform((value) => value ?? DEFAULT_VOCABULARY.division),
    })
      .nullish()
      .transform((value) => value ?? DEFAULT_VOCABULARY),
    divisions: listOf(shape({ ...named, formerNames: listOf(formerName) })),
    departments: z.array(department),
    actionFields: listOf(shape(named)),
    targetGroups: listOf(shape(named)),
    goals: listOf(shape(named)),
    people: listOf(person),
    projects: z.array(project),
    concept: listOf(shape({ id, title: text, text })),
    reports: listOf(report),
  });
}

import type { Filters, OrganisationFilter } from '../question.js';
import type { Environment } from './environment.js';
import { ownProjects } from './self.js';
import { has, isOrganisation, marksOf, nameStart, sameClause, type Sentence, type Thing } from './sentence.js';

export interface OrganisationReading {
  filters: OrganisationFilter[];
  denied: OrganisationFilter[];
  /** A name that fits several departments. */
  ambiguous: Thing | null;
  /** What it comes to with each of those it may be, in their order. */
  meanings: readonly OrganisationFilter[];
  /** A department or division the city has not. */
  unknown: Thing | null;
  /** "Mein Amt" said by somebody whose department is not known. */
  ownUnknown: boolean;
}

type Relation = OrganisationFilter['relation'];

/** Which departments and divisions the sentence speaks of, and how projects stand to them. */
export function readOrganisations(
  sentence: Sentence,
  environment: Environment,
  denied: ReadonlySet<number>,
): OrganisationReading {
  const reading: OrganisationReading = {
    filters: [],
    denied: [],
    ambiguous: null,
    meanings: [],
    unknown: null,
    ownUnknown: false,
  };
  const things = sentence.things.filter(isOrganisation);
  const placed: Placed[] = [];
  for (const thing of things) {
    if (thing.ids.length === 0) reading.unknown ??= thing;
    else if (thing.ids.length > 1 && !thing.every && !reading.ambiguous) {
      reading.ambiguous = thing;
      reading.meanings = thing.ids.map((id) => filterOf({ ...thing, ids: [id] }, environment, 'any'));
    }
    const isOwner = belongs(sentence, thing.from);
    // "Betreffen die Projekte der Kämmerei auch die Feuerwehr?": the verb speaks of the other one.
    const relation =
      isOwner && things.length > 1 && has(sentence, 'relation.affects')
        ? 'leads'
        : relationAt(sentence, thing.from, isOwner ? 'leads' : 'any');
    const filter = filterOf(thing, environment, relation);
    const isDenied = denied.has(thing.from) || relationDenied(sentence, thing.from, denied);
    // "Außer denen vom FB 12": those it leads are meant.
    if (isDenied && filter.relation === 'any') filter.relation = 'leads';
    placed.push({ thing, filter, isDenied });
  }
  doneFor(sentence, placed);
  for (const { filter, isDenied } of joinAlternatives(sentence, placed))
    (isDenied ? reading.denied : reading.filters).push(filter);
  const own = ownPlace(sentence, things) ?? (environment.asker.person === null ? ownProjects(sentence) : null);
  if (own !== null) {
    if (environment.asker.department) {
      const filter: OrganisationFilter = {
        departments: [environment.asker.department],
        division: null,
        relation: relationAt(sentence, own),
      };
      (denied.has(own) ? reading.denied : reading.filters).push(filter);
    } else reading.ownUnknown = true;
  }
  const [only, second] = reading.filters;
  if (only && !second && bothRelations(sentence)) only.relation = 'any';
  if (has(sentence, 'relation.otherLeads') || leadDenied(sentence, things, denied)) {
    for (const filter of reading.filters) {
      if (filter.relation === 'leads') filter.relation = 'affects';
      reading.denied.push({ ...filter, relation: 'leads' });
    }
  }
  return reading;
}

/** "…, werden aber nicht von ihm geleitet": the lead is denied of what was named before. */
function leadDenied(sentence: Sentence, things: readonly Thing[], denied: ReadonlySet<number>): boolean {
  return marksOf(sentence, 'relation.leads').some(
    (mark) => denied.has(mark.from) && !things.some((thing) => sameClause(sentence.tokens, mark.from, thing.from)),
  );
}

/** "… geleitet oder betreffen sie", "what does it lead and what else affects it?", "… und welche betreffen sie noch": either will do. */
function bothRelations(sentence: Sentence): boolean {
  const { tokens } = sentence;
  const [led] = marksOf(sentence, 'relation.leads');
  const [touched] = marksOf(sentence, 'relation.affects');
  if (!led || !touched) return false;
  const [first, second] = led.from < touched.from ? [led, touched] : [touched, led];
  const between = tokens.slice(first.to, second.from);
  const joint = between.findIndex((token) => /^(?:und|and|oder|or)$/.test(token.word));
  if (joint < 0) return false;
  const rest = [...between.slice(joint), ...tokens.slice(second.to, second.to + FURTHER_OFF)];
  return /^(?:oder|or)$/.test(between[joint]?.word ?? '') || rest.some(({ word }) => FURTHER.test(word));
}
/** What is led is not asked for again: only what touches a place besides. */
const FURTHER =
  /^(?:sonst|noch|ausserdem|auch|zusatzlich|daruber|andere[nrs]?|weitere|else|otherwise|also|others?|besides)$/;
/** "… betreffen sie sonst noch" */
const FURTHER_OFF = 3;

function filterOf(thing: Thing, { lexis }: Environment, relation: Relation): OrganisationFilter {
  if (thing.noun === 'department') return { departments: thing.ids, division: null, relation };
  const division = thing.ids[0] ?? null;
  const departments = lexis.programme.departments.filter((each) => each.division === division).map((each) => each.id);
  return { departments, division, relation };
}

/** A place that was named, and the condition it amounts to. */
interface Placed {
  thing: Thing;
  filter: OrganisationFilter;
  isDenied: boolean;
}

/** "Was macht Amt 17 für das Sozialamt?": the one does it, the other one has something of it. */
function doneFor({ tokens }: Sentence, placed: readonly Placed[]): void {
  const [first, second] = placed;
  if (!first || !second || placed.length > 2) return;
  const { thing, filter } = second;
  const before = tokens.slice(Math.max(first.thing.to, thing.from - 2), thing.from);
  if (filter.relation === 'leads' || !before.some(({ word }) => /^(?:fur|furs|for)$/.test(word))) return;
  if (first.filter.relation === 'affects') return;
  first.filter.relation = 'leads';
  filter.relation = 'affects';
}

/** "Amt 50 oder Amt 51", "Sozialamt und Jugendamt" beside each other are one condition: either suffices. */
function joinAlternatives(sentence: Sentence, placed: readonly Placed[]): Placed[] {
  const conditions: Placed[] = [];
  let last: Placed | undefined;
  for (const each of placed) {
    const open = conditions.at(-1);
    if (last && open && last.isDenied === each.isDenied && areJoined(sentence, last.thing, each.thing)) {
      const { filter } = open;
      filter.relation = strongest(filter.relation, each.filter.relation);
      filter.departments = [...new Set([...filter.departments, ...each.filter.departments])];
      if (filter.division !== each.filter.division) filter.division = null;
    } else conditions.push(each);
    last = each;
  }
  return conditions;
}

function areJoined(sentence: Sentence, first: Thing, second: Thing): boolean {
  const { tokens } = sentence;
  const gap = tokens.slice(first.to, second.from).map(({ word }) => word);
  const comma = tokens[first.to - 1]?.after === ',';
  const joined = comma ? gap.length <= 1 : gap.length <= 3 && /^(?:oder|or|und|and|sowie)$/.test(gap[0] ?? '');
  // "Both A and B", "sowohl A als auch B": the one and the other.
  const both = tokens.slice(Math.max(0, first.from - 3), first.from).some(({ word }) => /^(?:both|sowohl)$/.test(word));
  return joined && !both && !(isApart(sentence, first, second) && !/^(?:oder|or)$/.test(gap[0] ?? ''));
}

/** "Leitet Amt 17 und betreffen Amt 50", "… und werden von Amt 11 geleitet": the second one has a verb of its own. */
function isApart({ tokens, marks }: Sentence, first: Thing, second: Thing): boolean {
  const between = (at: number) => at >= first.to && at < second.from;
  return (
    marks.some(({ value, from }) => /^relation\./.test(value) && between(from)) ||
    tokens.slice(first.to, second.from).some(({ word }) => /^(?:wird|werden|wurden?|is|are|was|were)$/.test(word))
  );
}
const strongest = (a: Relation, b: Relation): Relation => (a === 'any' ? b : a);

const HAS = /^(?:hat|haben|has|have)$/;

function afterName(sentence: Sentence, place: number): string {
  const end = sentence.things.find((thing) => thing.from === place)?.to ?? place + 1;
  return sentence.tokens[end]?.word ?? '';
}

/** "Projekte des Sozialamts", "Investitionen von Amt 17": the genitive speaks of what it leads. */
function belongs(sentence: Sentence, place: number): boolean {
  const { tokens, marks } = sentence;
  const at = nameStart(sentence, place);
  const before = tokens[at - 1]?.word ?? '';
  const article = /^(?:der|des|the|das|die|dem|den)$/.test(before) ? (tokens[at - 2]?.word ?? '') : before;
  if (/^(?:hat|haben|has|have|had|hatte)$/.test(article) || HAS.test(afterName(sentence, place))) return true;
  if (!/^(?:von|vom|of|by)$/.test(article) && !/^(?:des|der)$/.test(before)) return false;
  if (/^(?:die|denen|those|ones)$/.test(tokens[at - 2]?.word ?? '')) return true;
  return marks.some(
    (mark) => /^(?:noun\.project|field\.|super|register)/.test(mark.value) && mark.to <= at && at - mark.to <= 3,
  );
}

/** The relation said nearest to a place, in its own clause first. */
function relationAt(sentence: Sentence, place: number, otherwise: Relation = 'any'): Relation {
  const marks = marksOf(sentence, 'relation.affects', 'relation.leads', 'field.affects', 'field.lead');
  const inClause = marks.filter((mark) => sameClause(sentence.tokens, mark.from, place));
  const candidates = inClause.length > 0 ? inClause : marks;
  const nearest = candidates.reduce<(typeof marks)[number] | undefined>(
    (best, mark) => (!best || Math.abs(mark.from - place) < Math.abs(best.from - place) ? mark : best),
    undefined,
  );
  if (!nearest) return otherwise;
  return nearest.value.endsWith('affects') ? 'affects' : 'leads';
}

/** "die nicht vom Amt 17 geleitet werden": the verb is denied, so the condition is. */
function relationDenied(sentence: Sentence, place: number, denied: ReadonlySet<number>): boolean {
  return marksOf(sentence, 'relation.affects', 'relation.leads').some(
    (mark) => denied.has(mark.from) && sameClause(sentence.tokens, mark.from, place),
  );
}

/** "Betreffen die Feuerwehr nicht": the matter is denied as well where there is no such department. */
export const touchDenied = (sentence: Sentence, place: number, denied: ReadonlySet<number>): boolean =>
  marksOf(sentence, 'relation.affects').some(
    (mark) => denied.has(mark.from) && sameClause(sentence.tokens, mark.from, place),
  );

function ownPlace(sentence: Sentence, things: readonly Thing[]): number | null {
  const strong = marksOf(sentence, 'own.strong')[0];
  if (strong) return strong.from;
  const led = ownLead(sentence);
  if (led !== null) return led;
  if (things.length > 0) return null;
  const related = has(sentence, 'relation.affects', 'relation.leads', 'relation.any');
  const weak =
    marksOf(sentence, 'own.weak')[0] ??
    (has(sentence, 'relation.affects')
      ? marksOf(sentence, 'own.self').find((mark) => isTouched(sentence, mark.from))
      : undefined);
  return related && weak ? weak.from : weLead(sentence);
}

/** "Bei welchen Projekten haben wir die Federführung?": "haben wir" asks what there is, but here it says who leads. */
function weLead(sentence: Sentence): number | null {
  const { tokens } = sentence;
  const leads = marksOf(sentence, 'relation.leads');
  const found = tokens.findIndex(
    ({ word }, at) => /^(?:wir|we)$/.test(word) && leads.some(({ from }) => from > at && sameClause(tokens, at, from)),
  );
  return found < 0 ? null : found;
}

/** "In unserer (alleinigen) Federführung", "under my lead": a noun of leading that is said to be one's own. */
function ownLead(sentence: Sentence): number | null {
  const isOwn = (at: number) => OWN.test(sentence.tokens[at]?.word ?? '');
  for (const { from, to } of marksOf(sentence, 'relation.leads')) {
    for (let at = Math.max(0, from - 2); at < to; at++) if (isOwn(at)) return at;
  }
  return null;
}
const OWN = /^(?:(?:mein|unser|unsr)(?:e[mnrs]?)?|my|our)$/;

/** "Betrifft mich", "bin ich betroffen"; but not "ich suche etwas, das mit … zu tun hat". */
function isTouched(sentence: Sentence, place: number): boolean {
  if (!/^(?:ich|i)$/.test(sentence.tokens[place]?.word ?? '')) return true;
  return sentence.tokens.some((token) =>
    /^(?:betroffen|affected|involved|concerned|beteiligt|eingebunden)/.test(token.word),
  );
}

/** Writes the conditions into filters. */
export function applyOrganisations(reading: OrganisationReading, filters: Filters): void {
  if (reading.filters.length > 0) filters.organisations = reading.filters;
  if (reading.denied.length > 0) filters.not = { ...filters.not, organisations: reading.denied };
}

import type { Field, Filters } from '../question.js';
import type { Environment } from './environment.js';
import { askedFields } from './fields.js';
import { readAssessment } from './filter-assessment.js';
import { readDates } from './filter-dates.js';
import { readMeasures } from './filter-measures.js';
import { readNouns } from './filter-nouns.js';
import {
  applyOrganisations,
  readOrganisations,
  touchDenied,
  type OrganisationReading,
} from './filter-organisations.js';
import { leftoverTokens, strayTokens, topicWords } from './leftover.js';
import { groupKey } from './grouping.js';
import type { Concept } from './lexicon.js';
import type { Lexis } from './lexis.js';
import { matterAmong } from './matter.js';
import { deniedPlaces } from './negation.js';
import { readRanking, type Ranking } from './order.js';
import { readPeople } from './filter-people.js';
import { readThan } from './filter-than.js';
import { findMentions } from './project-mentions.js';
import { has, marksOf, type Sentence } from './sentence.js';
import { refersBack } from './pronouns.js';
import { isPremise, isStatement } from './statement.js';
import { isOutside } from './talk.js';
import type { Token } from './tokens.js';
import { topicSearch } from './topic-search.js';
import { findNaming } from './topic-units.js';
import { isFragment, isYesNo } from './verbs.js';

/** Everything the words hold, before it is decided what they ask. */
export interface Draft {
  filters: Filters;
  organisations: OrganisationReading;
  /** Words of a topic, as said. */
  topic: string[];
  leftover: readonly Token[];
  fields: Field[];
  ranking: Ranking | null;
  /** Projects that may be meant; one: that one. */
  candidates: string[];
  project: string | null;
  /** Projects named apart from each other, for a comparison. */
  distinct: string[];
  /** A title was said word for word. */
  namesProject: boolean;
  /** The question is about one project rather than a set. */
  wantsProject: boolean;
  /** "Das Projekt", "it": something said before is meant. */
  pronoun: boolean;
  /** Something is stated rather than asked. */
  premise: boolean;
  outside: boolean;
  words: number;
  /** Words left over that the answer does without: they were not understood. */
  dropped: readonly Token[];
  /** Nothing but "projects" and words nobody knows was said, and nothing marks them as a matter. */
  adrift: readonly string[];
  today: string;
}

/** Collects conditions, asked facts, ranking and the projects that may be meant. */
export function draftOf(sentence: Sentence, environment: Environment): Draft {
  const { lexis, today } = environment;
  const filters: Filters = {};
  const leftover = leftoverTokens(lexis, sentence);
  const denied = deniedPlaces(sentence, deniable(sentence), namedMatter(lexis, sentence, leftover));
  const organisations = readOrganisations(sentence, environment, denied);
  applyOrganisations(organisations, filters);
  readNouns(sentence, filters, denied);
  readPeople(sentence, filters, denied);
  readDates(sentence, filters, denied, today);
  readMeasures(sentence, filters);
  readAssessment(sentence, filters);
  const distinct = distinctProjects(sentence, environment, leftover);
  const one = distinct.length === 1 ? distinct[0] : undefined;
  const isMeasure = readThan(sentence, filters, { project: one, named: leftover }, lexis.programme);
  const ranking = isMeasure ? null : readRanking(sentence);
  const recognised =
    Object.keys(filters).length > 0 || organisations.ownUnknown || ranking !== null || groupKey(sentence) !== null;
  const marked = matterAmong(lexis, sentence, leftover);
  const matter = isMeasure ? [] : recognised ? marked : leftover;
  const isDenied = (token: Token) => {
    const at = sentence.tokens.indexOf(token);
    return denied.has(at) || touchDenied(sentence, at, denied);
  };
  const topic = topicWords(
    lexis,
    sentence,
    matter.filter((token) => !isDenied(token)),
  );
  const deniedTopic = topicWords(lexis, sentence, matter.filter(isDenied));
  const fields = askedFields(sentence);
  const namesProject = sentence.projects.some((project) => project.via !== 'keyword');
  const pronoun = refersBack(sentence) || (has(sentence, 'noun.project') && leftover.length === 0);
  const wantsProject = isAboutOne(sentence, fields, leftover, namesProject) || isStatement(sentence, leftover);
  const candidates =
    !isMeasure && (wantsProject || namesProject)
      ? meantProjects(sentence, environment, leftover, topic, wantsProject)
      : [];
  const project = candidates.length === 1 ? (candidates[0] ?? null) : null;
  putTopic(sentence, filters, topic);
  if (deniedTopic.length > 0) filters.not = { ...filters.not, topic: deniedTopic };
  return {
    filters,
    organisations,
    topic,
    leftover,
    fields,
    ranking,
    candidates,
    project: wantsProject || namesProject ? project : null,
    distinct,
    namesProject,
    wantsProject,
    pronoun,
    premise: isPremise(sentence, candidates),
    outside: isOutside(lexis, sentence) && topicSearch(lexis.topics, topic).every((hit) => hit.near),
    words: leftover.length,
    dropped: [
      ...(isMeasure ? [] : leftover.filter((token) => !matter.includes(token))),
      ...strayTokens(lexis, sentence, leftover),
    ],
    adrift: recognised || marked.length > 0 ? [] : leftover.map((token) => token.raw),
    today,
  };
}

/** A topic, or a law where the sentence asks for the legal basis. */
function putTopic(sentence: Sentence, filters: Filters, topic: readonly string[]): void {
  if (topic.length === 0) return;
  if (has(sentence, 'cue.legal')) filters.legal = [...topic];
  else filters.topic = [...topic];
}

/** Words that name a matter of the programme, as long as no project is called by them: "nicht barrierefrei". */
function namedMatter(lexis: Lexis, sentence: Sentence, leftover: readonly Token[]): number[] {
  return leftover.flatMap((token) => {
    const at = sentence.tokens.indexOf(token);
    const titled = sentence.projects.some(({ via, from, to }) => via !== 'keyword' && from <= at && at < to);
    const isMatter = findNaming(lexis.topics, token.stem) || lexis.topics.notionsOf.has(token.stem);
    return isMatter && !titled ? [at] : [];
  });
}

function deniable(sentence: Sentence): number[] {
  const marks = marksOf(
    sentence,
    'relation.affects',
    'relation.leads',
    'register.running',
    'register.upcoming',
    'register.future',
    'register.permanent',
    'health.red',
    'health.amber',
    'health.green',
    'health.trouble',
    'climate.positive',
    'climate.negative',
    'climate.none',
    'climate.unknown',
    'state.citywide',
    'state.overdue',
    'state.paused',
    'state.finished',
    'state.reached',
    'own.strong',
    'own.weak',
  );
  return [...new Set([...sentence.things.map((thing) => thing.from), ...marks.map((mark) => mark.from)])];
}

/** Whether one project is asked about: a fact, a description, a supposition or just its name. */
function isAboutOne(sentence: Sentence, fields: readonly Field[], leftover: readonly Token[], named: boolean): boolean {
  if (has(sentence, 'noun.projects')) return named && asksForOther(sentence);
  const organised = sentence.things.length > 0 || has(sentence, 'own.strong', 'own.weak');
  if (organised && leftover.length === 0 && !named && !refersBack(sentence)) return false;
  const which = marksOf(sentence, 'ask.which').some((mark) => {
    const next = sentence.marks.find((other) => other.from === mark.to);
    return next?.value === 'noun.project';
  });
  if (which && !asksForOther(sentence)) return false;
  if (has(sentence, 'ask.exists') && !has(sentence, 'ask.why') && !isYesNo(sentence) && fields.length === 0)
    return false;
  if (
    has(sentence, 'ask.exists') &&
    !has(sentence, 'ask.why') &&
    !named &&
    fields.every((field) => field === 'affects' || field === 'lead' || field === 'status')
  )
    return false;
  if (fields.length > 0 || isYesNo(sentence) || has(sentence, 'ask.about', 'ask.why', 'field.history'))
    return leftover.length > 0 || named || !has(sentence, 'ask.which');
  return isFragment(sentence) ? named || leftover.length > 0 : named;
}

/** "Welche Ämter/Ziele/Zielgruppen …": what is listed are no projects. */
function asksForOther(sentence: Sentence): boolean {
  return marksOf(sentence, 'ask.which', 'ask.what', 'ask.who').some((mark) =>
    sentence.marks.some(
      (other) =>
        /^noun\.(?:department|division|goal|targetGroup|actionField|register)$/.test(other.value) &&
        other.from >= mark.to &&
        other.from - mark.to <= 1,
    ),
  );
}

function meantProjects(
  sentence: Sentence,
  { lexis }: Environment,
  leftover: readonly Token[],
  topic: readonly string[],
  wanted: boolean,
): string[] {
  const titled = sentence.projects.filter((project) => project.via !== 'keyword');
  const longest = titled.reduce((most, project) => Math.max(most, project.to - project.from), 0);
  const exact = [
    ...new Set(titled.filter((project) => project.to - project.from === longest).flatMap((project) => project.ids)),
  ];
  if (exact.length === 1 && (longest >= 2 || leftover.length <= 1)) return exact;
  const named = findMentions(lexis.topics, leftover).map((mention) => mention.project);
  const mentions = named.length > 0 || !wanted || !has(sentence, ...DESCRIBING) ? named : onTopic(lexis, topic);
  if (exact.length > 0) {
    const agreed = mentions.filter((project) => exact.includes(project));
    return agreed.length > 0 ? agreed : exact;
  }
  return mentions;
}

/** Asks about something, rather than just naming it. */
const DESCRIBING: readonly Concept[] = [
  'ask.about',
  'ask.who',
  'ask.when',
  'ask.howMuch',
  'ask.howLong',
  'ask.why',
  'field.cost',
  'field.end',
  'field.start',
  'field.status',
];

/** Where no title fits, what the words are about: in the other language, by another word. */
function onTopic(lexis: Lexis, topic: readonly string[]): string[] {
  const hits = topicSearch(lexis.topics, topic).filter((hit) => !hit.near);
  return hits.length <= MOST_MEANT ? hits.map((hit) => hit.project) : [];
}
const MOST_MEANT = 4;

/** For "A oder B": the projects each run of leftover words names. */
function distinctProjects(sentence: Sentence, { lexis }: Environment, leftover: readonly Token[]): string[] {
  const projects: string[] = [];
  let run: Token[] = [];
  const flush = () => {
    const [first, second] = run.length > 0 ? findMentions(lexis.topics, run) : [];
    if (first && !second && !projects.includes(first.project)) projects.push(first.project);
    run = [];
  };
  let last = -1;
  for (const token of leftover) {
    const at = sentence.tokens.indexOf(token);
    const between = last < 0 ? [] : sentence.tokens.slice(last + 1, at).map((each) => each.word);
    if (
      between.some((word) =>
        /^(?:und|and|oder|or|mit|with|vs|versus|zwischen|als|than|zu|vor|nach|before|after)$/.test(word),
      ) ||
      /[,;]/.test(sentence.tokens[last]?.after ?? '')
    )
      flush();
    run.push(token);
    last = at;
  }
  flush();
  return projects;
}

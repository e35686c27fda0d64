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
import type { Lexis } from './lexis.js';
import { matterAmong } from './matter.js';
import { distinctProjects, meantProjects } from './meant-projects.js';
import { deniedPlaces } from './negation.js';
import { readRanking, type Ranking } from './order.js';
import { readPeople } from './filter-people.js';
import { readThan } from './filter-than.js';
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
  readPeople(sentence, environment, filters, denied);
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
  const meant = leftover.filter((token) => !isDenied(token));
  const wantsProject = isAboutOne(sentence, fields, meant, namesProject) || isStatement(sentence, leftover);
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
    outside: isOutside(lexis, sentence) && topicSearch(lexis.topics, topic).length === 0,
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
    'state.postponed',
    'state.finished',
    'state.reached',
    'own.strong',
    'own.weak',
  );
  return [...new Set([...sentence.things.map((thing) => thing.from), ...marks.map((mark) => mark.from)])];
}

/** Whether one project is asked about: a fact, a description, a supposition or just its name. */
function isAboutOne(sentence: Sentence, fields: readonly Field[], leftover: readonly Token[], named: boolean): boolean {
  if (has(sentence, 'noun.projects') || speaksOfTasks(sentence)) return named && asksForOther(sentence);
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

/** "Die Pflege der Daueraufgaben": a register's noun in the plural speaks of a set as "Projekte" does. */
const speaksOfTasks = (sentence: Sentence): boolean =>
  marksOf(sentence, 'register.permanent', 'register.future').some(({ from }) =>
    /(?:aufgaben|themen|projekte|tasks|topics)$/.test(sentence.tokens[from]?.word ?? ''),
  );

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

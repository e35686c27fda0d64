import { LRUCache } from 'lru-cache';
import { Scores } from './scores.js';
import { readUnits, matchUnit, type Unit } from './topic-units.js';
import { tokenise, type Token } from './tokens.js';
import type { TopicIndex } from './topic-index.js';

export interface TopicHit {
  project: string;
  /** 0…1: how much the project is about the topic. */
  score: number;
  /** Touches the topic only: to be offered, not to be named as an answer. */
  near: boolean;
}

/** Below this share of the best score a project only touches the topic; of several words most should fit. */
const CUT = 0.55;
const CUT_OF_SEVERAL = 0.72;
/** Below this score nothing is about the topic, however few there are. */
const FLOOR = 0.4;
const NEAR_FLOOR = 0.2;

/**
 * The projects a topic is about, best first (ties in the programme's order). Words are what `Filters.topic` holds: as a
 * person typed them. A word separated by "oder"/"or" counts as an alternative. Words the programme does not hold are
 * left out of the reckoning; when it holds none, nothing is found.
 */
export function topicSearch(index: TopicIndex, words: readonly string[]): readonly TopicHit[] {
  const key = words.join('\n');
  let found = remembered.get(index);
  if (!found) remembered.set(index, (found = new LRUCache({ max: MOST_REMEMBERED })));
  const known = found.get(key);
  if (known) return known;
  const hits = ranked(index, search(index, words), ({ near }) => !near);
  found.set(key, hits);
  return hits;
}

/** As `topicSearch`, followed by the projects that only touch the topic. */
export function topicTouched(index: TopicIndex, words: readonly string[]): TopicHit[] {
  return ranked(index, search(index, words), ({ score, near }) => !near || score >= NEAR_FLOOR);
}

/** Question and answer ask for a topic several times: what is it about, is it outside, to choose, to order, to count. */
const remembered = new WeakMap<TopicIndex, LRUCache<string, readonly TopicHit[]>>();
const MOST_REMEMBERED = 16;

type Scored = Pick<TopicHit, 'score' | 'near'>;

/** By the number of the project. */
function search(index: TopicIndex, words: readonly string[]): Map<number, Scored> {
  const alternatives = words.flatMap((word) => splitAlternatives(tokenise(word)));
  const groups = words.some((word) => ALTERNATIVE.test(` ${word} `)) ? alternatives : [alternatives.flat()];
  const best = new Map<number, Scored>();
  for (const tokens of groups) {
    const read = readUnits(index, tokens);
    const units = read.filter((unit) => unit.weight > 0);
    const { whole, scores } = scoreUnits(index, units, unknownQualities(read));
    let top = 0;
    for (const project of scores.met) top = Math.max(top, scores.of(project));
    const cut = Math.max(FLOOR, top * (units.filter((unit) => !unit.minor).length > 1 ? CUT_OF_SEVERAL : CUT));
    for (const project of scores.met) {
      const score = scores.of(project);
      const hit = { score, near: score < cut || (whole.size > 0 && !whole.has(project)) };
      const known = best.get(project);
      if (!known || (known.near && !hit.near) || (known.near === hit.near && known.score < score))
        best.set(project, hit);
    }
  }
  return best;
}

/** Words of a topic that neither stand in the programme nor mean anything that does. */
export function unknownTopicWords(index: TopicIndex, words: readonly string[]): string[] {
  return readUnits(
    index,
    words.flatMap((word) => tokenise(word)),
  )
    .filter((unit) => unit.weight === 0)
    .map((unit) => unit.said);
}

const ALTERNATIVE = /\s(?:oder|or|bzw\.?|beziehungsweise)\s/i;
const ALTERNATIVE_WORDS = new Set(['oder', 'or', 'bzw', 'beziehungsweise']);

function splitAlternatives(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (ALTERNATIVE_WORDS.has(token.word)) groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups.filter((group) => group.length > 0);
}

/** So much more would have to be met of a noun of which an unknown quality was said: a title or a keyword is enough, a mention is not. */
const WITHOUT_QUALITY = 1.6;
/** From this score on a unit is met at all. */
const MET = 0.3;

/** Weighted mean over the units the programme knows, and the projects that meet every one of several. */
function scoreUnits(
  index: TopicIndex,
  units: readonly Unit[],
  unknown: ReadonlySet<Unit>,
): { scores: Scores; whole: Set<number> } {
  const scores = new Scores(index.projects.length);
  const met = new Scores(index.projects.length);
  const major = units.filter((unit) => !unit.minor).length;
  const total = units.reduce((sum, unit) => sum + unit.weight * (unknown.has(unit) ? WITHOUT_QUALITY : 1), 0);
  for (const unit of units) {
    const matched = matchUnit(index, unit);
    for (const project of matched.met) {
      const score = matched.of(project);
      scores.add(project, score * unit.weight);
      if (!unit.minor && score >= MET) met.add(project, 1);
    }
  }
  scores.divide(total);
  return { scores, whole: new Set(major > 1 ? met.met.filter((project) => met.of(project) === major) : []) };
}

/** "Autonome Busse": units that stand right behind a quality the programme knows nothing of, so that they say less. */
function unknownQualities(read: readonly Unit[]): ReadonlySet<Unit> {
  return new Set(
    read.filter((unit, at) => at > 0 && read[at - 1]?.weight === 0 && isQuality(read[at - 1]?.said ?? '')),
  );
}
const isQuality = (said: string): boolean => /^\p{Ll}.*e[nrsm]?$/u.test(said);

function ranked(
  index: TopicIndex,
  scored: ReadonlyMap<number, Scored>,
  isWanted: (hit: Scored) => boolean,
): TopicHit[] {
  return [...scored]
    .filter(([, hit]) => isWanted(hit))
    .sort((a, b) => Number(a[1].near) - Number(b[1].near) || b[1].score - a[1].score || a[0] - b[0])
    .flatMap(([number, hit]) => {
      const project = index.projects[number];
      return project ? [{ project: project.id, ...hit }] : [];
    });
}

import { LRUCache } from 'lru-cache';
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
  let hits = found.get(key);
  if (!hits) found.set(key, (hits = search(index, words)));
  return hits;
}

/** Question and answer ask for a topic several times: what is it about, is it outside, to choose, to order, to count. */
const remembered = new WeakMap<TopicIndex, LRUCache<string, readonly TopicHit[]>>();
const MOST_REMEMBERED = 16;

function search(index: TopicIndex, words: readonly string[]): TopicHit[] {
  const alternatives = words.flatMap((word) => splitAlternatives(tokenise(word)));
  const groups = words.some((word) => ALTERNATIVE.test(` ${word} `)) ? alternatives : [alternatives.flat()];
  const best = new Map<number, { score: number; near: boolean }>();
  for (const tokens of groups) {
    const read = readUnits(index, tokens);
    const units = read.filter((unit) => unit.weight > 0);
    const { whole, scores: all } = scoreUnits(index, units, unknownQualities(read));
    const scores = [...all];
    const top = scores.reduce((highest, [, score]) => Math.max(highest, score), 0);
    const cut = Math.max(FLOOR, top * (units.filter((unit) => !unit.minor).length > 1 ? CUT_OF_SEVERAL : CUT));
    for (const [project, score] of scores) {
      const hit = { score, near: score < cut || (whole.size > 0 && !whole.has(project)) };
      const known = best.get(project);
      if (!known || (known.near && !hit.near) || (known.near === hit.near && known.score < score))
        best.set(project, hit);
    }
  }
  return rank(index, best);
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
): { scores: Map<number, number>; whole: Set<number> } {
  const sums = new Map<number, number>();
  const met = new Map<number, number>();
  const major = units.filter((unit) => !unit.minor).length;
  let total = 0;
  for (const unit of units) {
    total += unit.weight * (unknown.has(unit) ? WITHOUT_QUALITY : 1);
    for (const [project, score] of matchUnit(index, unit)) {
      sums.set(project, (sums.get(project) ?? 0) + score * unit.weight);
      if (!unit.minor && score >= MET) met.set(project, (met.get(project) ?? 0) + 1);
    }
  }
  if (total > 0) for (const [project, sum] of sums) sums.set(project, sum / total);
  const whole = major > 1 ? [...met].flatMap(([project, count]) => (count === major ? [project] : [])) : [];
  return { scores: sums, whole: new Set(whole) };
}

/** "Autonome Busse": units that stand right behind a quality the programme knows nothing of, so that they say less. */
function unknownQualities(read: readonly Unit[]): ReadonlySet<Unit> {
  return new Set(
    read.filter((unit, at) => at > 0 && read[at - 1]?.weight === 0 && isQuality(read[at - 1]?.said ?? '')),
  );
}
const isQuality = (said: string): boolean => /^\p{Ll}.*e[nrsm]?$/u.test(said);

function rank(index: TopicIndex, hits: ReadonlyMap<number, { score: number; near: boolean }>): TopicHit[] {
  return [...hits]
    .filter(([, { score, near }]) => !near || score >= NEAR_FLOOR)
    .sort((a, b) => Number(a[1].near) - Number(b[1].near) || b[1].score - a[1].score || a[0] - b[0])
    .flatMap(([number, hit]) => {
      const project = index.projects[number];
      return project ? [{ project: project.id, ...hit }] : [];
    });
}

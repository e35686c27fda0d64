import { Scores } from './scores.js';
import type { Token } from './tokens.js';
import type { TopicIndex } from './topic-index.js';
import { matchUnit, readUnits } from './topic-units.js';

export interface Mention {
  project: string;
  /** 0…1: share of what was said that names this project. */
  score: number;
}

/** A project within this share of the best one is as likely meant. */
const EQUAL = 0.82;
/** A title or keyword with a compound of the word is within this share of one with the word itself. */
const CARRIES = 0.68;
/** Under this share of the words nothing was named. */
const FLOOR = 0.45;

/**
 * Which projects words may name, by title, keyword, id; best first. Several entries mean that they are equally likely.
 * Words after a preposition ("der Chatbot auf der Website") say less than the ones before.
 */
export function findMentions(index: TopicIndex, tokens: readonly Token[]): Mention[] {
  const units = readUnits(index, tokens).filter((unit) => unit.weight > 0);
  const scores = new Scores(index.projects.length);
  let total = 0;
  for (const [place, unit] of units.entries()) {
    const weight = unit.weight * (place === 0 ? 1 : 0.85);
    total += weight;
    const matched = matchUnit(index, unit);
    for (const project of matched.met) {
      const score = matched.of(project);
      // Only a title, a keyword or an id names a project; other texts merely speak of a matter.
      const naming = score >= 0.62 ? score : score * 0.5;
      scores.add(project, naming * weight);
    }
  }
  if (total === 0) return [];
  let best = 0;
  for (const project of scores.met) best = Math.max(best, scores.of(project));
  if (best / total < FLOOR) return [];
  const equal = scores.met.filter((project) => scores.of(project) >= best * EQUAL).length;
  // Where it must be asked back anyway, whatever carries the one word is offered.
  const share = equal > 1 && units.length === 1 ? CARRIES : EQUAL;
  return scores.met
    .filter((project) => scores.of(project) >= best * share)
    .sort((a, b) => scores.of(b) - scores.of(a) || a - b)
    .flatMap((number) => {
      const project = index.projects[number];
      return project ? [{ project: project.id, score: scores.of(number) / total }] : [];
    });
}

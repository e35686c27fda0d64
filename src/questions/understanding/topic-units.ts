import { splitCompound } from './compounds.js';
import { fold } from './fold.js';
import { isContent } from './lexicon.js';
import { root, sameFamily, stem } from './stem.js';
import type { Token } from './tokens.js';
import { Scores } from './scores.js';
import { FIELD_WEIGHTS, RELATED, type Expansion, type TopicIndex } from './topic-index.js';

/** One word or phrase of a topic with everything in the programme that may mean it. */
export interface Unit {
  /** As typed. */
  said: string;
  expansions: Expansion[];
  /** Rare words weigh more; 0 for a word the programme does not hold. */
  weight: number;
  /** True when the word itself, or a compound with it, stands in the programme. */
  literal: boolean;
  /** Breaks ties only: a word of a phrase that counts as a whole, or one of manner ("online"). */
  minor?: boolean;
}

const QUALITY = { exact: 1, root: 0.88, phrase: 0.9, part: 0.8, notion: 0.75, related: 0.35, demoted: 0.42 } as const;

/** Words that say how something is done; alone they may be a topic, beside another word they hardly count. */
const MODAL = new Set(
  'online digital elektronisch elektronische elektronischen electronic intern interne internal zentral zentrale central automatisch smart system software projekt service services portal plattform platform app neu anmelden abmelden ummelden beantragen bestellen buchen bezahlen erledigen verwalten einreichen register apply book order pay request submit'.split(
    ' ',
  ),
);

/** Reads the content words of a topic; phrases of the thesaurus ("von daheim arbeiten") become one unit. */
export function readUnits(index: TopicIndex, tokens: readonly Token[]): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length;) {
    const phrase = phraseAt(index, tokens, at);
    const token = tokens[at];
    if (!token) break;
    if (phrase) {
      units.push(phrase.unit, ...literalWords(index, tokens.slice(at, at + phrase.length), phrase.unit.weight / 5));
      at += phrase.length;
      continue;
    }
    if (isContent(token.word)) units.push(...wordUnits(index, token));
    at++;
  }
  return units;
}

function phraseAt(index: TopicIndex, tokens: readonly Token[], at: number): { unit: Unit; length: number } | undefined {
  const first = tokens[at];
  if (!first) return undefined;
  const longest = index.phraseStarts.get(first.stem) ?? 0;
  for (let length = Math.min(longest, tokens.length - at); length >= 2; length--) {
    const slice = tokens.slice(at, at + length);
    const notions = index.notionsOf.get(slice.map((token) => token.stem).join(' '));
    if (!notions) continue;
    const expansions = new Expansions();
    // The phrase itself: all its content words together are weaker than the notion, but the rarest one is a good sign.
    const own = new Set(slice.flatMap((token) => index.terms.get(token.stem) ?? []));
    for (const notion of notions) expansions.addNotion(index, notion, QUALITY.phrase, QUALITY.related, own);
    const glued = index.terms.get(stem(slice.map((token) => token.word).join('')));
    if (glued !== undefined) expansions.add(glued, QUALITY.exact);
    for (const token of slice.filter((each) => isContent(each.word))) {
      const term = index.terms.get(token.stem);
      if (term === undefined || index.postings.frequency(term) > 2) continue;
      const alone = index.notionsOf.get(token.stem) ?? [];
      const telling = notions.some((notion) => alone.includes(notion)) || standsOnlyWith(index, term, slice);
      expansions.add(term, telling ? QUALITY.exact : QUALITY.related);
    }
    return { unit: toUnit(index, slice.map((token) => token.raw).join(' '), expansions, true), length };
  }
  return undefined;
}

/** Whether every project that holds a word of a phrase holds its other ones as well: "open" of "Open Library" is no sign of "open data". */
function standsOnlyWith(index: TopicIndex, term: number, phrase: readonly Token[]): boolean {
  const others = phrase.filter((token) => isContent(token.word)).map((token) => index.terms.get(token.stem));
  const projectsOf = (each: number | undefined) => {
    const projects = new Set<number>();
    if (each !== undefined) index.postings.each(each, (project) => projects.add(project));
    return projects;
  };
  const holders = projectsOf(term);
  return others.every((other) => other === term || [...holders].every((project) => projectsOf(other).has(project)));
}

/** The words of a phrase that stand in the programme themselves: they tell apart what the notion throws together. */
function literalWords(index: TopicIndex, tokens: readonly Token[], weight: number): Unit[] {
  return tokens
    .filter((token) => isContent(token.word) && index.terms.has(token.stem))
    .map((token) => ({ ...wordUnit(index, token.raw, token.word), weight, minor: true }));
}

/** A word's unit; a compound the programme does not hold falls into the units of its parts. */
function wordUnits(index: TopicIndex, token: Token): Unit[] {
  const direct = wordUnit(index, token.raw, token.word);
  if (direct.literal) return [direct];
  const parts = splitCompound(token.word, index.known).filter(({ part }) => isContent(part));
  const split = parts
    .map(({ part, certain }) => {
      const unit = wordUnit(index, token.raw, part);
      return certain ? unit : touching(unit);
    })
    .filter((unit) => unit.weight > 0);
  if (split.length > 0 && (direct.weight === 0 || split.every((unit) => unit.literal))) return split;
  return [direct];
}

/** "Quantencomputer" is no computer the programme speaks of: what it is a kind of touches the matter, the kind being unknown. */
const touching = (unit: Unit): Unit => ({
  ...unit,
  literal: false,
  expansions: unit.expansions.map(({ term, quality }) => ({ term, quality: quality * QUALITY.related })),
});

function wordUnit(index: TopicIndex, said: string, word: string): Unit {
  const key = stem(word);
  const expansions = new Expansions();
  const term = index.terms.get(key);
  let literal = false;
  if (term !== undefined) {
    expansions.add(term, QUALITY.exact);
    literal = index.postings.frequency(term) > 0;
  }
  for (const compound of index.compounds.get(key) ?? []) {
    expansions.add(compound.term, compound.quality);
    literal = true;
  }
  for (const other of index.roots.get(root(word)) ?? []) {
    const relative = index.terms.get(stem(other));
    if (relative === undefined || relative === term || !sameFamily(word, other)) continue;
    expansions.add(relative, QUALITY.root);
    literal ||= index.postings.frequency(relative) > 0;
  }
  const named = expansions.names(index);
  for (const notion of index.notionsOf.get(key) ?? []) {
    expansions.addNotion(index, notion, named ? QUALITY.demoted : QUALITY.notion, named ? 0.25 : QUALITY.related);
  }
  return toUnit(index, said, expansions, literal || named);
}

const NONE: ReadonlySet<number> = new Set();

/** Collects expansions, keeping the best quality of each term. */
class Expansions {
  private readonly best = new Map<number, number>();

  add(term: number, quality: number): void {
    if ((this.best.get(term) ?? 0) < quality) this.best.set(term, quality);
  }
  /** `own`: the words of the phrase itself, which alone say less than it. */
  addNotion(
    index: TopicIndex,
    notion: string,
    quality: number,
    relatedQuality: number,
    own: ReadonlySet<number> = NONE,
  ): void {
    for (const each of index.notions.get(notion) ?? []) {
      this.add(each.term, own.has(each.term) ? each.quality * quality * 0.5 : each.quality * quality);
    }
    for (const other of RELATED[notion] ?? []) {
      for (const each of index.notions.get(other) ?? []) this.add(each.term, each.quality * relatedQuality);
    }
  }
  /** Whether a word found so far names a project, i.e. stands in a title or keyword. */
  names(index: TopicIndex): boolean {
    let found = false;
    for (const term of this.best.keys()) {
      index.postings.each(term, (_, weight) => (found ||= weight >= 0.99));
      if (found) break;
    }
    return found;
  }
  list(): Expansion[] {
    return [...this.best].map(([term, quality]) => ({ term, quality }));
  }
}

/** Whether a word, or a compound with it, stands in a project's title, keywords or id. */
export function findNaming(index: TopicIndex, key: string): boolean {
  const terms = [index.terms.get(key), ...(index.compounds.get(key) ?? []).map((compound) => compound.term)];
  return terms.some((term) => {
    let found = false;
    if (term !== undefined) index.postings.each(term, (_, weight) => (found ||= weight >= 0.8));
    return found;
  });
}

function toUnit(index: TopicIndex, said: string, expansions: Expansions, literal: boolean): Unit {
  const list = expansions.list();
  const strong = list.filter((each) => each.quality >= QUALITY.demoted);
  const frequency = strong.reduce((sum, each) => sum + index.postings.frequency(each.term), 0);
  const count = index.projects.length;
  const weight = frequency === 0 ? 0 : Math.log(1 + count / Math.min(frequency, count));
  const modal = MODAL.has(fold(said));
  return { said, expansions: list, weight: modal ? weight * 0.2 : weight, literal, minor: modal };
}

/** Per project the best match of a unit, 0…1. */
export function matchUnit(index: TopicIndex, unit: Unit): Scores {
  const scores = new Scores(index.projects.length);
  for (const { term, quality } of unit.expansions) {
    index.postings.each(term, (project, weight) => {
      const vague = weight <= FIELD_WEIGHTS.targetGroup && quality < QUALITY.exact;
      const score = weight * quality * (vague ? 0.5 : 1);
      scores.raise(project, score);
    });
  }
  return scores;
}

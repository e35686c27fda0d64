import type { Programme, Project } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import related from '../lexicon/related.json' with { type: 'json' };
import { splitCompound } from './compounds.js';
import { isContent, LIGHT, thesaurus } from './lexicon.js';
import { Postings } from './postings.js';
import { root, stem } from './stem.js';
import { tokenise, type Token } from './tokens.js';

/** Where a word stands in a project; the weight says how much the project is about it. */
export const FIELD_WEIGHTS = {
  title: 1,
  keyword: 1,
  id: 0.8,
  objective: 0.7,
  summary: 0.6,
  legal: 0.6,
  /** Whom it serves and where it belongs: about the topic only when the very word was said. */
  targetGroup: 0.57,
  actionField: 0.4,
} as const;

/** A term and how sure it is that it means what was said (0…1). */
export interface Expansion {
  term: number;
  quality: number;
}

/** Which words stand in which projects, and which words mean the same. Built once for a programme's revision. */
export interface TopicIndex {
  projects: readonly Project[];
  terms: ReadonlyMap<string, number>;
  /** All places of a term; the places that name a project (title, keyword, id) come with weight ≥ 0.8. */
  postings: Postings;
  /** Compounds that hold a word, by the word's stem. */
  compounds: ReadonlyMap<string, readonly Expansion[]>;
  /** Terms of a notion of the thesaurus. */
  notions: ReadonlyMap<string, readonly Expansion[]>;
  /** Notions of a word or a phrase, by its stems joined with blanks. */
  notionsOf: ReadonlyMap<string, readonly string[]>;
  /** First stems of phrases of the thesaurus, with the longest phrase's length in words. */
  phraseStarts: ReadonlyMap<string, number>;
  /** Words, as folded, by their root. */
  roots: ReadonlyMap<string, readonly string[]>;
  known(word: string): boolean;
}

export const RELATED: Readonly<Record<string, readonly string[]>> = related;

export function buildTopicIndex(programme: Programme): TopicIndex {
  const { notionsOf, phraseStarts } = (thesaurusCache ??= readThesaurus());
  const terms = new Map<string, number>();
  const postings = new Postings(programme.projects.length);
  const roots = new Map<string, Set<string>>();
  const rooted = new Set<string>();
  const noteRoot = (word: string) => {
    if (word.length < 6 || rooted.has(word)) return;
    rooted.add(word);
    const base = root(word);
    const family = roots.get(base);
    if (family) family.add(word);
    else roots.set(base, new Set([word]));
  };
  /** A term as it was written: a stem falls into parts less surely ("Personalakte", not "Personalakt"). */
  const written = new Map<string, string>();
  const term = (key: string, word: string = key): number => {
    let id = terms.get(key);
    if (id === undefined) {
      terms.set(key, (id = terms.size));
      if (word !== key) written.set(key, word);
    }
    return id;
  };
  const groupNames = new Map(programme.targetGroups.map((group) => [group.id, wordings(group.name)]));
  const fieldNames = new Map(programme.actionFields.map((field) => [field.id, wordings(field.name)]));
  for (const [number, project] of programme.projects.entries()) {
    const found = new Map<number, number>();
    const put = (texts: readonly string[], weight: number) => {
      for (const text of texts) indexText(text, weight, { term, noteRoot, notionsOf, phraseStarts }, found);
    };
    put(wordings(project.title), FIELD_WEIGHTS.title);
    put(project.keywords, FIELD_WEIGHTS.keyword);
    put([project.id.replace(/[-_]/g, ' ')], FIELD_WEIGHTS.id);
    put(project.objectives.flatMap(wordings), FIELD_WEIGHTS.objective);
    put(wordings(project.summary), FIELD_WEIGHTS.summary);
    put(project.legalBasis, FIELD_WEIGHTS.legal);
    put(
      project.targetGroups.flatMap((id) => groupNames.get(id) ?? []),
      FIELD_WEIGHTS.targetGroup,
    );
    put(
      project.actionFields.slice(0, 1).flatMap((id) => fieldNames.get(id) ?? []),
      FIELD_WEIGHTS.actionField,
    );
    postings.add(number, found);
  }
  postings.close(terms.size);
  const known = (word: string) => terms.has(stem(word)) || notionsOf.has(stem(word));
  return {
    projects: programme.projects,
    terms,
    postings,
    notionsOf,
    phraseStarts,
    known,
    roots: new Map([...roots].map(([base, family]) => [base, [...family]])),
    ...relate(terms, written, notionsOf, known),
  };
}

interface Collector extends Pick<TopicIndex, 'notionsOf' | 'phraseStarts'> {
  term(key: string, word?: string): number;
  noteRoot(word: string): void;
}

function indexText(
  text: string,
  weight: number,
  { term, noteRoot, notionsOf, phraseStarts }: Collector,
  found: Map<number, number>,
): void {
  const put = (key: string, value: number, word?: string) => {
    const id = term(key, word);
    if ((found.get(id) ?? 0) < value) found.set(id, value);
  };
  const tokens = tokenise(text);
  for (const [at, token] of tokens.entries()) {
    if (LIGHT.has(token.word)) continue;
    put(token.stem, isInIdiom(tokens, at) ? weight * IDIOM : weight, token.word);
    noteRoot(token.word);
    const next = tokens[at + 1];
    if (next?.glued && next.kind === 'word') put(stem(token.word + next.word), weight, token.word + next.word);
    const longest = phraseStarts.get(token.stem) ?? 0;
    for (let key = token.stem, length = 2; length <= longest; length++) {
      const following = tokens[at + length - 1];
      if (!following) break;
      key += ` ${following.stem}`;
      for (const notion of notionsOf.get(key) ?? []) put(`#${notion}`, weight);
    }
  }
}

/** How much a word counts inside "round-the-clock", "Rund-um-die-Uhr": the whole means something else. */
const IDIOM = 0.3;

/** Whether a word is joined by hyphens with little words of which the whole is an idiom. */
function isInIdiom(tokens: readonly Token[], at: number): boolean {
  let from = at;
  while (tokens[from]?.glued) from--;
  let to = at + 1;
  while (tokens[to]?.glued) to++;
  return to - from >= 3 && tokens.slice(from, to).some((token) => LIGHT.has(token.word));
}

let thesaurusCache: ReturnType<typeof readThesaurus> | undefined;

function readThesaurus(): { notionsOf: Map<string, string[]>; phraseStarts: Map<string, number> } {
  const notionsOf = new Map<string, string[]>();
  const phraseStarts = new Map<string, number>();
  for (const [notion, words] of thesaurus()) {
    for (const word of words) {
      const tokens = tokenise(word);
      const [first] = tokens;
      if (!first) continue;
      const keys = new Set([tokens.map((token) => token.stem).join(' ')]);
      if (tokens.length > 1 && tokens.slice(1).every((token) => token.glued)) {
        keys.add(stem(tokens.map((token) => token.word).join('')));
      }
      for (const key of keys) {
        const list = notionsOf.get(key);
        if (!list) notionsOf.set(key, [notion]);
        else if (!list.includes(notion)) list.push(notion);
      }
      if (tokens.length > 1) phraseStarts.set(first.stem, Math.max(tokens.length, phraseStarts.get(first.stem) ?? 0));
    }
  }
  return { notionsOf, phraseStarts };
}

function relate(
  terms: ReadonlyMap<string, number>,
  written: ReadonlyMap<string, string>,
  notionsOf: ReadonlyMap<string, readonly string[]>,
  known: (word: string) => boolean,
): Pick<TopicIndex, 'compounds' | 'notions'> {
  const compounds = new Map<string, Expansion[]>();
  const notions = new Map<string, Expansion[]>();
  const note = <K>(map: Map<K, Expansion[]>, key: K, expansion: Expansion) => {
    const list = map.get(key);
    if (list) list.push(expansion);
    else map.set(key, [expansion]);
  };
  for (const [key, id] of terms) {
    if (key.startsWith('#')) {
      note(notions, key.slice(1), { term: id, quality: 1 });
      continue;
    }
    for (const notion of notionsOf.get(key) ?? []) note(notions, notion, { term: id, quality: 1 });
    for (const { part, certain } of splitCompound(written.get(key) ?? key, known)) {
      const partStem = stem(part);
      if (!isContent(part)) continue;
      note(compounds, partStem, { term: id, quality: certain ? 0.85 : 0.7 });
      for (const notion of notionsOf.get(partStem) ?? [])
        note(notions, notion, { term: id, quality: certain ? 0.8 : 0.65 });
    }
  }
  return { compounds, notions };
}

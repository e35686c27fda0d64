import { isContent, LIGHT } from './lexicon.js';
import { withoutGenderMarks } from './normalise.js';
import { tokenise, type Token } from './tokens.js';

export type Noun = 'department' | 'division' | 'actionField' | 'targetGroup' | 'goal' | 'person' | 'project';
export interface Name {
  noun: Noun;
  id: string;
  /** `part`: a piece of the name that names it only together with a word like "Amt"; `keyword`: one of a project's. */
  via: 'name' | 'alias' | 'former' | 'part' | 'keyword';
}
export interface NameMatch {
  from: number;
  to: number;
  names: Name[];
}

/** Names and aliases by the stems of their words; articles and prepositions between the words do not matter. */
export class NameTable {
  private readonly table = new Map<string, Name[]>();
  /** Abbreviations that are also little words ("OB", "WIR"): only as written. */
  private readonly exact = new Map<string, Name[]>();
  /** Abbreviations ("KoSt", "ISMS") by the word itself: "Kosten" is no form of one. */
  private readonly abbreviations = new Map<string, Name[]>();
  /** Names that end in a letter which is a little word elsewhere: "GG A", "Bereich D". */
  private readonly lettered = new Map<string, Name[]>();
  /** First key of a name → length of the longest name that begins so. */
  private readonly starts = new Map<string, number>();

  add(text: string, name: Name): void {
    const tokens = tokenise(withoutGenderMarks(text));
    const content = tokens.filter((_, at) => !isLight(tokens, at));
    const [only] = tokens;
    const lettered = letterAtEnd(tokens);
    if (lettered !== null) return put(this.lettered, lettered, name);
    if (content.length === 0) {
      if (only && tokens.length === 1 && only.raw.length > 1) put(this.exact, only.raw, name);
      return;
    }
    if (only && tokens.length === 1 && ABBREVIATION.test(only.raw) && !isContent(only.word)) {
      put(this.exact, only.raw, name);
      return;
    }
    if (only && tokens.length === 1 && ABBREVIATION.test(only.raw)) {
      for (const word of [only.word, `${only.word}s`])
        if (word === only.word || isContent(word)) put(this.abbreviations, word, name);
      return;
    }
    put(this.table, content.map((token) => token.stem).join(' '), name);
    if (content.length > 1) put(this.table, `=${content.map((token) => token.word).join('')}`, name);
    const [first] = content;
    if (!first) return;
    if (content.length === 1 && first.word.length >= SHORTEST_TORN) {
      put(this.table, `=${first.word}`, name);
      const start = `=${first.word.slice(0, 3)}`;
      this.starts.set(start, Math.max(MOST_PIECES, this.starts.get(start) ?? 0));
    }
    for (const start of [first.stem, `=${first.word.slice(0, 3)}`]) {
      this.starts.set(start, Math.max(content.length, this.starts.get(start) ?? 0));
    }
  }

  /** The longest names from each starting word on; overlapping ones are all reported, longest first. */
  find(tokens: readonly Token[]): NameMatch[] {
    const found: NameMatch[] = [];
    const content = contentOf(tokens);
    for (let start = 0; start < content.length; start++) {
      const first = tokens[content[start] ?? 0];
      if (!first) continue;
      const short = this.abbreviations.get(first.word);
      if (short) found.push({ from: content[start] ?? 0, to: (content[start] ?? 0) + 1, names: short });
      const longest = Math.max(this.starts.get(first.stem) ?? 0, this.starts.get(`=${first.word.slice(0, 3)}`) ?? 0);
      let key = '';
      let joined = '=';
      for (let length = 1; length <= longest && start + length <= content.length; length++) {
        const at = content[start + length - 1] ?? 0;
        const token = tokens[at];
        if (!token || token.sentence !== first.sentence) break;
        key += (length > 1 ? ' ' : '') + token.stem;
        joined += token.word;
        const names = this.table.get(key) ?? this.table.get(joined);
        if (names) found.push({ from: content[start] ?? 0, to: at + 1, names });
      }
    }
    if (this.lettered.size > 0) {
      for (let to = 2; to <= tokens.length; to++) {
        for (let from = Math.max(0, to - LONGEST_LETTERED); from < to - 1; from++) {
          const names = this.lettered.get(letterAtEnd(tokens.slice(from, to)) ?? '');
          if (names) found.push({ from, to, names });
        }
      }
    }
    if (this.exact.size > 0) {
      for (const [at, token] of tokens.entries()) {
        const names = this.exact.get(token.raw);
        if (names) found.push({ from: at, to: at + 1, names });
      }
    }
    return found.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  }

  has(stems: string): boolean {
    return this.table.has(stems) || this.abbreviations.has(stems);
  }
}

/** A name that ends in a letter has so many words at most. */
const LONGEST_LETTERED = 4;

/** The key of words whose last one is a lone letter that is otherwise passed over ("a", "d"); else null. */
function letterAtEnd(tokens: readonly Token[]): string | null {
  const last = tokens.at(-1);
  const fits = tokens.length > 1 && tokens.length <= LONGEST_LETTERED;
  if (!last || !fits || last.word.length > 1 || !LIGHT.has(last.word)) return null;
  return tokens.map((token) => token.stem).join(' ');
}

/** A name of one word may be torn apart ("Hoch bau amt"): so long it must be, and into so many pieces at most. */
const SHORTEST_TORN = 7;
const MOST_PIECES = 3;

/** Up to six letters of which a later one is a capital. */
const ABBREVIATION = /^(?=\p{L}{2,6}$)\p{L}+\p{Lu}\p{L}*$/u;

/** Where the words with a content stand; every table asks for them, so they are looked for once for a row of tokens. */
function contentOf(tokens: readonly Token[]): readonly number[] {
  let content = contents.get(tokens);
  if (!content) contents.set(tokens, (content = tokens.flatMap((_, at) => (isLight(tokens, at) ? [] : [at]))));
  return content;
}
const contents = new WeakMap<readonly Token[], readonly number[]>();

/** Articles and the like; in an abbreviation ("OB-Dezernat") the same letters are no little word. */
function isLight(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && LIGHT.has(token.word) && !token.glued && tokens[at + 1]?.glued !== true;
}

function put(map: Map<string, Name[]>, key: string, name: Name): void {
  const list = map.get(key);
  if (!list) map.set(key, [name]);
  else if (!list.some((other) => other.noun === name.noun && other.id === name.id)) list.push(name);
}

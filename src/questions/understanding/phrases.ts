import type { Token } from './tokens.js';

/** What is not there takes no room. */
interface Node<T> {
  words: Map<string, Node<T>> | null;
  /** By their first letter. */
  prefixes: Map<string, [string, Node<T>][]> | null;
  gap: Node<T> | null;
  ends: T[] | null;
}
export interface PhraseMatch<T> {
  value: T;
  /** First token. */
  from: number;
  /** One after the last token. */
  to: number;
  /** Tokens that stood for a lone `*`: they belong to the sentence, not to the phrase. */
  gap: readonly number[];
}

const node = <T>(): Node<T> => ({ words: null, prefixes: null, gap: null, ends: null });
/** A lone `*` in a phrase stands for up to this many words. */
const WIDEST_GAP = 4;

/**
 * Finds phrases in a row of tokens. Notation of a phrase: words separated by blanks; `a|b` alternatives; a trailing `*`
 * matches every word that begins so; a trailing `?` makes the word optional; a lone `*` stands for one to four words.
 */
export class Phrases<T> {
  private readonly start = node<T>();
  /** Every full word that occurs in a phrase, for spelling correction. */
  readonly words = new Set<string>();
  readonly prefixes = new Set<string>();
  private packed = false;

  add(phrase: string, value: T): void {
    if (this.packed) throw new Error('nothing can be added to packed phrases');
    this.insert(this.start, phrase.split(' '), value);
  }

  /** Makes one of all places from which the same leads on, 1 of 20 on the whole; from then on nothing can be added. */
  pack(): void {
    this.packed = true;
    const places = new Numbers<Node<T>>();
    const values = new Numbers<T>();
    const alike = new Map<string, Node<T>>();
    const packed = (at: Node<T>): Node<T> => {
      const key: unknown[] = [at.ends?.map((value) => values.of(value))];
      for (const [word, next] of at.words ?? []) {
        const one = packed(next);
        at.words?.set(word, one);
        key.push(word, places.of(one));
      }
      for (const way of [...(at.prefixes?.values() ?? [])].flat()) {
        way[1] = packed(way[1]);
        key.push(`${way[0]}*`, places.of(way[1]));
      }
      if (at.gap) key.push('*', places.of((at.gap = packed(at.gap))));
      const text = JSON.stringify(key);
      const known = alike.get(text);
      if (!known) alike.set(text, at);
      return known ?? at;
    };
    packed(this.start);
  }

  /** Whether a phrase begins with these two words. */
  begins(first: string, second: string): boolean {
    const next = this.start.words?.get(first);
    if (!next) return false;
    if (next.words?.has(second)) return true;
    return (next.prefixes?.get(second.charAt(0)) ?? []).some(([prefix]) => second.startsWith(prefix));
  }

  /** All matches, for each value and starting point the longest. */
  find(tokens: readonly Token[]): PhraseMatch<T>[] {
    const found: PhraseMatch<T>[] = [];
    for (let from = 0; from < tokens.length; from++) {
      const longest = new Map<T, { to: number; gap: readonly number[] }>();
      this.walk(this.start, tokens, from, longest, []);
      for (const [value, { to, gap }] of longest) found.push({ value, from, to, gap });
    }
    return found;
  }

  private insert(at: Node<T>, words: readonly string[], value: T): void {
    const [word, ...rest] = words;
    if (word === undefined) {
      (at.ends ??= []).push(value);
      return;
    }
    if (word === '*') return this.insert((at.gap ??= node()), rest, value);
    const optional = word.endsWith('?');
    if (optional) this.insert(at, rest, value);
    for (const alternative of (optional ? word.slice(0, -1) : word).split('|')) {
      this.insert(this.child(at, alternative), rest, value);
    }
  }

  private child(at: Node<T>, word: string): Node<T> {
    if (word.endsWith('*')) {
      const prefix = word.slice(0, -1);
      this.prefixes.add(prefix);
      const alike = at.prefixes?.get(prefix.charAt(0)) ?? [];
      const known = alike.find(([other]) => other === prefix);
      if (known) return known[1];
      const made = node<T>();
      (at.prefixes ??= new Map<string, [string, Node<T>][]>()).set(prefix.charAt(0), [...alike, [prefix, made]]);
      return made;
    }
    this.words.add(word);
    let made = at.words?.get(word);
    if (!made) (at.words ??= new Map<string, Node<T>>()).set(word, (made = node()));
    return made;
  }

  private walk(
    at: Node<T>,
    tokens: readonly Token[],
    index: number,
    longest: Map<T, { to: number; gap: readonly number[] }>,
    gap: readonly number[],
  ): void {
    for (const value of at.ends ?? [])
      if ((longest.get(value)?.to ?? -1) < index) longest.set(value, { to: index, gap });
    const token = tokens[index];
    if (!token) return;
    const next = at.words?.get(token.word);
    if (next) this.walk(next, tokens, index + 1, longest, gap);
    for (const [prefix, child] of at.prefixes?.get(token.word.charAt(0)) ?? []) {
      if (token.word.startsWith(prefix)) this.walk(child, tokens, index + 1, longest, gap);
    }
    if (at.gap) {
      for (let skip = 1; skip <= WIDEST_GAP && tokens[index + skip]; skip++) {
        if (tokens[index + skip]?.sentence !== token.sentence) break;
        const skipped = Array.from({ length: skip }, (_, offset) => index + offset);
        this.walk(at.gap, tokens, index + skip, longest, [...gap, ...skipped]);
      }
    }
  }
}

/** Gives each thing a number, the same one always. */
class Numbers<T> {
  private readonly numbers = new Map<T, number>();

  of(thing: T): number {
    let number = this.numbers.get(thing);
    if (number === undefined) this.numbers.set(thing, (number = this.numbers.size));
    return number;
  }
}

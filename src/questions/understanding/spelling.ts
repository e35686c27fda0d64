import { editDistance } from '../../programme/edit-distance.js';
import { stem } from './stem.js';

/** Keys next to each other on a German keyboard: a slip of the finger. */
const ROWS = ['1234567890', 'qwertzuiop', 'asdfghjkl', 'yxcvbnm'];
const VOWELS = 'aeiouy';
/** Pairs that sound alike or are often mistaken for each other. */
const ALIKE = new Set(['dt', 'bp', 'gk', 'ck', 'fv', 'sz', 'vw', 'mn', 'iy', 'kq', 'cz', 'cs', 'yz', 'jg', 'ij']);

/**
 * Words to correct towards, found by length and first letter, so that a question costs the same however large the
 * vocabulary is. (fastest-levenshtein knows no swapped letters, and a radix-tree search as in MiniSearch costs
 * milliseconds at 50,000 words.)
 */
export class Spelling {
  private readonly buckets = new Map<string, { word: string; letters: number; rank: number }[]>();
  private readonly known = new Set<string>();
  private readonly stems = new Set<string>();
  private readonly beginnings = new Set<string>();

  /** @param rank lower is preferred where two words are equally near */
  add(word: string, rank: number): void {
    if (word.length < 4 || this.known.has(word) || /\d/.test(word)) return;
    this.known.add(word);
    this.stems.add(stem(word));
    const key = bucket(word.charAt(0), word.length);
    const list = this.buckets.get(key);
    const entry = { word, letters: letters(word), rank };
    if (list) list.push(entry);
    else this.buckets.set(key, [entry]);
  }

  /** Words of which only the beginning is fixed ("federführ…"): a slip in it is told as well. */
  addBeginning(beginning: string): void {
    if (beginning.length >= SHORTEST_BEGINNING) this.beginnings.add(beginning);
  }

  has(word: string): boolean {
    return this.known.has(word);
  }

  /** Whether another form of the word is known. */
  hasStem(key: string): boolean {
    return this.stems.has(key);
  }

  /** Known words that begin so, by rank, then the shortest first; none where it is a known word itself. */
  beginning(begun: string): string[] {
    if (this.known.has(begun)) return [];
    const first = begun.charAt(0);
    const longer = [...this.buckets].flatMap(([key, list]) => (key.startsWith(first) ? list : []));
    return longer
      .filter(({ word }) => word.startsWith(begun))
      .sort((a, b) => a.rank - b.rank || a.word.length - b.word.length)
      .map(({ word }) => word);
  }

  /** The nearest known word, or undefined when none is near enough or two are equally near. */
  correct(word: string): string | undefined {
    const reach = word.length >= 8 ? 2 : 1;
    if (word.length < 4 || word.length > 40 || /\d/.test(word)) return undefined;
    const mask = letters(word);
    const firsts = new Set([word.charAt(0), word.charAt(1)]);
    let best: { word: string; cost: number } | undefined;
    let tied = false;
    for (const first of firsts) {
      for (let length = word.length - reach; length <= word.length + reach; length++) {
        for (const entry of this.buckets.get(bucket(first, length)) ?? []) {
          if (bits(mask ^ entry.letters) > reach * 2) continue;
          // "Verfahren" is no misspelt "erfahren": hardly anybody types a letter too many in front.
          if (word.slice(1) === entry.word) continue;
          const distance = editDistance(word, entry.word, reach);
          if (distance > reach || !plausible(word, entry.word, distance)) continue;
          const cost =
            distance * 10 +
            entry.rank +
            (entry.word.startsWith(word.charAt(0)) ? 0 : 2) -
            (likelySlip(word, entry.word) ? 4 : 0);
          if (!best || cost < best.cost) {
            best = { word: entry.word, cost };
            tied = false;
          } else if (cost === best.cost && entry.word !== best.word) tied = true;
        }
      }
    }
    if (tied) return undefined;
    return best?.word ?? this.correctBeginning(word);
  }

  private correctBeginning(word: string): string | undefined {
    const found = new Set<string>();
    for (const beginning of this.beginnings) {
      if (beginning.charAt(0) !== word.charAt(0) || Math.abs(word.length - beginning.length) > LONGEST_ENDING) continue;
      // A letter too many or too few is the worse guess where two letters may just have changed places.
      for (const length of [beginning.length, beginning.length - 1, beginning.length + 1]) {
        const said = word.slice(0, length);
        if (said.length !== length || editDistance(said, beginning, 1) > 1 || !plausible(said, beginning, 1)) continue;
        found.add(beginning + word.slice(length));
        break;
      }
    }
    const [only, second] = found;
    return second === undefined ? only : undefined;
  }
}

const SHORTEST_BEGINNING = 7;
const LONGEST_ENDING = 4;

function bucket(first: string, length: number): string {
  return first + String(length);
}

function letters(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) % 32);
  return mask;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Whether a person may have slipped so: in short words another letter makes another word ("Katzen", "Karten"). */
function plausible(said: string, meant: string, distance: number): boolean {
  if (distance === 0) return true;
  if (said.length === 4) return swapped(said, meant) || doubled(said, meant);
  if (said.length !== meant.length || distance > 1 || swapped(said, meant)) return said.length >= 5;
  const at = [...said].findIndex((letter, index) => letter !== meant[index]);
  const a = said.charAt(at);
  const b = meant.charAt(at);
  if (said.length >= 9) return at < said.length - 1 || neighbours(a, b);
  return neighbours(a, b) || (VOWELS.includes(a) && VOWELS.includes(b)) || ALIKE.has([a, b].sort().join(''));
}

/** Swapped or doubled letters are slips people make most. */
function likelySlip(said: string, meant: string): boolean {
  return swapped(said, meant) || doubled(said, meant);
}
function swapped(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}
function doubled(a: string, b: string): boolean {
  const single = (word: string) => word.replace(/(.)\1/g, '$1');
  return single(a) === single(b);
}
function neighbours(a: string, b: string): boolean {
  return ROWS.some((row, at) => {
    const place = row.indexOf(a);
    if (place < 0) return false;
    return [at - 1, at, at + 1].some((other) => {
      const there = ROWS[other]?.indexOf(b) ?? -1;
      return there >= 0 && Math.abs(there - place) <= 1;
    });
  });
}

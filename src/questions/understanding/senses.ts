import { governance, thesaurus } from './lexicon.js';
import { tokenise } from './tokens.js';

/** Stems of a word or phrase, joined with blanks → what it means. */
let table: { senses: ReadonlyMap<string, readonly string[]>; longest: number } | undefined;

/**
 * What a text speaks of, by notions that both languages share: "How often does the steering group meet" and "Der
 * Lenkungskreis tagt …" have `steeringGroup` and `meet` in common.
 */
export function sensesOf(text: string): ReadonlySet<string> {
  const { senses, longest } = (table ??= readTable());
  const stems = tokenise(text).map((token) => token.stem);
  const found = new Set<string>();
  for (let from = 0; from < stems.length; from++) {
    for (let length = 1; length <= longest && from + length <= stems.length; length++) {
      for (const sense of senses.get(stems.slice(from, from + length).join(' ')) ?? []) found.add(sense);
    }
  }
  return found;
}

function readTable(): NonNullable<typeof table> {
  const senses = new Map<string, string[]>();
  let longest = 1;
  for (const [prefix, lexicon] of [
    ['governance', governance()],
    ['thesaurus', thesaurus()],
  ] as const) {
    for (const [notion, words] of lexicon) {
      for (const word of words) {
        const tokens = tokenise(word);
        longest = Math.max(longest, tokens.length);
        const key = tokens.map((token) => token.stem).join(' ');
        senses.set(key, [...(senses.get(key) ?? []), `${prefix}.${notion}`]);
      }
    }
  }
  return { senses, longest };
}

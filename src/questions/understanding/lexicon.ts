import type { Lang } from '../../programme/text.js';
import deGrammar from '../lexicon/de/grammar.json' with { type: 'json' };
import enGrammar from '../lexicon/en/grammar.json' with { type: 'json' };
import deFunction from '../lexicon/de/function-words.json' with { type: 'json' };
import enFunction from '../lexicon/en/function-words.json' with { type: 'json' };
import deFillers from '../lexicon/de/fillers.json' with { type: 'json' };
import enFillers from '../lexicon/en/fillers.json' with { type: 'json' };
import deEveryday from '../lexicon/de/everyday.json' with { type: 'json' };
import enEveryday from '../lexicon/en/everyday.json' with { type: 'json' };
import deOutside from '../lexicon/de/outside.json' with { type: 'json' };
import enOutside from '../lexicon/en/outside.json' with { type: 'json' };
import deThesaurus from '../lexicon/de/thesaurus.json' with { type: 'json' };
import enThesaurus from '../lexicon/en/thesaurus.json' with { type: 'json' };
import deLetter from '../lexicon/de/letter.json' with { type: 'json' };
import enLetter from '../lexicon/en/letter.json' with { type: 'json' };
import deCorrections from '../lexicon/de/corrections.json' with { type: 'json' };
import enCorrections from '../lexicon/en/corrections.json' with { type: 'json' };
import deSources from '../lexicon/de/sources.json' with { type: 'json' };
import enSources from '../lexicon/en/sources.json' with { type: 'json' };
import deGovernance from '../lexicon/de/governance.json' with { type: 'json' };
import enGovernance from '../lexicon/en/governance.json' with { type: 'json' };
import deVocabulary from '../lexicon/de/vocabulary.json' with { type: 'json' };
import enVocabulary from '../lexicon/en/vocabulary.json' with { type: 'json' };
import deKinds from '../lexicon/de/office-kinds.json' with { type: 'json' };
import enKinds from '../lexicon/en/office-kinds.json' with { type: 'json' };
import { fold } from './fold.js';
import { stem } from './stem.js';

/** A grammatical notion of lexicon/<language>/grammar.json, e.g. `relation.leads`. */
export type Concept = keyof typeof deGrammar;

const folded = (words: readonly string[]): string[] => words.map((word) => fold(word.replace(/'/g, '')));

/** Articles, prepositions and the like: they separate names but are no part of them. */
export const LIGHT: ReadonlySet<string> = new Set(folded([...deFunction.light, ...enFunction.light]));
/** Words that tell the language. */
export const TELLING: Readonly<Record<Lang, ReadonlySet<string>>> = {
  de: new Set(folded(deFunction.only)),
  en: new Set(folded(enFunction.only)),
};
/** Words that carry no topic: whatever is asked, they may stand in the question. */
export const FILLERS: ReadonlySet<string> = new Set(
  folded([...deFillers, ...enFillers, ...deFunction.only, ...enFunction.only]),
);
/** Words and phrases of everyday matters that are no business of a digitalisation programme. */
export const OUTSIDE: readonly string[] = folded([...deOutside, ...enOutside]);

/** Everyday words that departments are called by as well: "Personal", "people". */
export const EVERYDAY: ReadonlySet<string> = new Set(folded([...deEveryday, ...enEveryday]));

/** What administrations in general call their departments and divisions, folded. */
export const GENERAL_VOCABULARY = {
  department: folded([...deVocabulary.department, ...enVocabulary.department]),
  division: folded([...deVocabulary.division, ...enVocabulary.division]),
} as const;

const phrases = (texts: readonly string[]): string[][] => folded(texts).map((text) => text.split(' '));

/** What offices of a kind (`Department.kind`) are called, as words; `several` = all of them are meant. */
export const OFFICE_KINDS: readonly { kind: string; words: readonly string[]; several: boolean }[] = [
  deKinds,
  enKinds,
].flatMap((kinds) =>
  Object.entries(kinds).flatMap(([kind, { one, all }]) => [
    ...phrases(all).map((words) => ({ kind, words, several: true })),
    ...phrases(one).map((words) => ({ kind, words, several: false })),
  ]),
);

/** How letters begin and end, as words; who is addressed by the words of a salutation that no comma ends. */
export const LETTER = {
  openings: phrases([...deLetter.openings, ...enLetter.openings]),
  addressees: new Set(folded([...deLetter.addressees, ...enLetter.addressees])) as ReadonlySet<string>,
  introductions: phrases([...deLetter.introductions, ...enLetter.introductions]),
  closings: phrases([...deLetter.closings, ...enLetter.closings]),
} as const;

/** How something is taken back within one sentence: what is to be left out, in place of what, what was meant. */
export const CORRECTIONS = {
  dropping: phrases([...deCorrections.dropping, ...enCorrections.dropping]),
  insteadOf: phrases([...deCorrections.insteadOf, ...enCorrections.insteadOf]),
  rather: phrases([...deCorrections.rather, ...enCorrections.rather]),
} as const;

/** How it is told where something stands written ("laut letztem Bericht"): phrases before and after it, what it may be. */
export const SOURCES = {
  sure: phrases([...deSources.sure, ...enSources.sure]),
  weak: phrases([...deSources.weak, ...enSources.weak]),
  after: phrases([...deSources.after, ...enSources.after]),
  fresh: phrases([...deSources.fresh, ...enSources.fresh]),
  nouns: new Set(folded([...deSources.nouns, ...enSources.nouns])) as ReadonlySet<string>,
  /** Last parts of compounds: "Quartalsbericht". */
  heads: folded(deSources.heads),
} as const;

/** Grammar phrases by concept, in both languages; the notation is explained in phrases.ts. */
export function grammarPhrases(): [Concept, string][] {
  return [deGrammar, enGrammar].flatMap((grammar) =>
    Object.entries(grammar).flatMap(([concept, phrases]) =>
      phrases.map((phrase): [Concept, string] => [concept as Concept, asSpoken(fold(phrase))]),
    ),
  );
}

/** "Was is mit …", "nich gestartet": a last letter that is not spoken is often not typed either. */
const asSpoken = (phrase: string): string =>
  phrase
    .split(' ')
    .map((words) =>
      words
        .split('|')
        .flatMap((word) => (SPOKEN[word] ? [word, SPOKEN[word]] : [word]))
        .filter((word, at, all) => all.indexOf(word) === at)
        .join('|'),
    )
    .join(' ');
const SPOKEN: Readonly<Record<string, string | undefined>> = { ist: 'is', nicht: 'nich' };

/** The thesaurus: notion → words and phrases of both languages. */
export function thesaurus(): [string, string[]][] {
  const en: Record<string, string[]> = enThesaurus;
  return Object.entries(deThesaurus).map(([notion, words]) => [notion, [...words, ...(en[notion] ?? [])]]);
}

/** What concepts on steering speak of: notion → words and phrases of both languages. */
export function governance(): [string, string[]][] {
  const en: Record<string, string[]> = enGovernance;
  return Object.entries(deGovernance).map(([notion, words]) => [notion, [...words, ...(en[notion] ?? [])]]);
}

/** Whether a folded word can stand for a topic at all. */
export function isContent(word: string): boolean {
  return word.length > 1 && !LIGHT.has(word) && !FILLERS.has(word) && !FILLER_STEMS.has(stem(word));
}
const FILLER_STEMS: ReadonlySet<string> = new Set([...FILLERS].filter((word) => word.length >= 6).map(stem));

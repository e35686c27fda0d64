import type { Programme } from '../../programme/programme.js';
import { cityName, type CityName } from './city-name.js';
import { wordings } from '../../programme/text.js';
import { CALENDAR_WORDS } from './calendar-words.js';
import { fold } from './fold.js';
import { FILLERS, grammarPhrases, LIGHT, OUTSIDE, thesaurus, type Concept } from './lexicon.js';
import { hyphenatedNames, type Hyphenated } from './hyphenated.js';
import type { NameTable } from './names.js';
import { organisationWords, type OrganisationWords } from './organisation-names.js';
import { Organisations } from './organisations.js';
import { wordsOfNames } from './person-names.js';
import { Phrases } from './phrases.js';
import { buildNames, buildProjectNames, titleWords } from './programme-names.js';
import { stem } from './stem.js';
import { Spelling } from './spelling.js';
import { tokenise } from './tokens.js';
import { buildTopicIndex, type TopicIndex } from './topic-index.js';
import { AMOUNT_WORDS } from './units.js';

/** All words one programme can be asked about, ready to be looked up. Built once for a programme's revision. */
export interface Lexis {
  programme: Programme;
  grammar: Phrases<Concept>;
  outside: Phrases<true>;
  names: NameTable;
  projectNames: NameTable;
  organisations: Organisations;
  words: OrganisationWords;
  topics: TopicIndex;
  spelling: Spelling;
  hyphenated: Hyphenated;
  /** The city's own name: no topic. */
  cityWords: ReadonlySet<string>;
  cityName: CityName;
  /** The programme's own title, as words. */
  title: readonly (readonly string[])[];
}

let general: { grammar: Phrases<Concept>; outside: Phrases<true> } | undefined;

/** The part that is the same for every city. */
function generalLexis(): { grammar: Phrases<Concept>; outside: Phrases<true> } {
  if (general) return general;
  const grammar = new Phrases<Concept>();
  for (const [concept, phrase] of grammarPhrases()) grammar.add(phrase, concept);
  const outside = new Phrases<true>();
  for (const phrase of OUTSIDE) outside.add(phrase, true);
  grammar.pack();
  outside.pack();
  return (general = { grammar, outside });
}

export function buildLexis(programme: Programme): Lexis {
  const { grammar, outside } = generalLexis();
  const words = organisationWords(programme);
  const topics = buildTopicIndex(programme);
  return {
    programme,
    grammar,
    outside,
    words,
    names: buildNames(programme, words),
    projectNames: buildProjectNames(programme, grammar),
    organisations: new Organisations(programme, words, topics.notionsOf),
    topics,
    spelling: buildSpelling(programme, grammar, outside),
    hyphenated: hyphenatedNames(programme),
    title: titleWords(programme),
    cityName: cityName(programme, (word) => topics.notionsOf.has(stem(word))),
    cityWords: new Set(tokenise(programme.city).flatMap((token) => [token.word, `${token.word}s`, `${token.word}er`])),
  };
}

/** What a misspelt word may have been meant to be: grammar first, then names, then titles and keywords, then the thesaurus. */
function buildSpelling(programme: Programme, grammar: Phrases<Concept>, outside: Phrases<true>): Spelling {
  const spelling = new Spelling();
  const addTexts = (texts: readonly string[], rank: number) => {
    for (const text of texts) {
      // "Schul-IT": what only begins a compound is no word that could be meant.
      for (const [piece] of fold(text).matchAll(/[\p{L}\p{N}]+(?![\p{L}\p{N}]|-\p{L})/gu)) spelling.add(piece, rank);
    }
  };
  for (const word of grammar.words) spelling.add(word, 0);
  for (const beginning of grammar.prefixes) spelling.addBeginning(beginning);
  for (const word of FILLERS) spelling.add(word, 1);
  for (const word of LIGHT) spelling.add(word, 1);
  for (const word of CALENDAR_WORDS) spelling.add(word, 1);
  for (const word of AMOUNT_WORDS) spelling.add(word, 1);
  for (const list of [
    programme.divisions,
    programme.departments,
    programme.actionFields,
    programme.targetGroups,
    programme.goals,
  ]) {
    for (const { name, aliases } of list) addTexts([...wordings(name), ...aliases], 1);
  }
  for (const { formerNames } of [...programme.divisions, ...programme.departments]) {
    addTexts(
      formerNames.map((former) => former.name),
      2,
    );
  }
  for (const project of programme.projects) addTexts([...wordings(project.title), ...project.keywords], 2);
  for (const [, phrases] of thesaurus()) addTexts(phrases, 3);
  addTexts(wordsOfNames(programme.people), 5);
  for (const word of outside.words) spelling.add(word, 4);
  return spelling;
}

import type { Lang } from '../../programme/text.js';
import { isEverydayWord } from './everyday.js';
import type { Lexis } from './lexis.js';
import { EVERYDAY, isContent } from './lexicon.js';
import type { Name, NameMatch } from './names.js';
import { isOrganisation, said, type Mark, type NamedProject, type Thing } from './sentence.js';
import { bareNumbers, byOtherWord } from './other-words.js';
import { guessedOffices } from './guessed-offices.js';
import { numbersInTalk, type OfficeNoun } from './number-in-talk.js';
import { kindEnding, kindLength } from './organisation-names.js';
import { joinedGroups } from './joined-groups.js';
import { isPerson, isTitled, unknownPeople, withGivenNames, withTitles } from './person-things.js';
import { withOwnWords } from './own-words.js';
import { officesOfKind } from './office-kinds.js';
import { isWherePeopleWork } from './our-office.js';
import { partlyNamed } from './partly-named.js';
import type { Surroundings } from './surroundings.js';
import type { Token } from './tokens.js';

/**
 * Decides which names of the programme were meant: the longest match wins, a project's title of several words beats
 * whatever stands inside it, and a word that is both a name and a matter ("Datenschutz") follows the words around it.
 */
export function chooseThings(
  lexis: Lexis,
  tokens: readonly Token[],
  marks: readonly Mark[],
  projects: readonly NamedProject[],
  lang: Lang,
  talkedOf: OfficeNoun | null,
): Thing[] {
  const around: Surroundings = { lexis, tokens, marks, projects, lang };
  const things: Thing[] = [];
  const free = (from: number, to: number) => !things.some((thing) => from < thing.to && thing.from < to);
  const inTitle = (from: number, to: number) =>
    projects.some(
      (project) =>
        project.via !== 'keyword' && project.from <= from && project.to >= to && project.to - project.from > to - from,
    );
  const names = lexis.names.find(tokens);
  for (let at = 0; at < tokens.length; at++) {
    const match = lexis.organisations.at(tokens, at);
    // "Dezernat III – Jugend und Soziales" may be a whole former name; what the number means today is not asked then.
    if (
      match &&
      names.some(({ from, to, names: called }) => from === match.from && to > match.to && called.some(isOfficeName))
    )
      continue;
    const isKeyword =
      match?.ids.length === 0 && projects.some((project) => project.from <= match.from && project.to >= match.to);
    if (match && !isKeyword && free(match.from, match.to) && !inTitle(match.from, match.to)) {
      things.push({ ...match, via: match.guessed ? 'guess' : 'number', said: said(tokens, match.from, match.to) });
    }
  }
  for (const match of names) {
    if (!free(match.from, match.to) || inTitle(match.from, match.to)) continue;
    const thing = choose(around, match);
    if (thing) things.push(thing.noun === 'person' ? asCalled(lexis, tokens, thing) : thing);
  }
  things.push(...joinedGroups(tokens, names, things));
  things.push(...unknownPeople(lexis, tokens, things));
  things.push(...partlyNamed(around, things));
  things.push(...officesOfKind(around, things));
  things.push(...guessedOffices(around, things));
  things.push(...byOtherWord(around, things));
  things.push(...bareNumbers(around, things));
  things.push(...numbersInTalk(around, talkedOf, things));
  return withOwnWords(around, things).sort((a, b) => a.from - b.from);
}

/** Somebody with the titles and given names that stand beside the name. */
function asCalled(lexis: Lexis, tokens: readonly Token[], thing: Thing): Thing {
  const named = withGivenNames(lexis, tokens, thing);
  return { ...named, from: withTitles(tokens, named.from) };
}

/** More than a word out of the name of an office. */
const isOfficeName = (name: Name): boolean => isOrganisation(name) && name.via !== 'part';

function choose(around: Surroundings, match: NameMatch): Thing | undefined {
  const fitting = match.names.filter((name) => fits(around, match, name));
  const order: Thing['noun'][] = followsWord(around, match.from, around.lexis.words.division)
    ? ['division', 'department', 'actionField', 'targetGroup', 'goal', 'person']
    : ['person', 'department', 'division', 'actionField', 'targetGroup', 'goal'];
  const strength: Name['via'][] = ['name', 'alias', 'former', 'part', 'keyword'];
  fitting.sort(
    (a, b) =>
      order.indexOf(a.noun as Thing['noun']) - order.indexOf(b.noun as Thing['noun']) ||
      strength.indexOf(a.via) - strength.indexOf(b.via),
  );
  // A surname alone that an office is called by as well is the office.
  const office = fitting.find(isOfficeName);
  const first = office && fitting[0]?.via === 'part' && !isTitled(around.tokens, match.from) ? office : fitting[0];
  if (!first || first.noun === 'project') return undefined;
  const ids = fitting.filter((name) => name.noun === first.noun && name.via === first.via).map((name) => name.id);
  return {
    noun: first.noun,
    ids,
    from: match.from,
    to: match.to,
    via: first.via,
    said: said(around.tokens, match.from, match.to),
  };
}

function fits(around: Surroundings, match: NameMatch, name: Name): boolean {
  const { marks, tokens } = around;
  const near = (...values: Mark['value'][]) => marks.some((mark) => values.includes(mark.value));
  const words = match.to - match.from;
  switch (name.noun) {
    case 'department': {
      if (besideWord(around, match, around.lexis.words.department)) return true;
      if (isEverydayWord({ tokens, marks, english: around.lang === 'en' }, match)) return false;
      if (words === 1 && isOfProject(around, match)) return false;
      if (near('relation.affects', 'relation.leads', 'relation.otherLeads') && name.via !== 'part')
        return !topicalBefore(around, match) || !namesTopic(around, match);
      if (name.via === 'part') {
        if (isWherePeopleWork(tokens, marks, match.from)) return true;
        const at =
          /^(?:bei|beim|vom)$/.test(wordBefore(tokens, match.from)) &&
          (words >= 2 || EVERYDAY.has(tokens[match.from]?.word ?? ''));
        return at || (near('relation.affects', 'relation.leads') && (words >= 2 || !namesTopic(around, match)));
      }
      return !(topicalBefore(around, match) && namesTopic(around, match));
    }
    case 'division':
      if (besideWord(around, match, around.lexis.words.division)) return true;
      return name.via !== 'part' && !isEverydayWord({ tokens, marks, english: around.lang === 'en' }, match);
    case 'actionField': {
      if (name.via === 'name' && words >= 2) return true;
      const cued = near('cue.field', 'noun.actionField');
      if (cued) return true;
      if (name.via === 'alias' && words >= 2) return true;
      return (
        name.via === 'name' ||
        (name.via === 'alias' &&
          !namesTopic(around, match) &&
          (topicalBefore(around, match) || isCoined(around, match)))
      );
    }
    case 'targetGroup':
      return (
        near('cue.target', 'noun.targetGroup') ||
        /^(?:fur|furs|for|an)$/.test(wordBefore(tokens, match.from)) ||
        isGroupOfProjects(around, match) ||
        isTouched(around, match)
      );
    case 'goal':
      return near('cue.goal', 'noun.goal') || (name.via === 'name' && words >= 2);
    case 'person':
      return name.via === 'name' || isPerson(around.lexis, tokens, match);
    default:
      return false;
  }
}

/** "Bürger*innen-Projekte": the word right before says for whom they are. */
const isGroupOfProjects = ({ marks }: Surroundings, match: NameMatch): boolean =>
  marks.some(({ value, from }) => value === 'noun.projects' && from === match.to);

/** "Welche Projekte betreffen Senioren?": the verb stands right before. */
function isTouched({ tokens, marks }: Surroundings, match: NameMatch): boolean {
  let at = match.from;
  while (at > 0 && ARTICLES.has(tokens[at - 1]?.word ?? '')) at--;
  return marks.some((mark) => mark.value === 'relation.affects' && mark.to === at);
}

/** "Amt Planung", "the planning department". */
function besideWord(around: Surroundings, match: NameMatch, words: ReadonlySet<string>): boolean {
  const joined = !/[,;.!?]/.test(around.tokens[match.to - 1]?.after ?? '');
  return followsWord(around, match.from, words) || (joined && kindLength(words, around.tokens, match.to) > 0);
}

/** Whether a word of the set stands right before, articles and "für" aside: "Amt für", "Referat". */
function followsWord({ tokens }: Surroundings, from: number, words: ReadonlySet<string>): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const token = tokens[at];
    if (!token || /[,;.!?]/.test(token.after)) return false;
    if (kindEnding(words, tokens, at) > 0) return true;
    if (isContent(token.word)) return false;
  }
  return false;
}

const TOPICAL = new Set([
  'zu',
  'zum',
  'zur',
  'thema',
  'um',
  'uber',
  'gegen',
  'about',
  'on',
  'regarding',
  'around',
  'topic',
  'bezuglich',
  'stichwort',
  'sachen',
  'bereich',
  'richtung',
  'hinsichtlich',
  'punkto',
]);
const ARTICLES = new Set(['der', 'die', 'das', 'den', 'dem', 'the', 'our', 'unserer', 'unserem']);

function topicalBefore({ tokens }: Surroundings, match: NameMatch): boolean {
  let at = match.from - 1;
  while (at >= 0 && ARTICLES.has(tokens[at]?.word ?? '')) at--;
  return TOPICAL.has(tokens[at]?.word ?? '');
}

/** A name made up for a field ("Kumpelkultur") means nothing else, wherever it stands. */
function isCoined({ lexis, tokens }: Surroundings, { from, to }: NameMatch): boolean {
  return tokens
    .slice(from, to)
    .every(({ word, stem }) => word.length >= 6 && !lexis.topics.notionsOf.has(stem) && isContent(word));
}

/** Whether the same words stand in a project's title or keywords, so that they are a matter as well. */
function namesTopic({ lexis, tokens }: Surroundings, match: NameMatch): boolean {
  return tokens.slice(match.from, match.to).some((token) => {
    const term = lexis.topics.terms.get(token.stem);
    let found = false;
    if (term !== undefined) lexis.topics.postings.each(term, (_, weight) => (found ||= weight >= 0.99));
    return found;
  });
}

const wordBefore = (tokens: readonly Token[], from: number): string => {
  let at = from - 1;
  while (
    at >= 0 &&
    (ARTICLES.has(tokens[at]?.word ?? '') || /^(?:alle|alten|unsere|meine|all)$/.test(tokens[at]?.word ?? ''))
  )
    at--;
  return tokens[at]?.word ?? '';
};

/** "Wann ist das Museum fertig?": an office is never finished, costs nothing and has no status; what is called like it does. */
function isOfProject(around: Surroundings, match: NameMatch): boolean {
  const { marks, tokens } = around;
  // "The library project", "das Projekt Museum".
  if (marks.some(({ value, from, to }) => value === 'noun.project' && (from === match.to || to === match.from)))
    return namesTopic(around, match);
  const finished = /^(?:fertig|durch|abgeschlossen|done|finished|late)$/.test(tokens.at(-1)?.word ?? '');
  const dated =
    finished || marks.some(({ value }) => /^(?:field\.(?:end|start|cost|investment|progress)|ask\.when)$/.test(value));
  const other = marks.some(({ value }) =>
    /^(?:noun|relation|own|group|agg|super|compare|follow\.of|report)\b/.test(value),
  );
  const governed = /^(?:von|vom|bei|beim|fur|furs|der|des|of|by|at|for)$/.test(tokens[match.from - 1]?.word ?? '');
  return dated && !other && !governed && namesTopic(around, match);
}

import { withoutCourtesies } from './courtesies.js';
import { findAmounts } from './amounts.js';
import type { Environment } from './environment.js';
import { languageOf } from './language.js';
import type { Lexis } from './lexis.js';
import { kindLength } from './organisation-names.js';
import { byRunning, isThrough, takesPart, withSplitVerbs } from './split-verbs.js';
import { ownTitle } from './own-title.js';
import { askingPart } from './passage.js';
import { findPeriods, type Period } from './periods.js';
import type { Name } from './names.js';
import { type Mark, type NamedProject, type Sentence, type Thing } from './sentence.js';
import { withoutRetracted } from './retracted.js';
import { chooseThings } from './things.js';
import { withoutSources } from './sources.js';
import { joinLetters, splitWords } from './split-words.js';
import type { Token } from './tokens.js';
import { wordsOf } from './words.js';
import { correctSpelling } from './correct.js';

/** Work stays bounded however long a message is. */
const MOST_TOKENS = 900;

/** Words → recognised things. The first half of the understanding; `draft.ts` and `decide.ts` make a question of it. */
export function recognise(text: string, { lexis, asker: { lang }, today, talkedOf }: Environment): Sentence {
  const written = withoutCourtesies(wordsOf(text).slice(-MOST_TOKENS));
  const language = languageOf(written, lang);
  const whole = correctSpelling(lexis, splitWords(lexis, joinLetters(lexis, written)));
  const tokens = withoutRetracted(lexis, withoutSources(lexis, askingPart(lexis, whole.tokens)));
  const corrected = whole.corrected.filter(({ said: word }) => tokens.some((token) => token.raw === word));
  const projects = namedProjects(lexis, tokens);
  const spans = findPeriods(tokens, today, language);
  const all = [...inOwnWords(lexis, tokens, lexis.grammar.find(tokens)), ...ownTitle(lexis, tokens)].filter(
    (mark, _, others) => !speaksOfTime(mark, spans, others) && !inAbbreviation(mark, tokens),
  );
  const found = longestMarks(
    all.filter((mark) => !(mark.value === 'ask.about' && asksState(mark, all, tokens)) && !isBound(mark, all, tokens)),
  );
  const things = chooseThings(lexis, tokens, found, projects, language, talkedOf);
  const named = withSplitVerbs(
    tokens,
    found.filter((mark) => !insideName(mark, things)),
  );
  const marks = [...named, ...byRunning(tokens, named, things, spans), ...takesPart(tokens), ...isThrough(tokens)];
  const periods = spans.filter((period) => !things.some((thing) => period.from < thing.to && thing.from < period.to));
  const amounts = findAmounts(tokens).filter(
    (amount) =>
      !things.some((thing) => amount.from < thing.to && thing.from < amount.to) &&
      !periods.some((period) => amount.from < period.to && period.from < amount.to),
  );
  return { text, tokens, lang: language, marks, things, projects, periods, amounts, corrected };
}

/** Words of a name mean nothing by themselves: "Klimaneutral bis 2035" as a goal. */
function insideName(mark: Mark, things: readonly Thing[]): boolean {
  return (
    !mark.value.startsWith('noun.') &&
    things.some(
      (thing) => thing.from <= mark.from && thing.to >= mark.to && thing.to - thing.from > 1 && thing.via !== 'guess',
    )
  );
}

/** What this city calls its departments and divisions overrules what administrations in general do. */
function inOwnWords(lexis: Lexis, tokens: readonly Token[], marks: readonly Mark[]): Mark[] {
  const own = tokens.flatMap((_, at): Mark[] => {
    const ofDepartment = kindLength(lexis.words.department, tokens, at);
    const ofDivision = kindLength(lexis.words.division, tokens, at);
    if (ofDepartment + ofDivision === 0) return [];
    const value = ofDepartment >= ofDivision ? 'noun.department' : 'noun.division';
    return [{ value, from: at, to: at + Math.max(ofDepartment, ofDivision), gap: [] }];
  });
  const overruled = (mark: Mark) =>
    /^noun\.(?:department|division)$/.test(mark.value) && own.some((other) => other.from === mark.from);
  return [...marks.filter((mark) => !overruled(mark)), ...own];
}

/** "LED-Umrüstung": letters before a hyphen are no verb. */
function inAbbreviation({ from, to }: Mark, tokens: readonly Token[]): boolean {
  return to - from === 1 && /^\p{Lu}{2,}$/u.test(tokens[from]?.raw ?? '') && tokens[to]?.glued === true;
}

/**
 * "Starts next year", "no later than June": the superlative or the denial is a part of the time; so is the "Ende" of "Ende
 * April" where it is asked how something went.
 */
function speaksOfTime(mark: Mark, periods: readonly Period[], others: readonly Mark[]): boolean {
  const went = others.some(({ value }) => /^(?:field\.(?:history|status)|report\.changes)$/.test(value));
  return (
    (/^(?:super\.|(?:negation|lacks)$)/.test(mark.value) || (went && /^field\.(?:end|start)$/.test(mark.value))) &&
    periods.some((period) => mark.from < period.to && period.from < mark.to)
  );
}

/** "Kostet weniger als 5 …": a bound, no superlative. */
function isBound(mark: Mark, marks: readonly Mark[], tokens: readonly Token[]): boolean {
  return (
    mark.value.startsWith('super.') &&
    marks.some(
      (other) =>
        /^compare\.(?:over|under)$/.test(other.value) &&
        other.from < mark.to &&
        other.to > mark.to &&
        tokens[other.to]?.kind === 'number',
    )
  );
}

/** "Was ist überfällig?", "what is planned": asks what is so, not what something is. */
function asksState(mark: Mark, marks: readonly Mark[], tokens: readonly Token[]): boolean {
  let next = mark.to;
  while (/^(?:das|die|der|the|alles|denn|gerade|aktull|jetzt|so|noch|our|unser|unsere)$/.test(tokens[next]?.word ?? ''))
    next++;
  return marks.some(
    (other) =>
      other.from === next && /^(?:register|state|super|health|report|field\.cost|noun\.projects)/.test(other.value),
  );
}

/**
 * A mark inside a longer one means something else there ("laufende" in "laufende Kosten"); nouns are what they are, and
 * "have no" denies as "no" does.
 */
export function longestMarks(marks: readonly Mark[]): Mark[] {
  return marks.filter(
    (mark) =>
      mark.value.startsWith('noun.') ||
      !marks.some(
        (other) =>
          other.from <= mark.from &&
          other.to >= mark.to &&
          other.to - other.from > mark.to - mark.from &&
          !(mark.value === 'negation' && other.value === 'lacks') &&
          !other.gap.some((at) => at >= mark.from && at < mark.to),
      ),
  );
}

/** How surely a name names a project, surest first. */
const NAMING = ['name', 'alias', 'keyword'] as const;

function namedProjects(lexis: Lexis, tokens: readonly Token[]): NamedProject[] {
  const taken: NamedProject[] = [];
  for (const match of lexis.projectNames.find(tokens)) {
    if (taken.some((other) => match.from < other.to && other.from < match.to)) continue;
    let surest = surestOf.get(match.names);
    if (!surest) surestOf.set(match.names, (surest = surestNames(match.names)));
    taken.push({ ...surest, from: match.from, to: match.to });
  }
  return taken.sort((a, b) => a.from - b.from);
}

/** A keyword may be one of a thousand projects: the names of a table are looked through once. */
const surestOf = new WeakMap<readonly Name[], Pick<NamedProject, 'ids' | 'via'>>();

function surestNames(names: readonly Name[]): Pick<NamedProject, 'ids' | 'via'> {
  const strongest = NAMING.find((via) => names.some((name) => name.via === via));
  const best = names.filter((name) => name.via === strongest);
  return { ids: [...new Set(best.map((name) => name.id))], via: best[0]?.via ?? 'keyword' };
}

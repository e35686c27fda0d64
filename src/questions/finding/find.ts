import type { Portfolio } from '../../programme/portfolio.js';
import type { Programme } from '../../programme/programme.js';
import { inLanguage } from '../../programme/text.js';
import { makeScope, type Input } from '../answering/scope.js';
import { select } from '../answering/select.js';
import type { Asker, Question } from '../question.js';
import type { Understanding } from '../understanding/index.js';
import { listed } from './listed.js';
import { typedNames, type TypedNames } from './typed-names.js';

/** What finding goes by besides the words: who asks, when, and the understanding that chat has, too. */
export interface Finding extends Input {
  asker: Asker;
  understanding: Understanding;
  /** Only by what is published; conditions are not read, as their answer would tell more. */
  open: boolean;
}

const known = new WeakMap<Programme, Map<boolean, TypedNames>>();
/** So many ways to finish a half-typed word are tried. */
const COMPLETIONS = 6;

/**
 * The projects somebody may mean who is still typing, ids, the likeliest first: those whose names hold what is typed, and
 * those that it asks for as a question ("Jugendamt laufend"), where the last word may be half a word. Where the words are
 * a question more than a name, what was asked for goes first.
 */
export function findProjects(typed: string, portfolio: Portfolio, finding: Finding): string[] {
  const { programme } = portfolio;
  const named = namesOf(programme, finding.open)(typed);
  if (finding.open) return named;
  const asked = askedFor(typed, portfolio, finding);
  const first = named.length > 0 && !asked.several ? named : asked.projects;
  return [...new Set([...first, ...named, ...asked.projects])];
}

function namesOf(programme: Programme, open: boolean): TypedNames {
  let names = known.get(programme);
  if (!names) known.set(programme, (names = new Map()));
  let ready = names.get(open);
  if (!ready) names.set(open, (ready = typedNames(programme, { open })));
  return ready;
}

interface Found {
  projects: string[];
  /** By a condition, not by a name. */
  several: boolean;
}
const NOTHING: Found = { projects: [], several: false };

function askedFor(typed: string, portfolio: Portfolio, finding: Finding): Found {
  for (const text of readings(typed, portfolio.programme, finding)) {
    const found = read(text, portfolio, finding);
    if (found.projects.length > 0) return found;
  }
  return NOTHING;
}

/** The words with the last one finished, as they are, and as the name of a department: "51" alone says nothing else. */
function* readings(typed: string, programme: Programme, finding: Finding): Generator<string> {
  const half = /(\p{L}{2,})$/u.exec(typed)?.[1];
  const head = half === undefined ? '' : typed.slice(0, -half.length).trim();
  // A single half word is looked for in the names; finished in every way it would mean anything.
  if (half !== undefined && head !== '') {
    const without = meant(head, finding);
    for (const whole of finding.understanding.complete(half).slice(0, COMPLETIONS)) {
      const text = `${head} ${whole}`;
      if (meant(text, finding) !== without) yield text;
    }
  }
  yield typed;
  yield `${inLanguage(programme.vocabulary.department, finding.asker.lang)} ${typed}`;
}

/** What a question comes to, to tell whether a word more makes another one. */
function meant(text: string, finding: Finding): string {
  return JSON.stringify(finding.understanding.read(text, { ...finding, context: null }).question);
}

function read(text: string, portfolio: Portfolio, finding: Finding): Found {
  const { question, unknownWords } = finding.understanding.read(text, { ...finding, context: null });
  if (unknownWords.length > 0) return NOTHING;
  const asked = listed(question, portfolio.programme);
  if ('projects' in asked) {
    return { projects: asked.projects.filter((id) => portfolio.projects.has(id)), several: false };
  }
  const hits = select(makeScope(portfolio, finding.asker.lang, finding), asked.filters);
  const leads = new Set(asked.filters.organisations?.flatMap(({ departments }) => departments));
  const [led, plain, others] = [
    hits.filter(({ because, project }) => because === null && leads.has(project.lead.department)),
    hits.filter(({ because, project }) => because === null && !leads.has(project.lead.department)),
    hits.filter(({ because }) => because !== null),
  ];
  return { projects: [...led, ...plain, ...others].map(({ project }) => project.id), several: !isTopic(question) };
}

/** A bare topic is looked up like a name. */
function isTopic(question: Question): boolean {
  return question.intent === 'list' && Object.keys(question.filters).join() === 'topic';
}

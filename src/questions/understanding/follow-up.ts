import type { Programme } from '../../programme/programme.js';
import type { Compared, Context, Filters, Option, OrganisationFilter, Question } from '../question.js';
import { comparative } from './comparatives.js';
import { decide, isEmpty } from './decide.js';
import { fieldsOf } from './decide-compare.js';
import { aboutProject } from './decide-project.js';
import type { Draft } from './draft.js';
import { doubted } from './follow-doubt.js';
import { isOnlyWhy, onSet } from './follow-set.js';
import { stepped } from './follow-steps.js';
import { isPlural } from './plural.js';
import { isContent, type Concept } from './lexicon.js';
import type { Lexis } from './lexis.js';
import { findMentions } from './project-mentions.js';
import { refersBack } from './pronouns.js';
import { has, marksOf, type Sentence } from './sentence.js';
import { topicTouched } from './topic-search.js';
import { personChosen } from './which-person.js';

/** The question a turn asks together with what was said before; null when it stands for itself. */
export function continueTalk(sentence: Sentence, draft: Draft, context: Context | null, lexis: Lexis): Question | null {
  const [last] = context?.questions ?? [];
  if (!context || !last) return null;
  return (
    answerToClarify(sentence, draft, last, lexis) ??
    stepped(sentence, draft, context) ??
    doubted(sentence, draft, last, context.named) ??
    bothCompared(sentence, draft, context) ??
    nextPage(sentence, draft, last) ??
    ((asksSeveral(sentence) && !('filters' in last) && context.named.length <= 1) || isWhole(sentence, draft)
      ? null
      : (onOneOf(sentence, draft, last, context) ?? onSet(sentence, draft, last, context.named)))
  );
}

/** "Was ist neu seit letzter Woche?" says all there is to ask; nothing points at what was named before. */
function isWhole(sentence: Sentence, draft: Draft): boolean {
  const points =
    refersBack(sentence) ||
    ordinal(sentence) !== null ||
    has(sentence, 'follow.of', 'follow.and', 'follow.about', 'follow.instead', 'follow.only');
  return !points && has(sentence, 'report.changes') && decide(sentence, draft).intent === 'changes';
}

/** "Welche sind rot?", "which ones are late?" after one project was spoken of: all are meant, unless "davon" is said. */
function asksSeveral(sentence: Sentence): boolean {
  return (
    !has(sentence, 'follow.of') &&
    sentence.tokens.some(
      ({ word }, at) => /^(?:welche|which)$/.test(word) && PLURAL_VERB.test(sentence.tokens[at + 1]?.word ?? ''),
    )
  );
}
const PLURAL_VERB =
  /^(?:sind|waren|werden|laufen|haben|hatten|stehen|enden|starten|beginnen|kosten|betreffen|brauchen|liegen|gehoren|hinken|fehlen|ones|are|were|have|run|end|start|cost|need|affect|lack|concern)$/;

/** "Den Chatbot", "Sozialamt", "das zweite" after Lotse asked back. */
function answerToClarify(sentence: Sentence, draft: Draft, last: Question, lexis: Lexis): Question | null {
  if (last.intent !== 'clarify') return null;
  const place = ordinal(sentence);
  const byPlace = place === null ? undefined : last.options.at(place);
  if (byPlace && draft.leftover.length === 0) return byPlace.question;
  if (last.pending) {
    const [named] = draft.filters.organisations ?? [];
    if (named && draft.topic.length === 0 && !has(sentence, 'noun.projects'))
      return fillDepartment(last.pending, named);
    return null;
  }
  if (last.about === 'person') return personChosen(sentence, draft, last, lexis.programme);
  const departments = draft.filters.organisations?.flatMap((each) => each.departments) ?? [];
  const byDepartment = last.options.filter((option) => departments.includes(option.id));
  if (byDepartment.length === 1) return byDepartment[0]?.question ?? null;
  if (last.about === 'project' && sentence.tokens.length > 0) {
    const offered = last.options.filter((option) => option.noun === 'project');
    const chosen = chosenByWords(sentence, draft, offered, lexis);
    if (chosen && draft.fields.length === 0 && !has(sentence, 'noun.projects')) return chosen.question;
    if (offered.length === 0 && draft.candidates.length === 1) return null;
  }
  return null;
}

/** Which of the projects offered own words pick: by a name, by what one of them is most about, by its office or register. */
function chosenByWords(
  sentence: Sentence,
  { leftover, filters }: Draft,
  offered: readonly Option[],
  { topics, programme }: Lexis,
): Option | undefined {
  const words = sentence.tokens.filter((token) => isContent(token.word)).map((token) => token.raw);
  const hits = topicTouched(topics, words).filter((hit) => offered.some((option) => option.id === hit.project));
  const [best, second] = hits;
  const clear = best && (!second || best.score > second.score * CLEARER) ? [best.project] : [];
  const departments = filters.organisations?.flatMap((each) => each.departments) ?? [];
  const among = (fits: (project: Programme['projects'][number]) => boolean) =>
    programme.projects.filter(fits).map(({ id }) => id);
  return (
    chooseOption(
      offered,
      sentence.projects.flatMap(({ ids }) => ids),
    ) ??
    chooseOption(
      offered,
      findMentions(topics, leftover).map((mention) => mention.project),
    ) ??
    chooseOption(offered, clear) ??
    chooseOption(
      offered,
      among(({ lead }) => departments.includes(lead.department)),
    ) ??
    chooseOption(
      offered,
      among(({ register }) => filters.registers?.includes(register) === true),
    ) ??
    chooseOption(
      offered,
      among(({ targetGroups }) => targetGroups.some((id) => filters.targetGroups?.includes(id))),
    )
  );
}
/** So much more about the words than the next one. */
const CLEARER = 1.15;

function chooseOption(options: readonly Option[], projects: readonly string[]): Option | undefined {
  const fitting = options.filter((option) => projects.includes(option.id));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function fillDepartment(question: Question, named: OrganisationFilter): Question {
  const fill = (filters: Filters): Filters => ({
    ...filters,
    organisations: filters.organisations?.map((each) =>
      each.departments.length === 0 && each.division === null
        ? { ...each, departments: named.departments, division: named.division }
        : each,
    ),
  });
  if (question.intent === 'verify') return { ...question, claims: fill(question.claims) };
  return 'filters' in question ? { ...question, filters: fill(question.filters) } : question;
}

/** "Vergleich die beiden", "compare them": the two named last, whether in one answer or in two. */
function bothCompared(sentence: Sentence, draft: Draft, { questions, named }: Context): Question | null {
  if (draft.words > 0 || draft.namesProject) return null;
  const compared = dearerAsked(sentence, draft, named.length);
  if (!compared && !has(sentence, 'compare.two')) return null;
  const both = sentence.tokens.some(({ word }) => /^(?:beide[nr]?|both|two)$/.test(word));
  if (!compared && ((!both && !isPlural(sentence)) || has(sentence, 'noun.projects', 'ask.which'))) return null;
  const spoken = questions.flatMap((each) => ('project' in each && each.project !== null ? [each.project] : []));
  const projects = named.length === 2 ? [...named] : [...new Set(spoken)].slice(0, 2).reverse();
  if (projects.length !== 2) return null;
  return compared
    ? { intent: 'compare', projects, fields: fieldsOf(compared), compared }
    : { intent: 'compare', projects, fields: draft.fields };
}

/** "Welches ist teurer?", "which one ends later?": of the two that were spoken of. */
function dearerAsked(sentence: Sentence, draft: Draft, listed: number): Compared | null {
  // "Welches davon kostet mehr?" picks one of a list.
  if ((draft.ranking && listed !== 1) || has(sentence, 'follow.of')) return null;
  if (
    !has(sentence, 'ask.which', 'ask.what', 'ask.who', 'compare.two') ||
    has(sentence, 'noun.projects') ||
    !isEmpty(draft.filters)
  )
    return null;
  return comparative(sentence);
}

function nextPage(sentence: Sentence, draft: Draft, last: Question): Question | null {
  if (last.intent !== 'list' || !has(sentence, 'follow.more') || draft.words > 0 || !isEmpty(draft.filters))
    return null;
  return has(sentence, 'noun.projects', 'ask.about') && draft.fields.length > 0
    ? null
    : { ...last, page: last.page + 1 };
}

/** A fact of something named before: "wer leitet das?", "wann ist das erste fertig?", "das zweite", "and what does it cost?". */
function onOneOf(sentence: Sentence, draft: Draft, last: Question, { named, focus }: Context): Question | null {
  const place = ordinal(sentence);
  const ranked = draft.ranking !== null && !(place !== null && has(sentence, 'super.next', 'super.last'));
  if (draft.words > 0 || draft.namesProject || ranked || (named.length > 1 && sums(sentence))) return null;
  if (has(sentence, 'noun.projects', 'follow.of', 'ask.howMany') || isPlural(sentence)) return null;
  const asksFact = draft.fields.length > 0 || has(sentence, 'ask.about', 'ask.why', 'field.history');
  const supposes =
    refersBack(sentence) &&
    has(
      sentence,
      'relation.affects',
      'relation.leads',
      'register.running',
      'health.green',
      'health.amber',
      'health.red',
      'state.overdue',
    );
  if (!asksFact && !supposes && place === null) return null;
  const project = place !== null ? named.at(place) : (focus ?? (named.length === 1 ? named[0] : undefined));
  if (project === undefined) {
    if (!refersBack(sentence) || named.length === 0 || named.length > 6 || !asksFact) return null;
    const options = named.map((id): Option => ({ noun: 'project', id, question: aboutProject(sentence, draft, id) }));
    return { intent: 'clarify', about: 'project', options, words: null };
  }
  if (!asksFact && !supposes) return last.intent === 'fact' ? { ...last, project } : { intent: 'project', project };
  const told = isOnlyWhy(sentence) ? toldOf(last) : null;
  if (told) return { intent: 'why', project, claims: told };
  return aboutProject(sentence, { ...draft, candidates: [project], project, wantsProject: true }, project);
}

/** "Warum?" after what is overdue, red, put off or at rest: the reason of that. */
function toldOf(last: Question): Filters | null {
  const { health, reported, overdue, paused, postponed } =
    last.intent === 'verify' ? last.claims : 'filters' in last ? last.filters : {};
  const claims: Filters = {
    ...(health ? { health } : {}),
    ...(health && reported ? { reported } : {}),
    ...(overdue ? { overdue } : {}),
    ...(paused ? { paused } : {}),
    ...(postponed ? { postponed } : {}),
  };
  return isEmpty(claims) ? null : claims;
}

/** "Was kostet das zusammen?": of all that was named. */
const sums = (sentence: Sentence): boolean => has(sentence, 'agg.sum', 'agg.average');

/** 0-based; -1 for the last one. */
function ordinal(sentence: Sentence): number | null {
  const places = [
    ['ordinal.beforeLast', -2],
    ['ordinal.1', 0],
    ['ordinal.2', 1],
    ['ordinal.3', 2],
    ['ordinal.4', 3],
    ['ordinal.5', 4],
    ['ordinal.6', 5],
    ['ordinal.7', 6],
    ['ordinal.8', 7],
    ['ordinal.9', 8],
    ['ordinal.10', 9],
    ['ordinal.last', -1],
  ] as const;
  // "Seit letzter Woche", "am ersten Juni": a place in time, not in what was named.
  const inPeriod = (at: number) => sentence.periods.some(({ from, to }) => from <= at && at < to);
  const said = (concept: Concept) => marksOf(sentence, concept).some((mark) => !inPeriod(mark.from));
  return places.find(([concept]) => said(concept))?.[1] ?? numbered(sentence);
}

/** "Nummer 3", "das 3.", "Projekt 2": the place as a number. */
function numbered(sentence: Sentence): number | null {
  const { tokens, periods, amounts } = sentence;
  const measured = amounts.filter(({ unit }) => unit !== null);
  const found = tokens.find((token, at) => {
    if (!/^[1-9]\d?$/.test(token.word) || [...periods, ...measured].some(({ from, to }) => from <= at && at < to))
      return false;
    const isPlace =
      token.after.startsWith('.') && /^(?:der|die|das|den|dem|beim|vom|zum)$/.test(tokens[at - 1]?.word ?? '');
    return isPlace || marksOf(sentence, 'ordinal.numbered', 'noun.project').some(({ to }) => to === at);
  });
  return found ? Number(found.word) - 1 : null;
}

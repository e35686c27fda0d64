import type { Project } from '../../programme/programme.js';
import type { Question } from '../question.js';
import { historyPeriod } from './decide-reports.js';
import type { Draft } from './draft.js';
import type { Environment } from './environment.js';
import { isNowadays } from './filter-dates.js';
import { isNow } from './filter-reported.js';
import { distanceTo } from './filter-than.js';
import { heldBy, type Held } from './held.js';
import { isContent } from './lexicon.js';
import { lostMarks } from './passed-over-marks.js';
import { said, type Sentence, type Thing } from './sentence.js';

/** Words of a sentence, by their places. */
export interface Span {
  from: number;
  to: number;
}

/** Questions that state nothing of projects, or ask back: nothing can be lost in their answers. */
const STATELESS: ReadonlySet<Question['intent']> = new Set<Question['intent']>([
  'outOfScope',
  'help',
  'greeting',
  'thanks',
  'clarify',
  'notUnderstood',
  'concept',
  'programme',
]);

/**
 * What was recognised and narrows, yet is held by the question nowhere: periods, amounts, names, states, denials,
 * superlatives and matters. An answer that does without them says so, lest it seem to heed them.
 * @returns the words as typed, in their order
 */
export function passedOver(sentence: Sentence, draft: Draft, question: Question, environment: Environment): string[] {
  if (STATELESS.has(question.intent)) return [];
  const held = heldBy(question);
  const spans = [
    ...lostPeriods(sentence, question, held, environment.today),
    ...lostAmounts(sentence, held),
    ...lostThings(sentence, question, held, environment),
    ...lostMarks(sentence, question, held),
    ...lostMatter(sentence, draft, question, held),
  ];
  return spans.length === 0 ? [] : apart(spans).map(({ from, to }) => said(sentence.tokens, from, to));
}

/** Spans that overlap are one. */
function apart(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** Weeks are held as such; an answer that tells the day itself meets what was supposed of it. */
function lostPeriods(sentence: Sentence, question: Question, { days, fields, keys }: Held, today: string): Span[] {
  if (question.intent === 'missingReports' || (question.intent === 'changes' && question.weeks)) return [];
  if (question.intent === 'history' && historyPeriod(sentence) === null) return [];
  if (fields.has('start') || fields.has('end') || fields.has('history')) return [];
  const isHeld = (day: string | null): boolean => day !== null && days.has(day);
  return sentence.periods.filter(
    (period) =>
      !isHeld(period.range.from) &&
      !isHeld(period.range.to) &&
      !isNowadays(sentence, period, today) &&
      !(keys.has('health') && isNow(period.range, today)),
  );
}

/** Amounts of something, and numbers that bound. */
function lostAmounts(sentence: Sentence, { numbers, keys }: Held): Span[] {
  const { amounts, marks, periods } = sentence;
  // "100.000 Euro mehr als der Chatbot": held together with what that one costs.
  const distance = keys.has('thresholds') ? distanceTo(sentence) : undefined;
  return amounts.filter(
    ({ unit, from, to, value }) =>
      !numbers.has(value) &&
      distance?.from !== from &&
      // "Am 31. Juni": no such day, the month alone was read.
      (unit !== null ||
        periods.some((period) => period.from === to) ||
        marks.some((mark) => /^compare\.(?:over|under)$/.test(mark.value) && mark.to === from)),
  );
}

/** Names that are part of no condition; what belongs to the one project asked about is no loss. */
function lostThings({ things, tokens }: Sentence, question: Question, { named }: Held, { lexis }: Environment): Span[] {
  const lost = things.filter(({ ids }) => ids.length > 0 && !ids.some((id) => named.has(id)));
  if (lost.length === 0 || question.intent === 'project') return lost.filter(() => question.intent !== 'project');
  const projects = lexis.programme.projects.filter(({ id }) => named.has(id));
  return lost.filter((thing) => !projects.some((project) => isOwn(project, thing, tokens)));
}

function isOwn(project: Project, { ids, from, to }: Thing, tokens: Sentence['tokens']): boolean {
  const { lead, affects, targetGroups, goals, actionFields } = project;
  const own = [lead.department, lead.person, ...lead.deputies, ...(affects === 'all' ? [] : affects)];
  const belongs = [...own, ...targetGroups, ...goals, ...actionFields];
  if (ids.some((id) => belongs.includes(id))) return true;
  const titles = Object.values(project.title).join(' ').toLowerCase();
  return tokens.slice(from, to).every(({ word }) => !isContent(word) || titles.includes(word));
}

/** A matter that the programme knows, but the question is not about. */
function lostMatter({ tokens }: Sentence, draft: Draft, question: Question, { keys }: Held): Span[] {
  if (!('filters' in question) || ['topic', 'legal', 'projects', 'people'].some((key) => keys.has(key))) return [];
  if (('project' in question && question.project !== null) || draft.topic.length === 0 || draft.project) return [];
  return draft.leftover.map((token) => ({ from: tokens.indexOf(token), to: tokens.indexOf(token) + 1 }));
}

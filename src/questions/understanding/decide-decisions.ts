import type { DayRange, Filters } from '../question.js';
import type { Rule } from './decide-rule.js';
import { shift } from './days.js';
import type { Draft } from './draft.js';
import { has, isOrganisation, marksOf, type Sentence, type Thing } from './sentence.js';
import { isYesNo } from './verbs.js';

/** What the steering group is asked to decide, has decided, or both. */
export const decisionsAsked: Rule = (sentence, draft) => {
  if (!speaksOfDecisions(sentence, draft)) return null;
  const { filters, project, today } = draft;
  const during = has(sentence, 'state.overdue')
    ? { from: null, to: shift(today, 'day', -1) }
    : (sentence.periods[0]?.range ?? null);
  const meant = project ?? named(draft);
  // What no project is called by may as well stand in a decision's own words.
  const isSaid =
    meant !== null && (draft.topic.length === 0 || sentence.projects.some(({ ids }) => ids.includes(meant)));
  const about = isSaid ? meant : null;
  const matters = mattersCalledLikeOffices(sentence);
  const aboutSomething = about !== null || draft.topic.length + matters.length > 0;
  return {
    intent: 'decisions',
    open: stateAsked(sentence, aboutSomething || isOver(during, today)),
    project: about,
    filters: decisionFilters(filters, matters, decidersNamed(sentence), about),
    ...(during ? { during } : {}),
  };
};

const SAID = /^(?:gesagt|gemeint|said|say)$/;

/** "Der Rat hat beschlossen, dass das Theater den Kitafinder leitet. Stimmt das?": who leads is what is supposed. */
function supposesLead(sentence: Sentence, draft: Draft): boolean {
  const that = sentence.tokens.findIndex(({ word }) => /^(?:dass|that)$/.test(word));
  const after = ({ from }: { from: number }) => that >= 0 && from > that;
  return (
    named(draft) !== null &&
    sentence.things.some((thing) => isOrganisation(thing) && after(thing)) &&
    marksOf(sentence, 'relation.leads', 'relation.affects').some(after)
  );
}

function speaksOfDecisions(sentence: Sentence, draft: Draft): boolean {
  if (supposesLead(sentence, draft)) return false;
  const asks = has(sentence, 'ask.which', 'ask.what', 'ask.exists', 'ask.howMany', 'ask.when', 'report.open');
  // "Was hat der Lenkungskreis dazu gesagt?"
  if (
    has(sentence, 'noun.steering') &&
    has(sentence, 'ask.what') &&
    sentence.tokens.some(({ word }) => SAID.test(word))
  )
    return true;
  if (has(sentence, 'report.decisions') && (asks || has(sentence, 'report.decided'))) return true;
  if (has(sentence, 'report.decisions') && !has(sentence, 'noun.projects') && !asksOtherwise(sentence)) return true;
  // Who says what was decided about a lead wants to know whether it is so.
  if (!has(sentence, 'report.ruled') || draft.premise) return false;
  if (has(sentence, 'noun.steering')) return true;
  // "Was wurde beschlossen?", "ist X genehmigt?"; which projects, money or milestones were approved is another matter.
  if (has(sentence, 'noun.projects', 'field.milestones')) return false;
  return has(sentence, 'ask.what', 'ask.when') || (isYesNo(sentence) && named(draft) !== null);
}

const asksOtherwise = ({ marks }: Sentence): boolean => marks.some(({ value }) => value.startsWith('ask.'));

/** The one project the words name, whether or not they are otherwise about one. */
const named = ({ project, distinct, candidates }: Draft): string | null =>
  project ?? (distinct.length === 1 && candidates.length <= 1 ? (distinct[0] ?? null) : null);

/** Pending ones, those taken, or (null) all: whoever asks about one matter without saying which wants to know both. */
function stateAsked(sentence: Sentence, aboutSomething: boolean): boolean | null {
  if (has(sentence, 'report.open', 'state.overdue') || isOwed(sentence)) return true;
  if (has(sentence, 'report.decided', 'report.ruled')) return false;
  return aboutSomething && !has(sentence, 'ask.howMany') ? null : true;
}

/** "Was muss entschieden werden?", "what needs to be decided": it is still to come. */
const isOwed = (sentence: Sentence): boolean =>
  sentence.tokens.some((token) => /^(?:muss|mussen|soll|sollen|must|need|needs|should|to)$/.test(token.word));

/** A time that is over: what was decided then is asked, and what should have been. */
const isOver = (during: DayRange | null, today: string): boolean => during?.to != null && during.to < today;

/** "Was muss der Kreistag noch entscheiden?": who decides is no matter of it. */
const decidersNamed = ({ tokens }: Sentence): string[] =>
  tokens
    .filter(
      ({ word }, at) =>
        /(?:rat|rates|kreistag|ausschuss|beirat|kommission|council|committee|board)$/.test(word) &&
        /^(?:der|die|the)$/.test(tokens[at - 1]?.word ?? '') &&
        !/^(?:zu|uber|wegen|fur|on|about)$/.test(tokens[at - 2]?.word ?? ''),
    )
    .map(({ raw }) => raw);

/** "Zum Thema Datenschutz": an office that is called like a matter is asked for as one. */
function mattersCalledLikeOffices({ tokens, things }: Sentence): Thing[] {
  return things.filter(
    (thing) =>
      thing.noun === 'department' && thing.via === 'alias' && MATTER_CUE.test(tokens[thing.from - 1]?.word ?? ''),
  );
}
const MATTER_CUE = /^(?:zu|thema|stichwort|sachen|punkto|wegen|betreffs|topic|subject|on|about|regarding|concerning)$/;

/** "Anstehende Entscheidungen": what is pending are the decisions, not the projects. */
function decisionFilters(
  filters: Filters,
  matters: readonly Thing[],
  deciders: readonly string[],
  project: string | null,
): Filters {
  const { registers: _r, decisionOpen: _d, start: _s, end: _e, active: _a, overdue: _o, topic, ...others } = filters;
  if (project) return others;
  const offices = others.organisations?.filter(
    ({ departments }) => !matters.some(({ ids }) => ids.join() === departments.join()),
  );
  const about = [...(topic ?? []), ...matters.map(({ said: words }) => words)].filter(
    (word) => !deciders.includes(word),
  );
  const { organisations: _o2, ...rest } = others;
  return {
    ...rest,
    ...(offices && offices.length > 0 ? { organisations: offices } : {}),
    ...(about.length > 0 ? { topic: about } : {}),
  };
}

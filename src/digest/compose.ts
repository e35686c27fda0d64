import { dayOf } from '../programme/calendar.js';
import type { Portfolio } from '../programme/portfolio.js';
import { aheadOf } from './ahead.js';
import { changesOf } from './changes.js';
import { coursesOf, spanOf, type DigestInput, type Span } from './course.js';
import { conditionsDue, decidedIn, wantedDecisions } from './decisions.js';
import type { Digest, Headline, ResourceLine } from './digest.js';
import { editsSince, programmeEvents, type ProgrammeEdits } from './edits.js';
import { attentionOf, countHealth, countWeeks, counted, worsening } from './health.js';
import { milestonesOf } from './milestones.js';
import { missingReports, representedReports } from './missing.js';
import { resourcesOf } from './resources.js';

/**
 * The digest of a week from what was known at `at`: nothing but the portfolio counts, so that the same arguments always
 * give the same digest. Changes are counted from the previous digest; without one, from when it would have gone out.
 * Cost grows linearly with projects, reports and history.
 */
export function composeDigest(portfolio: Portfolio, input: DigestInput): Digest {
  const span = spanOf(portfolio, input);
  const history = programmeEvents(portfolio.history);
  const edits = editsSince(history, span.since, span.at);
  const courses = coursesOf({ ...portfolio, history }, span, edits);
  const steered = counted(courses);
  const facts: Facts = {
    decisions: wantedDecisions(portfolio, span),
    decided: decidedIn(portfolio, span),
    conditions: conditionsDue(portfolio, span),
    changes: changesOf(courses, edits, span),
    attention: attentionOf(steered, span),
    milestones: milestonesOf(courses, span),
    missing: missingReports(courses, span),
    represented: representedReports(courses, span),
    counts: countHealth(steered),
    weeks: countWeeks(steered, span.week),
    resources: resourcesOf(courses, span),
    ahead: input.ahead ? aheadOf(courses, span) : [],
  };
  const since = span.since.toISOString();
  return {
    week: span.week,
    at: span.at.toISOString(),
    asOf: dayOf(span.at, span.zone),
    previous: input.previous,
    since,
    headline: headlineOf(facts),
    ...facts,
    quiet: isQuiet(facts, edits, span),
  };
}

type Facts = Omit<Digest, 'week' | 'at' | 'asOf' | 'previous' | 'since' | 'headline' | 'quiet'>;

function headlineOf({ counts, changes, attention, decisions, missing }: Facts): Headline {
  const moves = changes.flatMap((change) => (change.kind === 'health' ? [change] : []));
  return {
    ...counts,
    newlyRed: moves.filter(({ to }) => to === 'red').map(({ project }) => project),
    worsened: moves.filter(({ from, to }) => from === null || worsening(from, to) > 0).length,
    improved: moves.filter(({ from, to }) => from !== null && worsening(from, to) < 0).length,
    stillRed: attention
      .filter(({ health, trend }) => health === 'red' && trend === 'same')
      .map(({ project }) => project),
    decisions: decisions.length,
    decisionsOverdue: decisions.filter(({ overdue }) => overdue).length,
    missing: missing.length,
    changes: changes.length,
  };
}

/** Nothing moved, nothing was reached or became overdue, nothing is wanted. What merely goes on does not disturb. */
function isQuiet(
  { ahead, decisions, decided, conditions, changes, milestones, missing, resources }: Facts,
  edits: ProgrammeEdits,
  { sinceDay }: Span,
): boolean {
  const newlyOverdue = milestones.overdue.filter(({ due }) => due >= sinceDay);
  const newlyDue = conditions.filter(({ due, fulfilled }) => fulfilled || (due !== null && due >= sinceDay));
  const newlyShort = resources.filter((line) =>
    line.kind === 'overdue' ? line.end >= sinceDay : projectsOf(line).some((id) => resourcesEdited(edits, id)),
  );
  const lists = [ahead, decisions, decided, newlyDue, changes, milestones.reached, newlyOverdue, missing, newlyShort];
  return lists.every((list) => list.length === 0);
}

function projectsOf(line: ResourceLine): string[] {
  return line.kind === 'field' ? line.projects : [line.project];
}

function resourcesEdited({ projects }: ProgrammeEdits, id: string): boolean {
  return [...(projects.get(id)?.fields.keys() ?? [])].some((field) => /^(?:resources|assessment)\b/.test(field));
}

import { dayOf } from '../programme/calendar.js';
import { latestReport, type Portfolio } from '../programme/portfolio.js';
import type { StatusReport } from '../programme/report.js';
import { storeKey } from '../programme/store-key.js';
import { asText, shown, type Shown } from './fields.js';
import {
  isBlank,
  milestoneKey,
  sameValues,
  startingValues,
  type FormEntry,
  type MilestoneEntry,
  type StatusForm,
} from './form.js';
import type { Sending } from './sending.js';

/** The store's partition for drafts of everybody. */
export const DRAFTS = 'drafts';

/** What somebody typed about a project and has not sent. */
export interface Draft {
  project: string;
  values: Shown;
  /** The milestones ticked or moved; absent in drafts of older versions. */
  milestones?: Pick<MilestoneEntry, 'key' | 'done' | 'due'>[];
  /** Instant, ISO 8601. */
  at: string;
}

/** Drafts of everybody lie in one place, found by the person's and the project's key. */
export function draftKey(person: string, project: string): string {
  return storeKey(`${storeKey(person)}~${storeKey(project)}`);
}

/** Whether a report has been given since a draft was left. */
export function isOutdated({ at }: Draft, last: StatusReport | null | undefined): boolean {
  return at < (last?.submittedAt ?? '');
}

/** The form with drafts that are newer than the project's last report in the place of what it started from. */
export function withDrafts(form: StatusForm, drafts: readonly Draft[], portfolio: Portfolio): StatusForm {
  let newest: Draft | null = null;
  const entries = form.entries.map((entry): FormEntry => {
    const draft = drafts.find(({ project }) => project === entry.project);
    if (!draft || isOutdated(draft, entry.last)) return entry;
    const milestones = entry.milestones.map((one) => ({
      ...one,
      ...draft.milestones?.find(({ key }) => key === one.key),
    }));
    if (sameValues(draft.values, entry.values) && !milestones.some(isChanged)) return entry;
    if (!newest || draft.at > newest.at) newest = draft;
    return { ...entry, values: draft.values, milestones, hints: [], expanded: true, brief: false };
  });
  if (!newest) return form;
  const { at } = newest as Draft;
  return { ...form, entries, notice: { kind: 'draft', day: dayOf(at, portfolio.programme.timeZone) } };
}

/** What stands in a form that came back and would be lost when its card goes. */
export function draftsIn(form: StatusForm, portfolio: Portfolio, now: Date): Draft[] {
  return form.entries.flatMap(({ project, values, milestones, last }) => {
    const start = startingValues(portfolio, last ?? undefined);
    return draftOf({ project, values, milestones }, start, now);
  });
}

/** What was typed on a card about projects that are not sent by it. */
export function draftsTyped(portfolio: Portfolio, sendings: readonly Sending[], now: Date): Draft[] {
  return sendings.flatMap(({ project: id, typed, milestones: said }) => {
    const project = portfolio.projects.get(id);
    if (!project) return [];
    const milestones = project.milestones.flatMap((milestone) => {
      const key = milestoneKey(milestone);
      const input = said.get(key);
      const done = asText(input?.done) || String(milestone.done !== null);
      return input ? [{ key, milestone, done, due: asText(input.due) || milestone.due }] : [];
    });
    return draftOf(
      { project: id, values: shown(typed), milestones },
      startingValues(portfolio, latestReport(portfolio, id)),
      now,
    );
  });
}

/** A draft as what a form would send. */
export function draftAsSending(
  { project, values, milestones = [] }: Draft,
  form: Omit<Sending, 'project' | 'typed' | 'milestones'>,
): Sending {
  return {
    ...form,
    project,
    typed: values,
    milestones: new Map(milestones.map(({ key, done, due }) => [key, { done, due }])),
  };
}

function draftOf(
  { project, values, milestones }: Pick<FormEntry, 'project' | 'values'> & { milestones: Changeable[] },
  start: Shown,
  now: Date,
): Draft[] {
  const changed = milestones.filter(isChanged).map(({ key, done, due }) => ({ key, done, due }));
  const typed = !isBlank(values) && !sameValues(values, start);
  if (!typed && changed.length === 0) return [];
  const kept = isBlank(values) ? start : values;
  return [{ project, values: kept, ...(changed.length > 0 && { milestones: changed }), at: now.toISOString() }];
}

type Changeable = Pick<MilestoneEntry, 'key' | 'milestone' | 'done' | 'due'>;
function isChanged({ milestone, done, due }: Changeable): boolean {
  return done !== String(milestone.done !== null) || due !== milestone.due;
}

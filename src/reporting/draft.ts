import { dayOf } from '../programme/calendar.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Shown } from './fields.js';
import { isBlank, sameValues, startingValues, type FormEntry, type StatusForm } from './form.js';

/** The store's partition for drafts of everybody. */
export const DRAFTS = 'drafts';

/** What somebody typed about a project and has not sent. */
export interface Draft {
  project: string;
  values: Shown;
  /** Instant, ISO 8601. */
  at: string;
}

/** The form with drafts that are newer than the project's last report in the place of what it started from. */
export function withDrafts(form: StatusForm, drafts: readonly Draft[], portfolio: Portfolio): StatusForm {
  let newest: Draft | null = null;
  const entries = form.entries.map((entry): FormEntry => {
    const draft = drafts.find(({ project }) => project === entry.project);
    if (!draft || draft.at < (entry.last?.submittedAt ?? '') || sameValues(draft.values, entry.values)) return entry;
    if (!newest || draft.at > newest.at) newest = draft;
    return { ...entry, values: draft.values, hints: [], expanded: true };
  });
  if (!newest) return form;
  const { at } = newest as Draft;
  return { ...form, entries, notice: { kind: 'draft', day: dayOf(at, portfolio.programme.timeZone) } };
}

/** What stands in a form that came back and would be lost when its card goes. */
export function draftsIn(form: StatusForm, portfolio: Portfolio, now: Date): Draft[] {
  return form.entries
    .filter(({ values, last }) => !isBlank(values) && !sameValues(values, startingValues(portfolio, last ?? undefined)))
    .map(({ project, values }) => ({ project, values, at: now.toISOString() }));
}

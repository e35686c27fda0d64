import { dayOf } from '../programme/calendar.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import { asText, shown, type Shown } from './fields.js';
import { fitted, formEntry, isBlank, sameValues, type FormEntry, type Notice, type StatusForm } from './form.js';
import { openWeek } from './moments.js';
import type { SavedReport } from './saved.js';
import type { Sending, Sent } from './sending.js';
import { reportsByForm } from './submission.js';
import { reportableWeeks } from './week.js';

/** A card with several projects that was sent, and what became of those that were meant. */
export interface SentCard {
  form: string;
  seen: number | null;
  week: string | null;
  projects: readonly string[];
  sending(project: string): Sending;
  sent: ReadonlyMap<string, Sent>;
}

/** The card again, with what is left to do, or what was saved when nothing is left. */
export type Returned = { done: SavedReport[]; form: null } | { done: null; form: StatusForm };

/** What a card with several projects becomes after something on it was sent; nothing that was typed gets lost. */
export function returnedCard(portfolio: Portfolio, schedule: Schedule, card: SentCard, now: Date): Returned {
  const { programme } = portfolio;
  const fixed = card.week && reportableWeeks(now, programme.timeZone).includes(card.week) ? card.week : null;
  const week = fixed ?? openWeek(now, schedule, programme);
  const today = dayOf(now, programme.timeZone);
  const entries = card.projects.flatMap((id): FormEntry[] => {
    const project = portfolio.projects.get(id);
    const sent = card.sent.get(id);
    // Nothing of a project is shown to somebody who has no business there but what they typed themselves.
    if (!project || (sent?.outcome === 'forbidden' && isBlank(sent.values))) return [];
    return [returnedEntry(formEntry(portfolio, project, week, today), card)];
  });
  const outcomes = [...card.sent.values()];
  const open = entries.filter(({ reported, faults }) => !reported || faults.length > 0);
  const settled = outcomes.every(({ outcome }) => outcome === 'saved' || outcome === 'nothing');
  if (settled && open.length === 0) return { done: savedByCard(portfolio, card), form: null };
  const form: StatusForm = {
    form: card.form,
    seen: card.seen,
    several: true,
    week,
    purpose: fixed ? 'late' : 'status',
    corrects: null,
    ...fitted(entries),
    notice: noticeOf(outcomes, open.length),
  };
  return { done: null, form };
}

/**
 * An entry with what was typed into it and what is wrong with that; for somebody who may not report on the project
 * without anything it held before.
 */
export function withTyped(entry: FormEntry, sent: Exclude<Sent, { outcome: 'saved' | 'gone' }>): FormEntry {
  const milestones = 'milestones' in sent ? sent.milestones : [];
  const foreign = sent.outcome === 'forbidden' && { last: null, reported: null, milestones: [] };
  const base = { ...entry, ...foreign };
  return {
    ...base,
    values: sent.values,
    milestones: base.milestones.map((one) => milestones.find(({ key }) => key === one.key) ?? one),
    faults: sent.outcome === 'faulty' ? sent.faults : [],
    hints: [],
    expanded: true,
  };
}

/** What is said above a card that came back. */
export function noticeOf(outcomes: readonly Sent[], open: number): Notice | null {
  const saved = outcomes.filter(({ outcome }) => outcome === 'saved').length;
  const gone = outcomes.find((one) => one.outcome === 'gone');
  if (gone) return { kind: 'gone', typed: Object.values(gone.values).filter((text) => text !== '') };
  const forbidden = outcomes.find((one) => one.outcome === 'forbidden');
  if (forbidden) return { kind: 'forbidden', project: forbidden.project.id };
  const faulty = outcomes.filter((one) => one.outcome === 'faulty');
  if (faulty.length > 0 && saved > 0) return { kind: 'faultsSome', saved, open: faulty.length };
  if (faulty.length > 0)
    return { kind: 'faults', count: faulty.reduce((sum, { faults }) => sum + (faults.length || 1), 0) };
  if (outcomes.some(({ outcome }) => outcome === 'typed')) return { kind: 'typed' };
  if (saved > 0) return { kind: 'savedSome', saved, open };
  return { kind: outcomes.some(({ outcome }) => outcome === 'noLast') ? 'noLast' : 'nothing' };
}

/** The form as it was sent, to be sent again: it could not be recorded. */
export function unsavedForm(fresh: StatusForm, sending: (project: string) => Sending): StatusForm {
  const entries = fresh.entries.map((entry) => withKept(entry, sending(entry.project)));
  const [first] = fresh.entries;
  const { form, seen } = first ? sending(first.project) : fresh;
  return { ...fresh, form, seen, entries, notice: { kind: 'notSaved' } };
}

function returnedEntry(entry: FormEntry, card: SentCard): FormEntry {
  const sent = card.sent.get(entry.project);
  if (entry.reported && (!sent || sent.outcome === 'saved' || sent.outcome === 'nothing')) return entry;
  if (sent && sent.outcome !== 'saved' && sent.outcome !== 'gone' && !isBlank(sent.values))
    return withTyped(entry, sent);
  return withKept(entry, card.sending(entry.project));
}

/** What was typed for a project that was not meant by the button. */
function withKept(entry: FormEntry, { typed, milestones }: Sending): FormEntry {
  const values: Shown = shown(typed);
  if (isBlank(values)) return entry;
  const kept = entry.milestones.map((one) => {
    const input = milestones.get(one.key);
    return input ? { ...one, done: asText(input.done) ?? one.done, due: asText(input.due) ?? one.due } : one;
  });
  return { ...entry, values, milestones: kept, expanded: !sameValues(values, entry.values) };
}

/** Everything the card has recorded, what was said about it just now included. */
function savedByCard(portfolio: Portfolio, { projects, form, sent }: SentCard): SavedReport[] {
  return projects.flatMap((id): SavedReport[] => {
    const one = sent.get(id);
    if (one?.outcome === 'saved') return [one.saved];
    const report = reportsByForm(portfolio, form, id).at(-1);
    return report ? [{ report, hints: [], meanwhile: null, late: false }] : [];
  });
}

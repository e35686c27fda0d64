import { daysBetween } from '../programme/calendar.js';
import { cadenceOf } from '../programme/policies/due.js';
import type { Cadence, Register } from '../programme/programme.js';
import { reasonOf } from '../programme/report.js';
import { reportsBefore, type Course, type Span } from './course.js';
import type { DigestChange } from './digest.js';
import { within, type ProgrammeEdits } from './edits.js';
import { worsening } from './health.js';
import { movedMilestones } from './milestones.js';

/**
 * What changed in the span, the weightiest first (`weightOf`), each with its reason. Within one weight the order of the
 * programme holds.
 */
export function changesOf(courses: readonly Course[], edits: ProgrammeEdits, span: Span): DigestChange[] {
  const gone = edits.removed.map(({ project, title, why }): DigestChange => ({
    kind: 'removed',
    project,
    title,
    reason: why,
  }));
  const changes = courses.flatMap((course) => changesOfProject(course, span));
  return [...changes, ...gone]
    .map((change) => ({ change, weight: weightOf(change) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ change }) => change);
}

function changesOfProject(course: Course, span: Span): DigestChange[] {
  const moved = movedMilestones(course, span);
  return [...reportChanges(course, span), ...moved, ...editChanges(course), ...finished(course)];
}

/** Corrections and withdrawals of what a digest has already told come first: they explain the move of health they cause. */
function reportChanges(course: Course, span: Span): DigestChange[] {
  const revised = course.revised ? revisions(course, span) : [];
  return revised.length > 0 ? revised : healthChange(course);
}

function revisions(course: Course, span: Span): DigestChange[] {
  const { project, now, all } = course;
  const told = new Map(reportsBefore(course, span).map((report) => [report.id, report]));
  const corrected = now.flatMap((report): DigestChange[] => {
    const old = report.corrects === null ? undefined : told.get(report.corrects);
    if (!old) return [];
    const { week, health } = report;
    return [{ kind: 'corrected', project: project.id, week, from: old.health, to: health, reason: reasonOf(report) }];
  });
  const withdrawn = all.flatMap((report): DigestChange[] => {
    if (!report.withdrawn || !told.has(report.id) || !within(report.withdrawn.at, span.since, span.at)) return [];
    return [{ kind: 'withdrawn', project: project.id, week: report.week, reason: report.withdrawn.reason }];
  });
  return [...corrected, ...withdrawn];
}

function healthChange({ project, earlier, now }: Course): DigestChange[] {
  const latest = now.at(-1);
  const from = earlier?.health ?? null;
  if (!latest || latest.health === from || (from === null && latest.health === 'green')) return [];
  return [
    { kind: 'health', project: project.id, from, to: latest.health, week: latest.week, reason: reasonOf(latest) },
  ];
}

/** Reached a hundred per cent since the last digest. */
function finished({ project, earlier, now }: Course): DigestChange[] {
  const latest = now.at(-1);
  if (latest?.progress !== 100 || earlier?.progress === 100) return [];
  return [{ kind: 'finished', project: project.id, reason: latest.summary }];
}

function editChanges({ project: entity, edits }: Course): DigestChange[] {
  const project = entity.id;
  if (!edits) return [];
  if (edits.added) return [{ kind: 'new', project, register: entity.register, reason: edits.added.why }];
  const changes: DigestChange[] = [];
  const field = (name: string) => {
    const edit = edits.fields.get(name);
    return edit && edit.from !== edit.to ? edit : undefined;
  };
  const register = field('register');
  if (register) {
    const [from, to] = [register.from as Register, register.to as Register];
    changes.push({ kind: 'register', project, from, to, reason: register.why });
  }
  const end = field('end');
  if (end) changes.push({ kind: 'end', project, from: dayOrNull(end.from), to: dayOrNull(end.to), reason: end.why });
  const paused = field('paused');
  if (paused) {
    const until = paused.to === true && entity.pausedUntil ? { until: entity.pausedUntil } : {};
    changes.push({ kind: 'paused', project, paused: paused.to === true, ...until, reason: paused.why });
  }
  const cadence = field('cadence');
  if (cadence) {
    const to = cadenceOf({ ...entity, paused: false, cadence: cadence.to as Cadence | null });
    changes.push({ kind: 'cadence', project, to, reason: cadence.why });
  }
  return changes;
}

function dayOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * The written-down order of importance: turned red; got worse otherwise; milestones and ends that moved back; what was
 * corrected or withdrawn; moves between registers, new, paused, gone; then the good news: better, finished, earlier.
 */
export function weightOf(change: DigestChange): number {
  switch (change.kind) {
    case 'health':
      if (change.to === 'red') return 0;
      return change.from === null || worsening(change.from, change.to) > 0 ? 1 : 6;
    case 'milestone':
      return change.to > change.from ? 2 - lateness(change.from, change.to) : 8;
    case 'end':
      if (change.to === null || change.from === null) return 3;
      return change.to > change.from ? 2 - lateness(change.from, change.to) : 8;
    case 'corrected':
    case 'withdrawn':
      return 4;
    case 'register':
    case 'new':
    case 'removed':
    case 'paused':
    case 'cadence':
      return 5;
    case 'finished':
      return 7;
  }
}

/** Below one; grows with the days something slipped, so that the longest slip comes first. */
function lateness(from: string, to: string): number {
  const days = daysBetween(from, to);
  return (days / (days + 30)) * 0.9;
}

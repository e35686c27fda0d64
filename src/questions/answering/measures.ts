import { daysBetween } from '../../programme/calendar.js';
import type { Project } from '../../programme/programme.js';
import type { Measure } from '../question.js';
import type { Scope } from './scope.js';
import { newestReport } from './status.js';

/**
 * What a project states of a measure, null where it does not: euros, days of work, full-time equivalents, per cent of
 * progress as last reported, whole days from start to end.
 */
export function measureOf(scope: Scope, project: Project, measure: Measure): number | null {
  switch (measure) {
    case 'progress':
      return newestReport(scope.portfolio, project.id)?.progress ?? null;
    case 'duration':
      return project.start && project.end ? daysBetween(project.start, project.end) : null;
    default:
      return project.resources[measure];
  }
}

import type { Project } from '../../programme/programme.js';
import type { Fact } from '../fact.js';
import type { Field } from '../question.js';
import type { Scope } from './scope.js';
import { newestReport, openDecisions, statusOf } from './status.js';
import { standingReports } from '../../programme/portfolio.js';

/** What a project states in one field; empty lists and texts count as not stated. */
export function factOf(scope: Scope, project: Project, field: Field): Fact {
  const report = (): ReturnType<typeof newestReport> => newestReport(scope.portfolio, project.id);
  switch (field) {
    case 'lead':
    case 'start':
    case 'end':
    case 'register':
    case 'assessment':
      return { field, value: project[field] } as Fact;
    case 'affects':
      return { field, value: project.affects === 'all' ? 'all' : filled(project.affects) };
    case 'investment':
    case 'runningPerYear':
    case 'personnelDays':
    case 'fte':
    case 'funding':
      return { field, value: project.resources[field] } as Fact;
    case 'goals':
    case 'objectives':
    case 'legalBasis':
    case 'targetGroups':
    case 'actionFields':
    case 'milestones':
    case 'links':
      return { field, value: filled<unknown>(project[field]) } as Fact;
    case 'climate':
      return { field, value: project.climate === 'unknown' ? null : project.climate };
    case 'summary':
      return { field, value: Object.values(project.summary).some(Boolean) ? project.summary : null };
    case 'deputies':
      return { field, value: filled(project.lead.deputies) };
    case 'status':
      return { field, value: statusOf(scope, project.id) };
    case 'progress':
      return { field, value: report()?.progress ?? null };
    case 'risk':
      return { field, value: report()?.risk || null };
    case 'nextSteps':
      return { field, value: report()?.nextSteps || null };
    case 'decision':
      return { field, value: filled(openDecisions(scope.portfolio, project.id)) };
    case 'history':
      return { field, value: filled(standingReports(scope.portfolio, project.id)) };
  }
}

function filled<T>(list: readonly T[]): T[] | null {
  return list.length > 0 ? [...list] : null;
}

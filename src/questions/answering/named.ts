import type { Body } from '../answer.js';

/** The projects that are part of an answer, in the order they are named. */
export function namedIn(body: Body): string[] {
  switch (body.kind) {
    case 'projects':
    case 'count':
    case 'existence':
      return body.lines.map((line) => line.project);
    case 'project':
    case 'facts':
    case 'verdict':
    case 'reason':
    case 'history':
      return [body.project];
    case 'comparison':
      return body.projects;
    case 'missingReports':
      return body.lines.map((line) => line.project);
    case 'aggregate':
      return body.holders;
    case 'organisation':
      return [...body.leads, ...body.affected].map((line) => line.project);
    case 'changes':
      return [...new Set([...body.health.map(({ project }) => project), ...body.edits.map(({ id }) => id)])];
    case 'milestones':
      return [...new Set(body.items.map(({ project }) => project))];
    case 'agenda': {
      const due = [...body.milestones, ...body.decisions].map(({ project }) => project);
      return [...new Set([...body.starts, ...body.ends, ...due])];
    }
    case 'groups':
      return [...new Set(body.rows.flatMap(({ listed }) => listed ?? []))];
    case 'decisions':
      return [...new Set(body.decisions.map(({ project }) => project))];
    default:
      return [];
  }
}

import type { Portfolio } from '../programme/portfolio.js';
import { decisionAt } from './decisions.js';
import { programmeEvents } from './edits.js';
import { nounsAt, projectsAt } from './projects-at.js';

/**
 * What was known at an instant of names, fields and decisions, for showing a digest as it went out. A project that has
 * left the programme since stays away: history keeps no more of it than its name (see `lastName`).
 */
export function asOf(portfolio: Portfolio, at: Date): Portfolio {
  const { programme, history } = portfolio;
  const imports = programmeEvents(history);
  const projects = projectsAt(programme.projects, imports, at);
  const actionFields = nounsAt('actionField', programme.actionFields, imports, at);
  const decisions = [...portfolio.decisions].flatMap(([id, decision]) => {
    const then = decisionAt(decision, at);
    return then ? [[id, then] as const] : [];
  });
  return {
    ...portfolio,
    programme: { ...programme, projects: [...projects], actionFields: [...actionFields] },
    projects: new Map(projects.map((project) => [project.id, project])),
    decisions: new Map(decisions),
  };
}

import { standingReports, type Portfolio } from '../programme/portfolio.js';
import type { Milestone, Project } from '../programme/programme.js';
import { wordings } from '../programme/text.js';

/** How often the standing reports put a milestone to a later day than was said before. */
export function timesMoved(portfolio: Portfolio, project: Project, milestone: Milestone): number {
  const names = wordings(milestone.title);
  const days = standingReports(portfolio, project.id)
    .flatMap((report) => report.milestones.filter(({ title }) => names.includes(title)))
    .map(({ due }) => due);
  return days.filter((day, index) => index > 0 && day > (days[index - 1] ?? '')).length;
}

/** The milestones still to be reached, the earliest first. */
export function openMilestones(project: Project): Milestone[] {
  return project.milestones.filter(({ done }) => done === null).sort((a, b) => a.due.localeCompare(b.due));
}

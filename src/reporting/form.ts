import { latestReport, type Portfolio } from '../programme/portfolio.js';
import type { StatusReport } from '../programme/report.js';
import type { Shown, Typed } from './fields.js';
import { openWish } from './submission.js';

/** What a form starts from: the last report's values; a wish that is settled by now is not repeated. */
export function startingValues(portfolio: Portfolio, project: string, from = latestReport(portfolio, project)): Shown {
  const wish = from?.decision && openWish(portfolio, project, from.decision) ? from.decision : null;
  return {
    health: from?.health ?? '',
    progress: from?.progress === null || from?.progress === undefined ? '' : String(from.progress),
    summary: from?.summary ?? '',
    nextSteps: from?.nextSteps ?? '',
    risk: from?.risk ?? '',
    decision: wish?.text ?? '',
    decisionBy: wish?.by ?? '',
    officeNote: '',
  };
}

/** Whether anything was filled in. */
export function isEmpty(typed: Typed): boolean {
  const { milestones: _, ...fields } = typed;
  return Object.values(fields).every((value) => value === undefined || value === null || value === '');
}

/** Whether the form still says what it started from, so that sending it means "nothing changed". */
export function isUntouched(values: Shown, start: Shown, last: StatusReport | undefined): boolean {
  return last !== undefined && (Object.keys(start) as (keyof Shown)[]).every((field) => values[field] === start[field]);
}

import type { Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { DayRange } from '../../question.js';
import { reportsIn } from '../reported.js';
import type { Scope } from '../scope.js';

/** The standing reports of one project, oldest first, one a week; `during` keeps weeks that touch the range. */
export function history({ portfolio }: Scope, { id }: Project, during: DayRange | null): Body {
  return { kind: 'history', project: id, reports: reportsIn(portfolio, id, during), during };
}

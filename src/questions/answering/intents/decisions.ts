import { isOpen } from '../../../programme/decision.js';
import type { Body } from '../../answer.js';
import type { Question } from '../../question.js';
import { matcher } from '../matches.js';
import type { Scope } from '../scope.js';

/** What the steering group is asked to decide or has decided; open ones by the day they are wanted, then newest first. */
export function decisions(scope: Scope, { open, project, filters }: Extract<Question, { intent: 'decisions' }>): Body {
  const test = matcher(scope, filters);
  const { portfolio } = scope;
  const found = [...portfolio.decisions.values()].filter((decision) => {
    const about = portfolio.projects.get(decision.project);
    return (
      (project === null || decision.project === project) &&
      decision.retractedAt === null &&
      (open === null || isOpen(decision) === open) &&
      about !== undefined &&
      test(about) !== false
    );
  });
  const key = (decision: (typeof found)[number]): string => (isOpen(decision) ? `0${decision.by ?? '9999'}` : '1');
  found.sort((a, b) => key(a).localeCompare(key(b)) || (a.askedAt < b.askedAt ? 1 : -1));
  return { kind: 'decisions', decisions: found, open, project };
}

import type { Answer } from '../../questions/answer.js';
import type { Filters } from '../../questions/question.js';
import { t } from '../../locales/index.js';
import type { View } from './view.js';
import { agendaView } from './views/agenda.js';
import { aggregateView } from './views/aggregate.js';
import { changesView } from './views/changes.js';
import { clarifyView, notUnderstoodView } from './views/choices.js';
import { comparisonView } from './views/comparison.js';
import { conceptView } from './views/concept.js';
import { countView } from './views/count.js';
import { decisionsView } from './views/decisions.js';
import { existenceView } from './views/existence.js';
import { factsView } from './views/facts.js';
import { groupsView } from './views/groups.js';
import { goneView, helpView, outOfScopeView } from './views/help.js';
import { historyView } from './views/history.js';
import { milestonesView } from './views/milestones.js';
import { missingReportsView } from './views/missing-reports.js';
import { noneView } from './views/none.js';
import { organisationView } from './views/organisation.js';
import { overviewView, programmeView } from './views/overview.js';
import { projectView } from './views/project.js';
import { projectsView } from './views/projects.js';
import { reasonView } from './views/reason.js';
import { verdictView } from './views/verdict.js';
import type { Speaker } from './words/speaker.js';

/** Who reads the answer, as far as it changes what is offered. */
export interface Reader {
  /** Their department, for example questions. */
  department: string | null;
  /** Whether they may report on a project; then its card offers it. */
  mayReport(project: string): boolean;
  /** Whether they may decide for the steering group; then open decisions come with the buttons. */
  mayDecide?: boolean;
}

/** Each kind of answer has its own view. */
export function viewOf(speaker: Speaker, { body, question }: Answer, reader: Reader): View {
  const filters: Filters = 'filters' in question ? question.filters : {};
  switch (body.kind) {
    case 'projects':
      return projectsView(speaker, body, question);
    case 'none':
      return noneView(speaker, body, filters);
    case 'count':
      return countView(speaker, body, filters);
    case 'aggregate':
      return aggregateView(speaker, body, filters);
    case 'groups':
      return groupsView(speaker, body, filters);
    case 'project':
      return projectView(speaker, body, reader.mayReport(body.project));
    case 'facts':
      return factsView(speaker, body);
    case 'verdict':
      return verdictView(speaker, body);
    case 'reason':
      return reasonView(speaker, body);
    case 'existence':
      return existenceView(speaker, body, filters);
    case 'comparison':
      return comparisonView(speaker, body);
    case 'organisation':
      return organisationView(speaker, body);
    case 'changes':
      return changesView(speaker, body);
    case 'history':
      return historyView(speaker, body);
    case 'decisions':
      return decisionsView(speaker, body, filters, reader.mayDecide ?? false);
    case 'milestones':
      return milestonesView(speaker, body);
    case 'agenda':
      return agendaView(speaker, body);
    case 'missingReports':
      return missingReportsView(speaker, body, filters);
    case 'concept':
      return conceptView(speaker, body);
    case 'overview':
      return overviewView(speaker, body);
    case 'programme':
      return programmeView(speaker);
    case 'clarify':
      return clarifyView(speaker, body);
    case 'notUnderstood':
      return notUnderstoodView(speaker, body);
    case 'gone':
      return goneView(speaker, body);
    case 'outOfScope':
      return outOfScopeView(speaker, reader.department);
    case 'help':
    case 'greeting':
      return helpView(speaker, body.kind, reader.department);
    case 'thanks':
      return { point: t(speaker.lang, 'thanks.point'), card: null, lines: [], actions: [] };
  }
}

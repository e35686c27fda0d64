import { t } from '../../../locales/index.js';
import { latestReport, type Portfolio } from '../../../programme/portfolio.js';
import type { Body } from '../../../questions/answer.js';
import { PAGE } from '../../../questions/answering/page.js';
import type { Filters } from '../../../questions/question.js';
import type { View } from '../view.js';
import { week } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { itemRow } from './project-rows.js';
import { allAction, spokenSections } from './projects.js';
import { sectionsCard } from './sections.js';

/** Projects whose status of the week is missing, with the last week they spoke. */
export function missingReportsView(
  speaker: Speaker,
  body: Extract<Body, { kind: 'missingReports' }>,
  filters: Filters,
): View {
  const { lang, names, portfolio } = speaker;
  const { lines } = body;
  const point = t(lang, lines.length === 0 ? 'missing.none' : 'missing.point', {
    week: week(lang, body.week),
    count: lines.length,
    due: body.due,
  });
  const rows = lines.slice(0, PAGE).map(({ project, status }) =>
    itemRow(speaker, project, {
      line: names.departmentShort(portfolio.projects.get(project)?.lead.department ?? ''),
      value: status ? t(lang, 'missing.last', { week: week(lang, status.week) }) : t(lang, none(portfolio, project)),
    }),
  );
  const sections = [{ heading: '', rows }];
  return {
    point,
    card: sectionsCard(sections),
    lines: spokenSections(sections),
    actions: lines.length > PAGE ? [allAction(speaker, { ...filters, reportMissing: true }, lines.length)] : [],
  };
}

/** What is said of a project without a report up to the week: there may be one for a later week. */
function none(portfolio: Portfolio, project: string): 'missing.notBefore' | 'missing.never' {
  return latestReport(portfolio, project) ? 'missing.notBefore' : 'missing.never';
}

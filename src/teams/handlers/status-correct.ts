import { formCard } from '../../cards/status/form.js';
import { t } from '../../locales/index.js';
import { standingReports } from '../../programme/portfolio.js';
import type { Services } from '../services.js';
import { type Reply, type Turn, words } from '../turn.js';
import { readStatusData } from './status-data.js';
import { forbidden, freshForm, mayReportNow } from './status-open.js';
import { inPlace } from './status-reply.js';

/** A button that opens a report that was sent, to be replaced by a better one. */
export function correctReport(services: Services, turn: Turn): Reply {
  const { portfolio, lang } = turn;
  const data = readStatusData(turn.action?.data ?? {});
  const project = portfolio.projects.get(data.project ?? '');
  if (!project) return words(t(lang, 'report.notice.goneMessage'));
  if (!mayReportNow(turn, project)) return forbidden(turn, project);
  const report = standingReports(portfolio, project.id).find(({ id }) => id === data.report);
  if (!report) return words(t(lang, 'report.notice.replaced'));
  const card = formCard(portfolio, freshForm(services, turn, [project.id], { from: report }), lang);
  return inPlace(turn, card, t(lang, 'report.saved.correct'));
}

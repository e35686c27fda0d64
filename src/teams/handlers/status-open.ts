import { randomUUID } from 'node:crypto';
import { formCard } from '../../cards/status/form.js';
import { mineCard, type Purpose } from '../../cards/status/mine.js';
import { projectTitle } from '../../cards/status/words.js';
import { md } from '../../cards/escape.js';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import { reportingRole } from '../../programme/policies/report.js';
import { cadenceOf } from '../../programme/policies/due.js';
import type { Project } from '../../programme/programme.js';
import type { StatusReport } from '../../programme/report.js';
import { standIns } from '../../reporting/absence.js';
import { withDrafts } from '../../reporting/draft.js';
import { fitted, formEntry, type FormEntry, type StatusForm } from '../../reporting/form.js';
import { openWeek } from '../../reporting/moments.js';
import { ownProjects, type OwnProject } from '../../reporting/mine.js';
import { reportableWeeks, reportingWeek } from '../../reporting/week.js';
import type { Services } from '../services.js';
import { type Reply, type Turn, words } from '../turn.js';
import { readStatusData } from './status-data.js';
import { draftsOf, dropDrafts } from './status-drafts.js';
import { inPlace } from './status-reply.js';

/** The command `status`: the form for the projects somebody leads, a choice, or what to do instead. */
export async function startStatus(services: Services, turn: Turn): Promise<Reply> {
  const own = ownProjectsOf(services, turn);
  if (own.length === 0) return noProjects(turn);
  const asked = own.filter(({ as, project }) => as !== 'deputy' && isAsked(turn, project));
  const candidates = asked.length > 0 ? asked : own;
  const [only] = candidates;
  if (candidates.length === 1 && only) return form(services, turn, [only.project]);
  if (asked.length > 0)
    return form(
      services,
      turn,
      asked.map(({ project }) => project),
    );
  return list(services, turn, own, own.some(({ missing }) => missing) ? 'choose' : 'noneDue', 0);
}

/** "My projects": each with health, when last reported, and a button. */
export function showMine(services: Services, turn: Turn): Reply {
  const own = ownProjectsOf(services, turn);
  if (own.length === 0) return noProjects(turn);
  const { page, purpose } = readStatusData(turn.action?.data ?? {});
  return list(services, turn, own, purpose ?? 'mine', page);
}

/** A button that opens the form of one project. */
export async function openForm(services: Services, turn: Turn): Promise<Reply> {
  const data = readStatusData(turn.action?.data ?? {});
  const project = turn.portfolio.projects.get(data.project ?? '');
  if (!project) return words(t(turn.lang, data.project ? 'report.notice.goneMessage' : 'report.notice.lost'));
  if (!mayReportNow(turn, project)) return forbidden(turn, project);
  return form(services, turn, [project.id], { week: data.week });
}

/** A button that opens the form of all projects that owe a report. */
export async function openAll(services: Services, turn: Turn): Promise<Reply> {
  const owed = ownProjectsOf(services, turn).filter(({ missing, as }) => missing && as !== 'deputy');
  return owed.length === 0
    ? showMine(services, turn)
    : form(
        services,
        turn,
        owed.map(({ project }) => project),
      );
}

/** A button that throws a draft away and starts afresh. */
export async function discardDraft(services: Services, turn: Turn): Promise<Reply> {
  const data = readStatusData(turn.action?.data ?? {});
  const own = (data.projects ?? [data.project]).filter((id): id is string => id !== null && mayReport(turn, id));
  if (own.length === 0) return words(t(turn.lang, 'report.notice.lost'));
  await dropDrafts(services, turn, own);
  return { kind: 'card', card: formCard(turn.portfolio, freshForm(services, turn, own), turn.lang) };
}

/** As `mayReportNow`, for an id that may be none. */
export function mayReport(turn: Turn, id: string): boolean {
  const project = turn.portfolio.projects.get(id);
  return project !== undefined && mayReportNow(turn, project);
}

/** Whether who acts may report on a project today: by their role, or standing in for somebody who is away. */
export function mayReportNow({ actor, portfolio, now }: Turn, project: Project): boolean {
  const today = dayOf(now, portfolio.programme.timeZone);
  return reportingRole(actor.person, project, standIns(portfolio, project, today)) !== null;
}

/** The answer to somebody who may not report on a project. */
export function forbidden({ portfolio, lang }: Turn, project: Project): Reply {
  return words(t(lang, 'report.notice.forbidden', { project: md(projectTitle(portfolio, project.id, lang)) }));
}

/** A form for projects, filled in, that has not been shown before. */
export function freshForm(
  services: Services,
  turn: Turn,
  projects: readonly string[],
  options: { week?: string | null; from?: StatusReport } = {},
): StatusForm {
  const { portfolio, now } = turn;
  const { timeZone } = portfolio.programme;
  const today = dayOf(now, timeZone);
  const fixed = options.week && reportableWeeks(now, timeZone).includes(options.week) ? options.week : null;
  const weekFor = (project: string) =>
    options.from?.week ?? fixed ?? reportingWeek(now, services.schedule, portfolio, project);
  const usual = reportingWeek(now, services.schedule, portfolio, projects[0] ?? '');
  const late = fixed !== null && fixed !== usual;
  const entries = projects.flatMap((id): FormEntry[] => {
    const project = portfolio.projects.get(id);
    return project ? [formEntry(portfolio, project, weekFor(id), today, { from: options.from })] : [];
  });
  const several = projects.length > 1;
  return {
    form: randomUUID(),
    seen: portfolio.history.at(-1)?.seq ?? null,
    several,
    week: several ? openWeek(now, services.schedule, portfolio.programme) : weekFor(projects[0] ?? ''),
    purpose: options.from ? 'correct' : late ? 'late' : 'status',
    corrects: options.from?.id ?? null,
    onBehalf: entries.some(({ project }) => reportsForLead(turn, project)),
    ...fitted(entries),
    notice: null,
  };
}

/** Whether somebody may report on a project only because they are the programme office. */
function reportsForLead({ actor, portfolio, now }: Turn, id: string): boolean {
  const project = portfolio.projects.get(id);
  const today = dayOf(now, portfolio.programme.timeZone);
  return (
    project !== undefined && reportingRole(actor.person, project, standIns(portfolio, project, today)) === 'office'
  );
}

async function form(
  services: Services,
  turn: Turn,
  projects: readonly string[],
  options: { week?: string | null } = {},
): Promise<Reply> {
  const { portfolio, lang, conversation } = turn;
  const fresh = freshForm(services, turn, projects, options);
  // What somebody typed for themselves is not shown to a channel.
  const drafts =
    fresh.purpose === 'status' && conversation.kind === 'personal' ? await draftsOf(services, turn, projects) : [];
  const card = formCard(portfolio, withDrafts(fresh, drafts, portfolio), lang);
  const names = projects.map((project) => projectTitle(portfolio, project, lang));
  return inPlace(turn, card, t(lang, 'report.form.said', { projects: md(names.join(', ')) }));
}

function list(services: Services, turn: Turn, own: readonly OwnProject[], purpose: Purpose, page: number): Reply {
  const { portfolio, lang, now } = turn;
  const week = openWeek(now, services.schedule, portfolio.programme);
  const card = mineCard(portfolio, own, { purpose, week, page }, lang);
  const names = own.map(({ project }) => projectTitle(portfolio, project, lang));
  return inPlace(turn, card, t(lang, 'report.mine.said', { projects: md(names.join(', ')) }));
}

function ownProjectsOf({ schedule }: Services, { portfolio, actor, now }: Turn): OwnProject[] {
  return ownProjects(portfolio, actor.person, openWeek(now, schedule, portfolio.programme), now);
}

function isAsked({ portfolio }: Turn, id: string): boolean {
  const project = portfolio.projects.get(id);
  return project !== undefined && cadenceOf(project) !== 'never';
}

function noProjects({ actor, portfolio, lang }: Turn): Reply {
  if (!actor.person) return words(t(lang, 'report.mine.unknown'));
  const running = portfolio.programme.projects.find(({ register }) => register === 'running');
  const example = running ?? portfolio.programme.projects[0];
  return words(t(lang, 'report.mine.none', { project: md(projectTitle(portfolio, example?.id ?? '', lang)) }));
}

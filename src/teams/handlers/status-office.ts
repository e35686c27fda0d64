import { createHash } from 'node:crypto';
import { missingCard } from '../../cards/status/missing.js';
import { projectTitle } from '../../cards/status/words.js';
import { noteCard } from '../../cards/status/note.js';
import { md } from '../../cards/escape.js';
import { listText, timeText, weekNumber } from '../../cards/format.js';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import type { ProgrammeEvent } from '../../programme/events.js';
import { isOffice } from '../../programme/policies/person.js';
import type { Project } from '../../programme/programme.js';
import { readAsk } from '../../reporting/ask-text.js';
import { askedPeople, openAsks } from '../../reporting/asks.js';
import { laterToday, openWeek } from '../../reporting/moments.js';
import type { AskedProject } from '../../reporting/plan.js';
import { missingProjects } from '../../reporting/requests.js';
import { reportableWeeks } from '../../reporting/week.js';
import { askKey } from '../../reporting/message-keys.js';
import { writtenToOn } from '../../reporting/written-to.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { isCommand } from './command.js';
import { readStatusData } from './status-data.js';
import { projectsMeant } from './status-words.js';
import { askWhich, MOST_CHOICES } from './which-project.js';

/** What the programme office can do about missing reports; to everybody else the same words are a question. */
export function officeStatusRoutes(services: Services): Route[] {
  return [
    {
      name: 'missing-reports',
      matches: (turn) =>
        isOffice(turn.actor.person) && isCommand(turn, ['fehlende berichte', 'missing reports', 'berichte', 'reports']),
      handle: (turn) => Promise.resolve(showMissing(services, turn)),
    },
    {
      name: 'ask-for-update',
      matches: (turn) => askedIn(turn).length > 0,
      handle: (turn) => Promise.resolve(proposeAsk(turn)),
    },
    {
      name: 'status.remind',
      matches: ({ action }) => action?.verb === 'status.remind',
      handle: (turn) => remindAll(services, turn),
    },
    {
      name: 'status.ask',
      matches: ({ action }) => action?.verb === 'status.ask',
      handle: (turn) => askForUpdate(services, turn),
    },
  ];
}

function showMissing(services: Services, turn: Turn): Reply {
  const { portfolio, lang } = turn;
  const { week, projects } = missingIn(services, turn, null);
  const names = projects.map(({ project }) => projectTitle(portfolio, project, lang));
  const args = { week: weekNumber(week), count: projects.length, projects: md(listText(names, lang)) };
  const card = missingCard(portfolio, { week, projects }, lang);
  return {
    kind: 'message',
    message: { summary: t(lang, 'report.office.title'), text: t(lang, 'report.office.said', args), card },
  };
}

/** One button reminds everybody whose report is missing. */
async function remindAll(services: Services, turn: Turn): Promise<Reply> {
  const { portfolio, lang, actor } = turn;
  if (!isOffice(actor.person)) return words(t(lang, 'report.office.forbidden'));
  const { week, projects } = missingIn(services, turn, readStatusData(turn.action?.data ?? {}).week);
  const later = soonAnyway(services, turn);
  if (later) return { kind: 'card', card: missingCard(portfolio, { week, projects }, lang, later) };
  const ids = projects.map(({ project }) => project);
  const { there, asked } = await toAsk(services, turn, ids);
  const projectsAsked = asked.map(({ project }) => project);
  if (projectsAsked.length > 0) await ask(services, turn, week, projectsAsked);
  const reached = new Set(there.map(({ project }) => project));
  const left = ids.filter((id) => !reached.has(id)).map((id) => projectTitle(portfolio, id, lang));
  const notice = [
    t(lang, 'report.office.reminded', { people: peopleIn(asked), already: peopleIn(there) - peopleIn(asked) }),
    ...(left.length > 0 ? [t(lang, 'report.office.unasked', { projects: md(listText(left, lang)) })] : []),
  ].join(' ');
  return { kind: 'card', card: missingCard(portfolio, { week, projects }, lang, notice) };
}

function peopleIn(asked: readonly { person: string }[]): number {
  return new Set(asked.map(({ person }) => person)).size;
}

/** The projects the office wants to hear from now; to everybody else the same words are a question. */
function askedIn(turn: Turn): Project[] {
  const subject = turn.action || !isOffice(turn.actor.person) ? null : readAsk(turn.text);
  const meant = subject === null ? [] : projectsMeant(turn, subject);
  return meant.length <= MOST_CHOICES ? meant : [];
}

/** Asks first, because somebody gets a message. */
function proposeAsk(turn: Turn): Reply {
  const { portfolio, lang } = turn;
  const projects = askedIn(turn);
  const [project, ...others] = projects;
  const go = (id: string) => ({ verb: 'status.ask', data: { project: id } });
  if (!project || others.length > 0) return askWhich(turn, projects, go);
  const text = t(lang, 'report.office.askSure', { project: md(projectTitle(portfolio, project.id, lang)) });
  const card = noteCard(text, lang, [
    { title: t(lang, 'report.office.ask'), ...go(project.id) },
    { title: t(lang, 'report.form.cancel'), verb: 'status.cancel', data: {} },
  ]);
  return { kind: 'message', message: { summary: text, text, card } };
}

/** A button, also on a project's history: how does it stand now? */
async function askForUpdate(services: Services, turn: Turn): Promise<Reply> {
  const { portfolio, lang, actor, now } = turn;
  if (!isOffice(actor.person)) return words(t(lang, 'report.office.forbidden'));
  const { project: id } = readStatusData(turn.action?.data ?? {});
  const project = portfolio.projects.get(id ?? '');
  if (!project) return words(t(lang, 'report.notice.goneMessage'));
  const title = md(projectTitle(portfolio, project.id, lang));
  const later = soonAnyway(services, turn);
  if (later) return words(later);
  const { there, asked } = await toAsk(services, turn, [project.id]);
  if (there.length === 0) return words(t(lang, 'report.office.askedNobody', { project: title }));
  if (asked.length === 0) return words(t(lang, 'report.office.askedAlready', { project: title }));
  await ask(services, turn, openWeek(now, services.schedule, portfolio.programme), [project.id]);
  return words(t(lang, 'report.office.asked', { project: title }));
}

function missingIn(
  services: Services,
  { portfolio, now }: Turn,
  wanted: string | null,
): { week: string; projects: AskedProject[] } {
  const { programme } = portfolio;
  const known = wanted && reportableWeeks(now, programme.timeZone).includes(wanted) ? wanted : null;
  const week = known ?? openWeek(now, services.schedule, programme);
  const projects = missingProjects(portfolio, week).map((project) => ({ project, insteadOf: null }));
  return { week, projects };
}

/** Says when people are written to today anyway; asked now as well, they would get two messages. Null when they are not. */
function soonAnyway({ schedule }: Services, { portfolio, lang, now }: Turn): string | null {
  const { programme } = portfolio;
  const later = laterToday(now, schedule, programme);
  if (!later) return null;
  return t(lang, 'report.office.askedLater', { time: timeText(later.toISOString(), programme.timeZone) });
}

/** Who answers for projects, and those of them who have not been written to today. Who presses the button is not asked. */
async function toAsk({ store, schedule }: Services, { portfolio, actor, now }: Turn, ids: string[]) {
  const day = dayOf(now, portfolio.programme.timeZone);
  const there = askedPeople(portfolio, ids, day).filter(({ person }) => person !== actor.person?.id);
  const told = new Set<string>(
    openAsks(portfolio, now).flatMap(({ person, key }) => (key === askKey(day, person) ? [person] : [])),
  );
  for (const person of new Set(there.map((one) => one.person)))
    if (!told.has(person) && (await writtenToOn({ store, portfolio, schedule }, person, now))) told.add(person);
  return { there, asked: there.filter(({ person }) => !told.has(person)) };
}

async function ask(services: Services, { actor, now }: Turn, week: string, projects: string[]): Promise<void> {
  const key = createHash('sha256')
    .update([now.toISOString().slice(0, 16), ...projects].join('\n'))
    .digest('hex');
  const event: ProgrammeEvent = {
    id: `ask-${key.slice(0, 24)}`,
    type: 'update.asked',
    at: now.toISOString(),
    by: actor.person?.id ?? null,
    why: null,
    data: { week, projects },
  };
  await services.ledger.record([event], now);
  services.speakSoon?.();
}

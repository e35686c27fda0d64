import { DateTime } from 'luxon';
import { md } from '../../../cards/escape.js';
import { dayText, listText, timeText, weekNumber } from '../../../cards/format.js';
import { projectTitle } from '../../../cards/project-title.js';
import { t } from '../../../locales/index.js';
import { addWeeks, dayOf } from '../../../programme/calendar.js';
import { reportDue } from '../../../programme/policies/due.js';
import { isOffice, isSteering } from '../../../programme/policies/person.js';
import { standingReports } from '../../../programme/portfolio.js';
import type { Schedule } from '../../../programme/schedule.js';
import { absences, type Absence } from '../../../reporting/absence.js';
import { ownProjects } from '../../../reporting/mine.js';
import { momentsOf, openWeek } from '../../../reporting/moments.js';
import type { Turn } from '../../turn.js';

/** Monthly projects are asked within so many weeks. */
const WEEKS_AHEAD = 6;

/** When the next digest goes out, and about which week. */
export function nextDigestText(turn: Turn, schedule: Schedule): string {
  const { lang, now, portfolio } = turn;
  const { week, digest } = momentsOf(openWeek(now, schedule, portfolio.programme), schedule, portfolio.programme);
  return t(lang, 'about.nextDigest', { week: weekNumber(week), moment: momentText(turn, digest) });
}

/** What somebody still owes for the week being collected and until when, else when they are asked next. */
export function dueText(turn: Turn, schedule: Schedule): string {
  const { lang, now, portfolio, actor } = turn;
  if (!actor.person) return t(lang, 'about.due.unknown');
  const week = openWeek(now, schedule, portfolio.programme);
  const own = ownProjects(portfolio, actor.person, week, now).filter(({ as }) => as !== 'deputy');
  const owed = own.filter(({ missing }) => missing).map(({ project }) => project);
  if (owed.length > 0) {
    const moment = momentText(turn, momentsOf(week, schedule, portfolio.programme).digest);
    return t(lang, 'about.due.now', { week: weekNumber(week), moment, projects: titles(turn, owed) });
  }
  for (let ahead = 1; ahead <= WEEKS_AHEAD; ahead++) {
    const next = addWeeks(week, ahead);
    const asked = own.flatMap(({ project: id }) => {
      const project = portfolio.projects.get(id);
      return project && reportDue(project, next) ? [id] : [];
    });
    if (asked.length === 0) continue;
    const moments = momentsOf(next, schedule, portfolio.programme);
    return t(lang, 'about.due.next', {
      week: weekNumber(week),
      projects: titles(turn, asked),
      request: momentText(turn, moments.request),
      digest: momentText(turn, moments.digest),
    });
  }
  return t(lang, own.length > 0 ? 'about.due.never' : 'about.due.none');
}

/** Who is away now or later, by what they are responsible for. */
export function awayText(turn: Turn): string {
  const { lang, now, portfolio } = turn;
  const today = dayOf(now, portfolio.programme.timeZone);
  const lines = absences(portfolio)
    .filter(({ to }) => to >= today)
    .sort((a, b) => a.from.localeCompare(b.from))
    .map((absence) =>
      t(lang, 'about.away.line', {
        role: md(roleText(turn, absence)),
        from: dayText(absence.from, lang),
        to: dayText(absence.to, lang),
        now: absence.from <= today ? 'yes' : 'no',
        substitute: absence.substitute ? 'yes' : 'no',
      }),
    );
  if (lines.length === 0) return t(lang, 'about.away.none');
  return [t(lang, 'about.away.heading', { count: lines.length }), ...lines.map((line) => `- ${line}`)].join('\n\n');
}

/** As of which day the programme is, and when the newest report came. */
export function freshnessText(turn: Turn): string {
  const { lang, portfolio } = turn;
  const { asOf, timeZone } = portfolio.programme;
  const imported = portfolio.history.findLast(({ type }) => type === 'programme.imported')?.at;
  const given = [...portfolio.reports.keys()].flatMap((project) =>
    standingReports(portfolio, project).map(({ submittedAt }) => Date.parse(submittedAt)),
  );
  const newest = given.reduce((last, at) => Math.max(last, at), 0);
  const day = asOf ?? (imported ? dayOf(imported, timeZone) : null);
  return [
    day ? t(lang, 'about.freshness.programme', { day: dayText(day, lang) }) : '',
    newest > 0
      ? t(lang, 'about.freshness.report', { moment: momentText(turn, new Date(newest)) })
      : t(lang, 'about.freshness.noReport'),
    t(lang, 'about.freshness.answers'),
  ]
    .filter(Boolean)
    .join(' ');
}

function roleText(turn: Turn, { person: id }: Absence): string {
  const { lang, portfolio } = turn;
  const led = [...portfolio.projects.values()].filter(({ lead }) => lead.person === id).map((project) => project.id);
  if (led.length > 0) {
    const projects = led.map((project) => projectTitle(portfolio, project, lang));
    return t(lang, 'about.away.lead', { projects: listText(projects, lang) });
  }
  const person = portfolio.programme.people.find((each) => each.id === id) ?? null;
  if (isOffice(person)) return t(lang, 'about.away.office');
  return t(lang, isSteering(person) ? 'about.away.steering' : 'about.away.other');
}

function titles({ portfolio, lang }: Turn, projects: readonly string[]): string {
  return md(
    listText(
      projects.map((project) => projectTitle(portfolio, project, lang)),
      lang,
    ),
  );
}

function momentText({ lang, portfolio }: Turn, at: Date): string {
  const { timeZone } = portfolio.programme;
  const instant = at.toISOString();
  return t(lang, 'about.moment', {
    weekday: DateTime.fromJSDate(at, { zone: timeZone }).setLocale(lang).toFormat('cccc'),
    day: dayText(dayOf(instant, timeZone), lang),
    time: timeText(instant, timeZone),
  });
}

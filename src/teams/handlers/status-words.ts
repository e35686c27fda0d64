import { formCard } from '../../cards/status/form.js';
import { projectTitle } from '../../cards/status/words.js';
import { md } from '../../cards/escape.js';
import { weekNumber } from '../../cards/format.js';
import { t } from '../../locales/index.js';
import { dayOf, weekOf } from '../../programme/calendar.js';
import type { Filters } from '../../questions/question.js';
import type { Project } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import type { Shown } from '../../reporting/fields.js';
import { readToldStatus, type ToldStatus } from '../../reporting/free-text.js';
import { withWeek } from '../../reporting/typed-week.js';
import { reportableWeeks } from '../../reporting/week.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words as sayWords } from '../turn.js';
import { understandingOf } from '../../questions/understanding/prepared.js';
import { forbidden, freshForm, mayReportNow } from './status-open.js';
import { askWhich, MOST_CHOICES } from './which-project.js';

const ABOUT =
  /^status\s+(?:zu[mr]?\s+|von\s+|für\s+|of\s+|for\s+|on\s+)?(?:de[mnrs]\s+|die\s+|das\s+|the\s+)?(.{2,80})$/iu;

/** A status told in words becomes a filled form; "status" and a project's name opens its form for those who may report. */
export function statusWordsRoutes(services: Services): Route[] {
  return [
    {
      name: 'status-told',
      matches: (turn) => toldIn(turn) !== null,
      handle: (turn) => Promise.resolve(openTold(services, turn)),
    },
    {
      name: 'status-of',
      matches: (turn) => askedFor(turn) !== null,
      handle: (turn) => Promise.resolve(openAsked(services, turn)),
    },
  ];
}

function openTold(services: Services, turn: Turn): Reply {
  const told = toldIn(turn);
  if (!told) return { kind: 'nothing' };
  if (!mayReportNow(turn, told.project)) return forbidden(turn, told.project);
  return formReply(services, turn, told.project, told.status);
}

function openAsked(services: Services, turn: Turn): Reply {
  const asked = askedFor(turn);
  if (!asked) return { kind: 'nothing' };
  const { projects, week } = asked;
  const refused = week && refusedWeek(turn, week);
  if (refused) return sayWords(refused);
  const [project, ...others] = projects;
  if (project && others.length === 0) return formReply(services, turn, project, null, week);
  return askWhich(turn, projects, (id) => ({ verb: 'status.open', data: { project: id, ...(week ? { week } : {}) } }));
}

function toldIn(turn: Turn): { project: Project; status: ToldStatus } | null {
  if (turn.action) return null;
  const status = readToldStatus(turn.text, dayOf(turn.now, turn.portfolio.programme.timeZone));
  const project = status && projectMeant(turn, status.subject);
  // Of whoever may not report, a plain sentence is taken for what they want to know.
  return status && project && !(status.plain && !mayReportNow(turn, project)) ? { project, status } : null;
}

/** Staff who may not report want to be told the status instead; that is a question. */
function askedFor(turn: Turn): { projects: Project[]; week: string | null } | null {
  const said = turn.text.trim().replace(/(?<=[\p{L}\d])[.!]+$/u, '');
  const [, words] = turn.action || turn.text.includes('?') ? [] : (ABOUT.exec(said) ?? []);
  if (!words) return null;
  // A title may itself end like a week.
  const whole = titled(turn, words);
  const typed = whole ? null : withWeek(words, weekOf(turn.now, turn.portfolio.programme.timeZone));
  const meant = whole ? [whole] : projectsMeant(turn, typed?.rest ?? words);
  const projects = meant.filter((project) => mayReportNow(turn, project));
  if (projects.length === 0 || projects.length > MOST_CHOICES) return null;
  return { projects, week: typed?.week ?? null };
}

/** Why no report can be given for a week, or null where one can. */
function refusedWeek({ now, portfolio, lang }: Turn, week: string): string | null {
  const weeks = reportableWeeks(now, portfolio.programme.timeZone);
  if (weeks.includes(week)) return null;
  const [current = week] = weeks;
  const args = { week: weekNumber(week), current: weekNumber(current), oldest: weekNumber(weeks.at(-1) ?? current) };
  return t(lang, week > current ? 'report.week.ahead' : 'report.week.tooOld', args);
}

/** The one project whose title is said word for word. */
function titled({ portfolio }: Turn, words: string): Project | null {
  const said = words.trim().toLowerCase();
  const called = [...portfolio.projects.values()].filter(({ title }) =>
    wordings(title).some((each) => each.toLowerCase() === said),
  );
  return called.length === 1 ? (called[0] ?? null) : null;
}

/** The project words name; of several that could be meant the only one the person may report on. */
export function projectMeant(turn: Turn, words: string): Project | null {
  const meant = projectsMeant(turn, words);
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** The projects words may name: the one that is meant, or of several those the person may report on. */
export function projectsMeant(turn: Turn, words: string): Project[] {
  const { portfolio, actor, lang, now } = turn;
  const called = titled(turn, words);
  if (called) return [called];
  const asker = { person: actor.person?.id ?? null, department: actor.person?.department ?? null, lang };
  const understanding = understandingOf(portfolio.programme);
  const { question } = understanding.read(words, { asker, context: null, now });
  if (question.intent === 'project' || question.intent === 'fact')
    return [portfolio.projects.get(question.project) ?? []].flat();
  const ids =
    question.intent === 'clarify' && question.about === 'project'
      ? question.options.map(({ id }) => id)
      : question.intent === 'list'
        ? understanding.topic(onlyTopic(question.filters)).map(({ project }) => project)
        : [];
  const found = ids.flatMap((id) => portfolio.projects.get(id) ?? []);
  const [only, ...others] = found;
  if (only && others.length === 0) return [only];
  return found.filter((project) => mayReportNow(turn, project));
}

/** As a question one word asks what there is about it; said of a project it is a piece of its name. */
function onlyTopic({ topic, ...others }: Filters): readonly string[] {
  return Object.keys(others).length === 0 ? (topic ?? []) : [];
}

function formReply(
  services: Services,
  turn: Turn,
  project: Project,
  told: ToldStatus | null,
  week: string | null = null,
): Reply {
  const { portfolio, lang } = turn;
  const fresh = freshForm(services, turn, [project.id], { week });
  const entries = fresh.entries.map((entry) =>
    told ? { ...entry, values: filled(entry.values, told), hints: [] } : entry,
  );
  const form = { ...fresh, entries, notice: told ? { kind: 'understood' as const } : null };
  const text = t(lang, 'report.form.said', { projects: md(projectTitle(portfolio, project.id, lang)) });
  return { kind: 'message', message: { summary: text, text, card: formCard(portfolio, form, lang) } };
}

/** What was said goes over what was there; a risk of last week goes when all is well now. */
function filled(start: Shown, { values }: ToldStatus): Shown {
  const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  return { ...start, ...(values.health === 'green' ? { risk: '' } : {}), ...said };
}

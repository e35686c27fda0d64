import { formCard } from '../../cards/status/form.js';
import { projectTitle } from '../../cards/status/words.js';
import { md } from '../../cards/escape.js';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import type { Project } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import type { Shown } from '../../reporting/fields.js';
import { readToldStatus, type ToldStatus } from '../../reporting/free-text.js';
import type { Services } from '../services.js';
import type { Reply, Route, Turn } from '../turn.js';
import { understandingOf } from '../../questions/understanding/prepared.js';
import { forbidden, freshForm, mayReportNow } from './status-open.js';

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
  const project = askedFor(turn);
  return project ? formReply(services, turn, project, null) : { kind: 'nothing' };
}

function toldIn(turn: Turn): { project: Project; status: ToldStatus } | null {
  if (turn.action) return null;
  const status = readToldStatus(turn.text, dayOf(turn.now, turn.portfolio.programme.timeZone));
  const project = status && projectMeant(turn, status.subject);
  return status && project ? { project, status } : null;
}

/** Staff who may not report want to be told the status instead; that is a question. */
function askedFor(turn: Turn): Project | null {
  const [, words] = turn.action || turn.text.includes('?') ? [] : (ABOUT.exec(turn.text.trim()) ?? []);
  const project = words ? projectMeant(turn, words) : null;
  return project && mayReportNow(turn, project) ? project : null;
}

/** The project words name; of several that could be meant the only one the person may report on. */
export function projectMeant(turn: Turn, words: string): Project | null {
  const { portfolio, actor, lang, now } = turn;
  const called = [...portfolio.projects.values()].filter(({ title }) => wordings(title).some(isSaid));
  if (called.length === 1) return called[0] ?? null;
  const asker = { person: actor.person?.id ?? null, department: actor.person?.department ?? null, lang };
  const { question } = understandingOf(portfolio.programme).read(words, { asker, context: null, now });
  if (question.intent === 'project' || question.intent === 'fact')
    return portfolio.projects.get(question.project) ?? null;
  const ids = question.intent === 'clarify' && question.about === 'project' ? question.options.map(({ id }) => id) : [];
  const mine = ids.flatMap((id) => portfolio.projects.get(id) ?? []).filter((project) => mayReportNow(turn, project));
  return mine.length === 1 ? (mine[0] ?? null) : null;

  function isSaid(title: string): boolean {
    return title.toLowerCase() === words.trim().toLowerCase();
  }
}

function formReply(services: Services, turn: Turn, project: Project, told: ToldStatus | null): Reply {
  const { portfolio, lang } = turn;
  const fresh = freshForm(services, turn, [project.id]);
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

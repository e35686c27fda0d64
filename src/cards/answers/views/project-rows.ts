import { t } from '../../../locales/index.js';
import type { Project } from '../../../programme/programme.js';
import type { ProjectLine } from '../../../questions/answer.js';
import { md } from '../../escape.js';
import { shortened } from '../../format.js';
import { ageWords, healthWords } from '../words/facts.js';
import { amount, day } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';

/** One project of a list, ready for the template. */
export interface Row {
  title: string;
  line: string;
  /** A sentence under it; empty where there is none. */
  reason: string;
  value: string;
  color: string;
  /** How wide the value may get before it wraps, e.g. `100px`; absent: as wide as it is. */
  width?: string;
  action: object;
  /** An element below it, e.g. with buttons of its own. */
  below?: object;
  /** The whole row in plain words. */
  spoken: string;
}

/** What all projects of a list share and need not be said in each row. */
export interface Shared {
  lead: boolean;
  register: boolean;
  /** So few rows that each may say more. */
  few?: boolean;
}

const longest = ({ few }: Shared): number => (few ? LONGEST_OF_FEW : LONGEST);

/** Texts of people in a row, in characters, more where there are few rows; all of it stands in the project's details. */
const LONGEST = 200;
const LONGEST_OF_FEW = 600;
const FEW = 5;
/** After so many days a status is told with its age: what runs is asked for it every week. */
const OLD = 14;

/**
 * The colour of a health's word. Green and yellow letters are hard to read on white; their symbols bring the colour, so
 * that the word may be as dark as any other.
 */
export const HEALTH_COLOURS = { green: 'Default', amber: 'Default', red: 'Attention' } as const;

/** Rows as they stand on many cards, by project and by what else they depend on; only of the present day. */
const known = new WeakMap<Project, { today: string; rows: Map<string, Row> }>();

/** A project of a list with what the list does not share; kept for the day, because the same rows stand on many cards. */
export function projectRow(speaker: Speaker, line: ProjectLine, shared: Shared): Row {
  const { lang, today, portfolio } = speaker;
  const project = portfolio.projects.get(line.project);
  if (!project) return itemRow(speaker, line.project, { line: '' });
  let kept = known.get(project);
  if (kept?.today !== today) known.set(project, (kept = { today, rows: new Map() }));
  const { status, value, reason } = line;
  const key = [
    lang,
    shared.lead,
    shared.register,
    shared.few,
    status?.submittedAt,
    value?.measure,
    value?.amount,
    reason,
  ].join();
  let row = kept.rows.get(key);
  if (!row) kept.rows.set(key, (row = makeRow(speaker, line, shared)));
  return row;
}

function makeRow(speaker: Speaker, line: ProjectLine, shared: Shared): Row {
  const { names } = speaker;
  const value = valueWords(speaker, line);
  const { status } = line;
  return {
    title: md(names.title(line.project)),
    line: md(rowWords(speaker, line, shared, value !== null)),
    reason: md(shortened(line.reason ?? '', longest(shared))),
    value: value ?? (status ? healthWords(speaker, status.health) : ''),
    color: value !== null || !status ? 'Default' : HEALTH_COLOURS[status.health],
    action: names.details(line.project),
    spoken: spokenRow(speaker, line, longest(shared)),
  };
}

/** A row that says something of its own about a project; `title` where the programme no longer has its name. */
export function itemRow(
  { names }: Speaker,
  project: string,
  said: { line: string; value?: string; color?: string; title?: string; reason?: string },
): Row {
  const { value = '', color = 'Default', title = names.title(project), reason = '' } = said;
  const line = shortened(said.line, LONGEST);
  const spoken = `${title}: ${[value, line, reason].filter(Boolean).join(', ')}`;
  return { title: md(title), line: md(line), reason: md(reason), value, color, action: names.details(project), spoken };
}

/** `Kitafinder (Amt 51, läuft bis 30.09.2026, ✅ im Plan)` */
function spokenRow(speaker: Speaker, line: ProjectLine, most: number): string {
  const value = valueWords(speaker, line);
  const details = [value, rowWords(speaker, line, { lead: false, register: false }, false).replaceAll(' · ', ', ')];
  if (line.status && value === null) details.push(healthWords(speaker, line.status.health));
  const reason = line.reason ? `: ${shortened(line.reason, most)}` : '';
  return `${speaker.names.title(line.project)} (${details.filter(Boolean).join(', ')})${reason}`;
}

function rowWords(
  speaker: Speaker,
  { project: id, status, value, reason }: ProjectLine,
  shared: Shared,
  withStatus: boolean,
): string {
  const project = speaker.portfolio.projects.get(id);
  if (!project) return '';
  const { lang, names } = speaker;
  const parts: string[] = [];
  if (!shared.lead) parts.push(names.departmentShort(project.lead.department));
  if (!shared.register) parts.push(t(lang, `phase.${project.register}`));
  if (project.paused) parts.push(t(lang, 'row.paused'));
  if (value?.measure !== 'start' && value?.measure !== 'end') parts.push(period(speaker, project));
  if (withStatus && status) parts.push(healthWords(speaker, status.health));
  if (status && (reason !== null || status.ageDays > OLD)) parts.push(ageWords(speaker, status));
  return parts.filter(Boolean).join(' · ');
}

/** When a project runs, by what matters at its stage: the end of what runs, the start of what is to come. */
export function period({ lang, today }: Speaker, { start, end, register }: Project): string {
  const from = start && day(lang, start);
  const until = end && day(lang, end);
  if (register === 'permanent') return from ? t(lang, 'period.since', { start: from }) : '';
  const started = start !== null && start <= today;
  if (end !== null && end < today && register === 'running') return t(lang, 'period.wasUntil', { end: until });
  if (register === 'running' && until) return t(lang, 'period.until', { end: until });
  if (from && until) return t(lang, 'period.both', { start: from, end: until });
  if (until) return t(lang, 'period.until', { end: until });
  return from ? t(lang, started ? 'period.since' : 'period.from', { start: from }) : '';
}

/** The value a list is ordered or bounded by. */
export function valueWords({ lang, today }: Speaker, { value }: ProjectLine): string | null {
  if (!value) return null;
  const { amount: held } = value;
  if (value.measure === 'end') return t(lang, 'period.until', { end: day(lang, String(held)) });
  if (value.measure === 'start') {
    return t(lang, String(held) <= today ? 'period.since' : 'period.from', { start: day(lang, String(held)) });
  }
  return amount(lang, value.measure, Number(value.amount));
}

/** Whether all lines have the same lead and the same register. */
export function sharedBy({ portfolio }: Speaker, lines: readonly ProjectLine[]): Shared {
  const projects = lines.map(({ project }) => portfolio.projects.get(project));
  const same = (of: (project: Project | undefined) => string | undefined): boolean =>
    lines.length > 1 && new Set(projects.map(of)).size === 1;
  return {
    lead: same((project) => project?.lead.department),
    register: same((project) => project?.register),
    few: lines.length <= FEW,
  };
}

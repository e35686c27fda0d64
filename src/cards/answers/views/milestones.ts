import { t } from '../../../locales/index.js';
import { daysBetween } from '../../../programme/calendar.js';
import type { Milestone } from '../../../programme/programme.js';
import { inLanguage } from '../../../programme/text.js';
import type { Body } from '../../../questions/answer.js';
import { PAGE } from '../../../questions/answering/page.js';
import type { View } from '../view.js';
import { all, day, quoted, span } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { when } from '../words/when.js';
import { itemRow, type Row } from './project-rows.js';
import { spokenSections } from './projects.js';
import { sectionsCard } from './sections.js';

type Milestones = Extract<Body, { kind: 'milestones' }>;
type Item = Milestones['items'][number];
/** So many are named in the sentence itself. */
const NAMED = 3;

/** One milestone by its day, or several with what is due, late and reached. */
export function milestonesView(speaker: Speaker, body: Milestones): View {
  const { items } = body;
  const sections = [{ heading: '', rows: items.slice(0, PAGE).map((item) => row(speaker, item)) }];
  return {
    point: pointOf(speaker, body),
    card: items.length === 0 ? null : sectionsCard(sections),
    lines: spokenSections(sections),
    actions: [],
  };
}

function pointOf(speaker: Speaker, { items, project, milestone, state, during, next }: Milestones): string {
  const { lang, names } = speaker;
  const [first] = items;
  if (next) {
    const late = items.length - 1;
    return [sentence(speaker, next), ...(late > 0 ? [t(lang, 'milestones.before', { count: late })] : [])].join(' ');
  }
  if (milestone !== null && first) {
    const point = items.map((item) => sentence(speaker, item)).join(' ');
    if (state !== 'done') return point;
    return t(lang, first.milestone.done ? 'verdict.yes' : 'verdict.no', { point });
  }
  const of = project === null ? '' : names.quotedTitle(project);
  const args = {
    count: items.length,
    state: state ?? 'any',
    when: during ? when(lang, during) : '',
    timed: during ? 'yes' : 'no',
    of,
    owned: of ? 'yes' : 'no',
    named: items.length > 0 && items.length <= NAMED ? 'yes' : 'no',
    names: all(
      lang,
      items.slice(0, NAMED).map((item) => shortly(speaker, item, project === null, state === 'overdue')),
    ),
  };
  const point = t(lang, 'milestones.point', args);
  return items.length > PAGE ? [point, t(lang, 'milestones.first', { count: PAGE })].join(' ') : point;
}

/** "Der Meilenstein „Warn-App gekoppelt“ von „Sensorik“ ist für den 31.08.2026 geplant, also in 3 Monaten." */
function sentence({ lang, names, today }: Speaker, { project, milestone }: Item): string {
  const { due, done, original } = milestone;
  const args = { title: quoted(lang, inLanguage(milestone.title, lang)), of: names.quotedTitle(project) };
  if (done) return t(lang, 'milestones.reached', { ...args, done: day(lang, done), due: day(lang, original ?? due) });
  const days = daysBetween(today, due);
  const key = days > 0 ? 'milestones.planned' : days < 0 ? 'milestones.late' : 'milestones.today';
  const moved = original && original !== due ? [t(lang, 'milestones.moved', { original: day(lang, original) })] : [];
  return [t(lang, key, { ...args, due: day(lang, due), span: span(lang, days, 'dative') }), ...moved].join(' ');
}

function shortly(speaker: Speaker, { project, milestone }: Item, withProject: boolean, late: boolean): string {
  const { lang, names } = speaker;
  const title = quoted(lang, inLanguage(milestone.title, lang));
  const days = dayWords(speaker, milestone, late);
  return `${title} (${withProject ? `${names.title(project)}, ` : ''}${days})`;
}

function row(speaker: Speaker, { project, milestone }: Item): Row {
  return itemRow(speaker, project, {
    line: inLanguage(milestone.title, speaker.lang),
    value: dayWords(speaker, milestone),
    color: isLate(speaker, milestone) ? 'Attention' : 'Default',
  });
}

/** `lateSaid`: that it is overdue was said before. */
function dayWords(speaker: Speaker, milestone: Milestone, lateSaid = false): string {
  const { lang } = speaker;
  const { due, done, original } = milestone;
  if (done) return t(lang, 'milestones.reachedOn', { day: day(lang, done) });
  const words = t(lang, 'milestones.dueOn', { day: day(lang, due) });
  const moved = original && original !== due ? [t(lang, 'milestones.originally', { day: day(lang, original) })] : [];
  const late = isLate(speaker, milestone) && !lateSaid ? [t(lang, 'milestones.overdue')] : [];
  return [words, ...moved, ...late].join(', ');
}

function isLate({ today }: Speaker, { due, done }: Milestone): boolean {
  return done === null && due < today;
}

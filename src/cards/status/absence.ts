import type { Portfolio } from '../../programme/portfolio.js';
import type { Person } from '../../programme/programme.js';
import type { Lang } from '../../programme/text.js';
import { consequences, type Absence } from '../../reporting/absence.js';
import { t } from '../../locales/index.js';
import { md } from '../escape.js';
import { dayText, listText } from '../format.js';
import { noteCard } from './note.js';
import { projectTitle } from './words.js';

/** What was noted, what it means for the person's projects, and a button to take it back. */
export function absenceCard(portfolio: Portfolio, absence: Absence, reader: Person, lang: Lang): object {
  return noteCard(absenceText(portfolio, absence, reader, lang), lang, [undoAction(absence, lang)]);
}

/** What was noted and what it means for the person's projects (Markdown). */
export function absenceText(portfolio: Portfolio, absence: Absence, reader: Person, lang: Lang): string {
  const days = daysText(absence, lang);
  const { covered, open } = consequences(portfolio, absence);
  const titles = (projects: readonly string[]) =>
    md(
      listText(
        projects.map((id) => projectTitle(portfolio, id, lang)),
        lang,
      ),
    );
  const noted =
    absence.person === reader.id
      ? t(lang, 'absence.noted', { days })
      : t(lang, 'absence.notedOther', { days, name: nameOf(portfolio, absence.person) });
  const lines = [...covered].map(([person, projects]) =>
    t(lang, 'absence.covered', { name: nameOf(portfolio, person), projects: titles(projects) }),
  );
  if (open.length > 0) {
    const example = portfolio.programme.people.find(({ id }) => id !== absence.person)?.name ?? '';
    lines.push(t(lang, 'absence.open', { projects: titles(open), days, example: md(example) }));
  }
  return [noted, ...(lines.length > 0 ? lines : [t(lang, 'absence.quiet')])].join('\n\n');
}

/** All absences still to come or under way, with a button each to take them back. */
export function absenceListCard(portfolio: Portfolio, list: readonly Absence[], lang: Lang): object {
  const lines = list.map((absence) => `- ${lineText(portfolio, absence, lang)}`);
  const text = [t(lang, 'absence.list'), lines.join('\n')].join('\n\n');
  // A card takes six buttons; whoever has more absences takes the first ones back first.
  return noteCard(
    text,
    lang,
    list.slice(0, 6).map((absence) => ({
      ...undoAction(absence, lang),
      title: t(lang, 'absence.undoTip', { days: daysText(absence, lang) }),
    })),
  );
}

/** `vom 03.08.2026 bis 14.08.2026`, or the one day. */
export function daysText({ from, to }: Pick<Absence, 'from' | 'to'>, lang: Lang): string {
  return t(lang, 'absence.days', { from: from === to ? 'same' : dayText(from, lang), to: dayText(to, lang) });
}

function lineText(portfolio: Portfolio, absence: Absence, lang: Lang): string {
  const args = { name: nameOf(portfolio, absence.person), days: daysText(absence, lang) };
  return absence.substitute
    ? t(lang, 'absence.lineBy', { ...args, substitute: nameOf(portfolio, absence.substitute) })
    : t(lang, 'absence.line', args);
}

function undoAction(absence: Absence, lang: Lang): { title: string; verb: string; data: object } {
  return { title: t(lang, 'absence.undo'), verb: 'absence.cancel', data: { absence: absence.id } };
}

function nameOf({ programme }: Portfolio, id: string): string {
  return md(programme.people.find((person) => person.id === id)?.name ?? id);
}

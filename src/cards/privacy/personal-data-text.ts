import { isKey, t, type Key } from '../../locales/index.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Person } from '../../programme/programme.js';
import { inLanguage, type Lang } from '../../programme/text.js';
import type { PersonalRecord } from '../../reporting/personal-record.js';
import { codeBlocks } from '../code-blocks.js';
import { md } from '../escape.js';
import { weekNumber } from '../format.js';
import { daysText } from '../status/absence.js';

/** Lines of one heading; the data below have them all. */
const MOST = 15;

/** What is stored about somebody, for reading. `kinds`: how many other documents there are of each kind. */
export function personalDataText(
  portfolio: Portfolio,
  record: PersonalRecord | null,
  kinds: ReadonlyMap<string, number>,
  lang: Lang,
): string {
  const documents = [...kinds].map(([kind, count]) =>
    t(lang, 'privacy.document', { count, what: kindText(kind, lang) }),
  );
  return [
    `**${t(lang, 'privacy.title')}**`,
    ...(record ? recordSections(portfolio, record, lang) : [t(lang, 'privacy.unlisted')]),
    ...section('privacy.heading.documents', documents, lang),
    t(lang, 'privacy.memory'),
    t(lang, 'privacy.data'),
  ].join('\n\n');
}

/** The data as JSON in code blocks, cut into messages that Teams takes. */
export function dataBlocks(data: unknown, lang: Lang): string[] {
  return codeBlocks(JSON.stringify(data, null, 1), 'json', lang);
}

/** What stays when somebody was forgotten, and why. */
export function farewellText(listed: boolean, lang: Lang): string {
  const reasons = [
    ...(listed ? [t(lang, 'privacy.forget.stays.reports'), t(lang, 'privacy.forget.stays.entry')] : []),
    t(lang, 'privacy.forget.stays.outbox'),
  ];
  const stays = [t(lang, 'privacy.forget.stays'), reasons.map((reason) => `- ${reason}`).join('\n')];
  return [t(lang, 'privacy.forget.done'), ...stays, t(lang, 'privacy.forget.again')].join('\n\n');
}

function recordSections(portfolio: Portfolio, record: PersonalRecord, lang: Lang): string[] {
  const { entry, responsibilities, reports, decisions, absences } = record;
  const title = (id: string): string => {
    const project = portfolio.projects.get(id);
    return md(project ? inLanguage(project.title, lang) : id);
  };
  const lines = (list: readonly { project: string; as: 'lead' | 'deputy' | 'asked' | 'ruled' }[]): string[] =>
    list.map(({ project, as }) =>
      t(lang, 'privacy.line', { project: title(project), as: t(lang, `privacy.as.${as}`) }),
    );
  const reported = reports.map(({ project, week, role }) =>
    t(lang, 'privacy.report', { project: title(project), week: weekNumber(week), year: week.slice(0, 4), as: role }),
  );
  const away = absences.map((absence) =>
    t(lang, 'privacy.absence', { days: daysText(absence, lang), own: String(absence.person === entry.id) }),
  );
  return [
    entryText(portfolio, entry, lang),
    ...section('privacy.heading.responsibilities', lines(responsibilities), lang),
    ...section('privacy.heading.reports', reported.reverse(), lang),
    ...section('privacy.heading.decisions', lines(decisions), lang),
    ...section('privacy.heading.absences', away.reverse(), lang),
  ];
}

function entryText({ programme }: Portfolio, entry: Person, lang: Lang): string {
  const department = programme.departments.find(({ id }) => id === entry.department);
  return t(lang, 'privacy.entry', {
    name: md(entry.name),
    person: md(entry.id),
    department: department ? md(inLanguage(department.name, lang)) : 'none',
    upn: entry.userPrincipalName ? md(entry.userPrincipalName) : 'none',
    roles: entry.roles.map((role) => t(lang, `privacy.role.${role}`)).join(', ') || 'none',
  });
}

function section(heading: Key, lines: readonly string[], lang: Lang): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST).map((line) => `- ${line}`);
  const rest = lines.length - shown.length;
  if (rest > 0) shown.push(`- ${t(lang, 'privacy.more', { count: rest })}`);
  return [t(lang, heading, { count: lines.length }), shown.join('\n')];
}

function kindText(kind: string, lang: Lang): string {
  const key = `privacy.kind.${kind}`;
  return isKey(key) ? t(lang, key) : t(lang, 'privacy.kind.other', { kind: md(kind) });
}

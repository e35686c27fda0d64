import type {
  AheadLine,
  ConditionLine,
  DecidedLine,
  Digest,
  MilestoneLine,
  MissingLine,
  ResourceLine,
} from '../../digest/digest.js';
import { knownBy } from '../../digest/edits.js';
import { t } from '../../locales/index.js';
import { daysBetween } from '../../programme/calendar.js';
import { standingReports } from '../../programme/portfolio.js';
import { inLanguage, type Lang } from '../../programme/text.js';
import { amount } from '../answers/words/format.js';
import { dayText, listText, moneyText, weekNumber } from '../format.js';
import { attentionLine, changeLine } from './change-lines.js';
import { actionFieldName, titleOf } from './names.js';
import type { LineView, Reader, SectionId, SectionView } from './view.js';

const MILESTONES = new Set<SectionId>(['reached', 'overdue', 'due']);

/** Every section in reading order, empty ones included. */
export function sectionViews(digest: Digest, reader: Reader): SectionView[] {
  const { milestones, asOf } = digest;
  const told = new Set(digest.changes.flatMap((change) => (change.kind === 'health' ? [change.project] : [])));
  const section = <T>(id: SectionId, items: readonly T[], line: (item: T) => LineView): SectionView => ({
    id,
    title: t(reader.lang, `digest.section.${id}`),
    group: t(reader.lang, MILESTONES.has(id) ? 'digest.section.milestones' : `digest.section.${id}`),
    lines: items.map(line),
  });
  return [
    section('decided', digest.decided, (item) => decidedLine(item, reader)),
    section('conditions', digest.conditions, (item) => conditionLine(item, reader)),
    section('changes', digest.changes, (item) => changeLine(item, reader)),
    section('attention', digest.attention, (item) => attentionLine(item, reader, told.has(item.project), digest.week)),
    section('reached', milestones.reached, (item) => milestoneLine(item, 'reached', asOf, reader)),
    section('overdue', milestones.overdue, (item) => milestoneLine(item, 'overdue', asOf, reader)),
    section('due', milestones.due, (item) => milestoneLine(item, 'due', asOf, reader)),
    section('missing', digest.missing, (item) => missingLine(item, digest.at, reader)),
    section('represented', digest.represented, ({ project, role }) =>
      plain(project, reader, t(reader.lang, `digest.represented.${role}`)),
    ),
    section('resources', digest.resources, (item) => resourceLine(item, reader)),
    section('ahead', digest.ahead, (item) => aheadLine(item, reader)),
  ];
}

function plain(project: string, reader: Reader, text: string, reason = ''): LineView {
  return { symbol: '', subject: titleOf(project, reader), text, reason };
}

function decidedLine(line: DecidedLine, reader: Reader): LineView {
  const { project, text, outcome, condition, until, comment, before } = line;
  const { lang } = reader;
  const word = t(lang, `digest.outcome.${outcome}`);
  const day = until ? dayText(until, lang) : '';
  const key = outcome === 'deferred' && until ? 'digest.decided.until' : 'digest.decided';
  const reasons = [
    before ? t(lang, 'digest.ruling.before', { outcome: t(lang, `digest.outcome.${before}`) }) : '',
    condition ? t(lang, 'digest.ruling.condition', { condition }) : '',
    condition && day ? t(lang, 'digest.ruling.due', { day }) : '',
    comment,
  ];
  return plain(project, reader, t(lang, key, { outcome: word, day, text }), reasons.filter(Boolean).join(' · '));
}

function conditionLine({ project, condition, due, overdue, fulfilled }: ConditionLine, reader: Reader): LineView {
  const { lang } = reader;
  if (fulfilled)
    return { ...plain(project, reader, t(lang, 'digest.condition.fulfilled', { condition })), symbol: '✔' };
  const day = due ? dayText(due, lang) : '';
  return plain(project, reader, t(lang, 'digest.condition', { condition, overdue, day }));
}

function milestoneLine(
  line: MilestoneLine,
  kind: 'reached' | 'overdue' | 'due',
  asOf: string,
  reader: Reader,
): LineView {
  const { lang } = reader;
  const text = t(lang, `digest.milestone.${kind}`, {
    title: inLanguage(line.title, lang),
    day: dayText(line.done ?? line.due, lang),
    days: Math.abs(daysBetween(asOf, line.due)),
  });
  const original = line.original ? t(lang, 'digest.milestone.original', { day: dayText(line.original, lang) }) : '';
  return plain(line.project, reader, [text, original].filter(Boolean).join(', '));
}

/** `at`: the instant the digest holds; what came by then and is not told of here is about a later week. */
function missingLine({ project, last }: MissingLine, at: string, reader: Reader): LineView {
  const { lang, portfolio } = reader;
  if (last) return plain(project, reader, t(lang, 'digest.missing.last', { week: weekNumber(last) }));
  const known = knownBy(new Date(at));
  const isEarly = standingReports(portfolio, project).some(({ submittedAt }) => known(submittedAt));
  return plain(project, reader, t(lang, isEarly ? 'missing.notBefore' : 'digest.missing.never'));
}

function aheadLine(line: AheadLine, reader: Reader): LineView {
  const { lang } = reader;
  const title = line.kind === 'milestone' ? inLanguage(line.title, lang) : '';
  return plain(line.project, reader, t(lang, `digest.ahead.${line.kind}`, { day: dayText(line.day, lang), title }));
}

function resourceLine(line: ResourceLine, reader: Reader): LineView {
  const { lang, portfolio } = reader;
  switch (line.kind) {
    case 'field': {
      const sum = needText(line, lang);
      const text = t(lang, sum ? 'digest.resource.field' : 'digest.resource.fieldNoSum', {
        count: line.projects.length,
        sum,
      });
      const names = listText(
        line.projects.map((project) => titleOf(project, reader)),
        lang,
      );
      return { symbol: '', subject: actionFieldName(line.actionField, reader), text, reason: names };
    }
    case 'funding': {
      // One kept by an earlier version does not say what is needed.
      const investment = line.investment ?? portfolio.projects.get(line.project)?.resources.investment ?? 0;
      const sum = needText({ ...line, investment }, lang);
      if (line.funding === 'partly') return plain(line.project, reader, t(lang, 'digest.resource.partly'));
      if (!sum) return plain(line.project, reader, t(lang, 'digest.resource.missing'));
      return plain(line.project, reader, t(lang, 'digest.resource.missingSum', { sum }));
    }
    case 'overdue':
      return plain(line.project, reader, t(lang, 'digest.resource.overdue', { day: dayText(line.end, lang) }));
    default:
      return plain(line.project, reader, t(lang, `digest.resource.${line.kind}`), inLanguage(line.note, lang));
  }
}

function needText(
  { investment, personnelDays = 0 }: { investment: number; personnelDays?: number },
  lang: Lang,
): string {
  const money = investment > 0 ? moneyText(investment, lang) : '';
  const work = personnelDays > 0 ? amount(lang, 'personnelDays', personnelDays) : '';
  return listText([money, work].filter(Boolean), lang);
}

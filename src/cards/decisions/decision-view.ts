import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import { isOpen, replacedBy, type Decision, type Outcome, type Ruling } from '../../programme/decision.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import { dayText, timeText } from '../format.js';
import { projectTitle } from '../project-title.js';

/** A decision in words; plain texts, not escaped for any format. */
export interface DecisionView {
  id: string;
  project: string;
  text: string;
  /** When it is wanted, and what became of it before. */
  when: string;
  overdue: boolean;
  /** Nobody wants it any more. */
  retracted: boolean;
  /** How many times the group has ruled so far. */
  rulings: number;
  /** What was ruled, or null while the answer is owed. */
  ruling: { outcome: Outcome; text: string } | null;
}

/** What is known of a wanted decision beside its rulings. */
export interface Wanted {
  decision: string;
  project: string;
  text: string;
  /** `YYYY-MM-DD` */
  by: string | null;
  overdue: boolean;
  deferred: { at: string; comment: string } | null;
}

export interface DecisionReader {
  portfolio: Portfolio;
  lang: Lang;
}

/** A wanted decision with the last ruling that came after an instant (ISO 8601), if any. */
export function viewDecision(wanted: Wanted, after: string | null, reader: DecisionReader): DecisionView {
  const { portfolio, lang } = reader;
  const { decision: id, project, text, overdue } = wanted;
  const since = after === null ? -Infinity : Date.parse(after);
  const known = portfolio.decisions.get(id);
  const retracted = Boolean(known?.retractedAt);
  const ruling = known?.rulings.findLast(({ at }) => Date.parse(at) > since);
  return {
    id,
    project: projectTitle(portfolio, project, lang),
    text,
    when: retracted ? t(lang, 'digest.decision.retracted') : whenText(wanted, reader),
    overdue: overdue && !retracted && !ruling,
    retracted,
    rulings: known?.rulings.length ?? 0,
    ruling: known && ruling ? { outcome: ruling.outcome, text: rulingText(known, ruling, reader) } : null,
  };
}

/**
 * A decision by itself, not on a digest: one that is open as wanted, unless its last ruling has just been made; of the
 * others what was ruled. `today`: `YYYY-MM-DD`.
 */
export function viewAlone(decision: Decision, today: string, reader: DecisionReader, justRuled = false): DecisionView {
  const { id, project, text, by, rulings } = decision;
  const last = rulings.at(-1);
  const deferral = isOpen(decision) && !justRuled ? last : undefined;
  const deferred = deferral ? { at: deferral.at, comment: deferral.comment } : null;
  const wanted = { decision: id, project, text, by, overdue: by !== null && by < today, deferred };
  return viewDecision(wanted, deferral?.at ?? null, reader);
}

function whenText({ by, overdue, deferred }: Wanted, { portfolio, lang }: DecisionReader): string {
  const wanted = !by
    ? t(lang, 'digest.decision.noDay')
    : t(lang, overdue ? 'digest.decision.overdue' : 'digest.decision.by', { day: dayText(by, lang) });
  if (!deferred) return wanted;
  const day = dayText(dayOf(deferred.at, portfolio.programme.timeZone), lang);
  const { comment } = deferred;
  const before = t(lang, comment ? 'digest.decision.deferredWhy' : 'digest.decision.deferred', { day, comment });
  return `${wanted}; ${before}`;
}

/** Outcome, who, when and in which words, as everybody may read it; of a changed one also what was decided before. */
export function rulingText(decision: Decision, ruling: Ruling, { portfolio, lang }: DecisionReader): string {
  const { timeZone, people } = portfolio.programme;
  const before = replacedBy(decision, ruling);
  const until = ruling.until ? dayText(ruling.until, lang) : '';
  return [
    t(lang, before ? 'digest.ruling.revised' : 'digest.ruling', {
      outcome: t(lang, `digest.outcome.${ruling.outcome}`),
      who: people.find(({ id }) => id === ruling.by)?.name ?? t(lang, 'digest.ruling.somebody'),
      day: dayText(dayOf(ruling.at, timeZone), lang),
      time: timeText(ruling.at, timeZone),
      before: before ? t(lang, `digest.outcome.${before.outcome}`) : '',
    }),
    ruling.condition ? t(lang, 'digest.ruling.condition', { condition: ruling.condition }) : '',
    ruling.fulfilled ? t(lang, 'conditions.fulfilled') : '',
    until ? t(lang, ruling.outcome === 'deferred' ? 'digest.ruling.back' : 'digest.ruling.due', { day: until }) : '',
    ruling.comment,
  ]
    .filter(Boolean)
    .join(' · ');
}

import type { DecisionLine, Digest } from '../../digest/digest.js';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import type { Ruling } from '../../programme/decision.js';
import { dayText, timeText } from '../format.js';
import { personName, titleOf } from './names.js';
import type { DecisionView, Reader } from './view.js';

export function decisionViews(digest: Digest, reader: Reader): DecisionView[] {
  return digest.decisions.map((line) => {
    const { decision: id, project, text, overdue } = line;
    const ruling = reader.portfolio.decisions
      .get(id)
      ?.rulings.findLast(({ at }) => Date.parse(at) > Date.parse(digest.at));
    return {
      id,
      project: titleOf(project, reader),
      text,
      when: whenText(line, reader),
      overdue,
      ruling: ruling ? { outcome: ruling.outcome, text: rulingText(ruling, reader) } : null,
    };
  });
}

function whenText({ by, overdue, deferred }: DecisionLine, reader: Reader): string {
  const { lang } = reader;
  const wanted = !by
    ? t(lang, 'digest.decision.noDay')
    : t(lang, overdue ? 'digest.decision.overdue' : 'digest.decision.by', { day: dayText(by, lang) });
  if (!deferred) return wanted;
  const day = dayText(dayOf(deferred.at, reader.portfolio.programme.timeZone), lang);
  const { comment } = deferred;
  const before = t(lang, comment ? 'digest.decision.deferredWhy' : 'digest.decision.deferred', { day, comment });
  return `${wanted}; ${before}`;
}

/** Outcome, who, when and in which words, as everybody may read it. */
export function rulingText(ruling: Ruling, reader: Reader): string {
  const { lang, portfolio } = reader;
  const zone = portfolio.programme.timeZone;
  const outcome = t(lang, `digest.outcome.${ruling.outcome}`);
  const until = ruling.until ? dayText(ruling.until, lang) : '';
  return [
    t(lang, 'digest.ruling', {
      outcome,
      who: personName(ruling.by, reader) || t(lang, 'digest.ruling.somebody'),
      day: dayText(dayOf(ruling.at, zone), lang),
      time: timeText(ruling.at, zone),
    }),
    ruling.condition ? t(lang, 'digest.ruling.condition', { condition: ruling.condition }) : '',
    until ? t(lang, ruling.outcome === 'deferred' ? 'digest.ruling.back' : 'digest.ruling.due', { day: until }) : '',
    ruling.comment,
  ]
    .filter(Boolean)
    .join(' · ');
}

import type { AttentionLine, DigestChange } from '../../digest/digest.js';
import { t } from '../../locales/index.js';
import { daysBetween } from '../../programme/calendar.js';
import { inLanguage } from '../../programme/text.js';
import { dayText, weekNumber } from '../format.js';
import { titleOf } from './names.js';
import type { LineView, Reader } from './view.js';

/** One change in words, with its reason in those of the report or the import. */
export function changeLine(change: DigestChange, reader: Reader): LineView {
  const { lang } = reader;
  const subject =
    change.kind === 'removed' ? inLanguage(change.title, lang) || change.project : titleOf(change.project, reader);
  const symbol = 'to' in change && isHealth(change.to) ? t(lang, `healthSymbol.${change.to}`) : '';
  return { symbol, subject, text: changeText(change, reader), reason: change.reason };
}

function isHealth(value: unknown): value is 'green' | 'amber' | 'red' {
  return value === 'green' || value === 'amber' || value === 'red';
}

function changeText(change: DigestChange, { lang }: Reader): string {
  const word = (health: 'green' | 'amber' | 'red') => t(lang, `health.${health}`);
  switch (change.kind) {
    case 'health':
      if (change.from === null) return t(lang, 'digest.change.firstHealth', { to: word(change.to) });
      return t(lang, 'digest.change.health', { from: word(change.from), to: word(change.to) });
    case 'milestone':
      return t(lang, 'digest.change.milestone', {
        title: inLanguage(change.title, lang),
        from: dayText(change.from, lang),
        to: dayText(change.to, lang),
        days: Math.abs(daysBetween(change.from, change.to)),
        later: change.to > change.from,
      });
    case 'end': {
      const [from, to] = [change.from ? dayText(change.from, lang) : '', change.to ? dayText(change.to, lang) : ''];
      return t(lang, !from ? 'digest.change.endNew' : !to ? 'digest.change.endGone' : 'digest.change.end', {
        from,
        to,
      });
    }
    case 'register':
      return t(lang, 'digest.change.register', {
        from: t(lang, `register.${change.from}`),
        to: t(lang, `register.${change.to}`),
      });
    case 'cadence':
      return t(lang, 'digest.change.cadence', { how: t(lang, `cadence.${change.to}`) });
    case 'paused':
      if (change.until) return t(lang, 'digest.change.pausedUntil', { day: dayText(change.until, lang) });
      return t(lang, change.paused ? 'digest.change.paused' : 'digest.change.resumed');
    case 'new':
      return t(lang, 'digest.change.new', { register: t(lang, `register.${change.register}`) });
    case 'corrected': {
      const key = change.from === change.to ? 'digest.change.correctedText' : 'digest.change.corrected';
      return t(lang, key, { week: weekNumber(change.week), from: word(change.from), to: word(change.to) });
    }
    case 'withdrawn':
      return t(lang, 'digest.change.withdrawn', { week: weekNumber(change.week) });
    case 'finished':
      return t(lang, 'digest.change.finished');
    case 'removed':
      return t(lang, 'digest.change.removed');
  }
}

/** `told`: the change and its reason have just been read above, so that the line need not repeat them. */
export function attentionLine(line: AttentionLine, reader: Reader, told: boolean, week: string): LineView {
  const { lang } = reader;
  const text = t(lang, `digest.attention.${line.trend}`, {
    health: t(lang, `health.${line.health}`),
    since: weekNumber(line.since),
    weeks: line.weeks,
  });
  const stale = line.reported < week ? t(lang, 'digest.attention.stale', { week: weekNumber(line.reported) }) : '';
  const next = line.nextSteps ? t(lang, 'digest.nextSteps', { text: line.nextSteps }) : '';
  return {
    symbol: t(lang, `healthSymbol.${line.health}`),
    subject: titleOf(line.project, reader),
    text: [text, stale].filter(Boolean).join('; '),
    reason: [told ? '' : line.reason, next].filter(Boolean).join(' – '),
  };
}

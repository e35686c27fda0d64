import type { Hint } from '../../reporting/hints.js';
import { inLanguage, type Lang } from '../../programme/text.js';
import { t } from '../../locales/index.js';
import { md } from '../escape.js';

/** A consistency hint in words, escaped for display. */
export function hintText(hint: Hint, lang: Lang): string {
  switch (hint.kind) {
    case 'milestoneOverdue':
      return t(lang, 'report.hint.milestoneOverdue', {
        title: md(inLanguage(hint.title, lang)),
        span: spanText(hint.days, lang),
      });
    case 'endOverdue':
      return t(lang, 'report.hint.endOverdue', { span: spanText(hint.days, lang) });
    case 'progressFell':
      return t(lang, 'report.hint.progressFell', { from: hint.from, to: hint.to });
    case 'endMoved':
      return t(lang, 'report.hint.endMoved', { times: hint.times });
    case 'milestoneMoved':
      return t(lang, 'report.hint.milestoneMoved', { title: md(inLanguage(hint.title, lang)), times: hint.times });
    case 'doneButOpen':
      return t(lang, 'report.hint.doneButOpen', { title: md(inLanguage(hint.title, lang)) });
    case 'noNextSteps':
      return t(lang, 'report.hint.noNextSteps');
    case 'sameReason':
      return t(lang, 'report.hint.sameReason');
    case 'worseSameReason':
      return t(lang, 'report.hint.worseSameReason', {
        from: t(lang, `health.${hint.from}`),
        health: t(lang, `health.${hint.health}`),
      });
    case 'suddenlyGreen':
      return t(lang, 'report.hint.suddenlyGreen');
    case 'stuck':
      return t(lang, 'report.hint.stuck', { weeks: hint.weeks, health: t(lang, `health.${hint.health}`) });
  }
}

/** Days up to two weeks, then whole weeks. */
function spanText(days: number, lang: Lang): string {
  return days < 14 ? t(lang, 'report.span', { days }) : t(lang, 'report.spanWeeks', { weeks: Math.floor(days / 7) });
}

import { t } from '../../locales/index.js';
import type { Lang } from '../../programme/text.js';
import { md } from '../escape.js';
import { clip } from '../format.js';
import type { DecisionView } from './view.js';

/** Decisions that can be taken on the digest itself; the others are a click away. */
const SHOWN = 4;
const TEXT_LENGTH = 300;
const SYMBOLS = { approved: '✔️', rejected: '✖️', deferred: '⏸️' };

/** What the decision part of a card shows. */
export function decisionsData(decisions: readonly DecisionView[], lang: Lang) {
  const more = decisions.length - SHOWN;
  return {
    decisions: decisions.slice(0, SHOWN).map((decision) => decisionData(decision, decisions.length > 1)),
    moreDecisions: more > 0 ? t(lang, 'digest.more', { count: more }) : '',
    words: {
      decisions: t(lang, 'digest.section.decisions'),
      decide: t(lang, 'decision.decide'),
      outcome: t(lang, 'decision.outcome'),
      outcomeMissing: t(lang, 'decision.outcomeMissing'),
      approve: t(lang, 'decision.approve'),
      reject: t(lang, 'decision.reject'),
      defer: t(lang, 'decision.defer'),
      comment: t(lang, 'decision.comment'),
      condition: t(lang, 'decision.condition'),
      until: t(lang, 'decision.until'),
      record: t(lang, 'decision.record'),
    },
  };
}

/** Inputs carry the decision's id where several share the card. */
function decisionData({ id, project, text, when, overdue, ruling }: DecisionView, several: boolean) {
  const input = (name: string) => (several ? `${name}:${id}` : name);
  return {
    id,
    project: md(project),
    text: md(clip(text, TEXT_LENGTH)),
    when: md(clip(when, TEXT_LENGTH)),
    whenColor: overdue ? 'Attention' : 'Default',
    symbol: ruling ? SYMBOLS[ruling.outcome] : '',
    ruling: ruling ? md(clip(ruling.text, 2 * TEXT_LENGTH)) : '',
    tip: `${project}: ${clip(text, 80)}`,
    inputs: {
      outcome: input('outcome'),
      comment: input('comment'),
      condition: input('condition'),
      until: input('until'),
    },
  };
}

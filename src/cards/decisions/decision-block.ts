import { t } from '../../locales/index.js';
import type { Lang } from '../../programme/text.js';
import { md } from '../escape.js';
import { clip } from '../format.js';
import { render } from '../render.js';
import template from './decision.json' with { type: 'json' };
import type { DecisionView } from './decision-view.js';

const TEXT_LENGTH = 300;
const SYMBOLS = { approved: '✔️', rejected: '✖️', deferred: '⏸️' };

export interface BlockOptions {
  lang: Lang;
  /** Whether the reader may decide; for others the block only tells. */
  form: boolean;
  /** Several decisions share the card: their inputs carry the decision's id. */
  several: boolean;
  /** The digest the block stands on, so that the whole card can be shown again after a click; empty when alone. */
  shown: { week: string; at: string };
}

/** One decision as a card element: what is asked and when, then the form or what was decided. */
export function decisionBlock(view: DecisionView, options: BlockOptions): object {
  const { lang, several, shown } = options;
  const { id, project, text, when, overdue, ruling } = view;
  const input = (name: string) => (several ? `${name}:${id}` : name);
  return render(template, {
    id,
    shown,
    project: md(project),
    text: md(clip(text, TEXT_LENGTH)),
    when: md(clip(when, TEXT_LENGTH)),
    whenColor: overdue ? 'Attention' : 'Default',
    symbol: ruling ? SYMBOLS[ruling.outcome] : '',
    ruling: ruling ? md(clip(ruling.text, 2 * TEXT_LENGTH)) : '',
    form: ruling === null && !view.retracted && options.form,
    tip: `${project}: ${clip(text, 80)}`,
    inputs: {
      outcome: input('outcome'),
      comment: input('comment'),
      condition: input('condition'),
      until: input('until'),
    },
    words: {
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
  });
}

import { md } from '../escape.js';
import { clip } from '../format.js';
import { render } from '../render.js';
import template from './decision.json' with { type: 'json' };
import { decisionButton, type FormOptions } from './decision-form.js';
import type { DecisionView } from './decision-view.js';

const TEXT_LENGTH = 300;
const PROJECT_LENGTH = 100;
const SYMBOLS = { approved: '✔️', rejected: '✖️', deferred: '⏸️' };

export interface BlockOptions extends FormOptions {
  /** Whether the reader may decide; for others the block only tells. */
  form: boolean;
}

/** One decision as a card element: what is asked and when or what was decided, then the button to decide or change it. */
export function decisionBlock(view: DecisionView, options: BlockOptions): object {
  const { project, text, when, overdue, retracted, ruling } = view;
  return render(template, {
    project: md(clip(project, PROJECT_LENGTH)),
    text: md(clip(text, TEXT_LENGTH)),
    when: md(clip(when, TEXT_LENGTH)),
    whenColor: overdue ? 'Attention' : 'Default',
    symbol: ruling ? SYMBOLS[ruling.outcome] : '',
    ruling: ruling ? md(clip(ruling.text, 2 * TEXT_LENGTH)) : '',
    actions: options.form && !retracted ? [decisionButton(view, options)] : [],
  });
}

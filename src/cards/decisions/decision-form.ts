import { t } from '../../locales/index.js';
import type { Lang } from '../../programme/text.js';
import { clip } from '../format.js';
import { render } from '../render.js';
import template from './decision-form.json' with { type: 'json' };
import type { DecisionView } from './decision-view.js';

export interface FormOptions {
  lang: Lang;
  /** Several decisions share the card: their inputs carry the decision's id. */
  several: boolean;
  /** What the card shows beside it, so that the whole card can be shown again after a click. */
  shown: object;
}

/** The inputs by which the steering group decides, or, where it has, changes its decision: a card in the card. */
export function decisionForm({ id, ruling, rulings }: DecisionView, options: FormOptions) {
  const { lang, several, shown } = options;
  const input = (name: string) => (several ? `${name}:${id}` : name);
  const revising = ruling !== null;
  return render(template, {
    revising,
    verb: revising ? 'decision.revise' : 'decision.decide',
    data: { decision: id, ...shown, ...(revising && { revises: rulings }) },
    inputs: {
      outcome: input('outcome'),
      comment: input('comment'),
      condition: input('condition'),
      until: input('until'),
    },
    words: {
      outcome: t(lang, 'decision.outcome'),
      outcomeMissing: t(lang, 'decision.outcomeMissing'),
      approve: t(lang, 'decision.approve'),
      reject: t(lang, 'decision.reject'),
      defer: t(lang, 'decision.defer'),
      comment: t(lang, revising ? 'decision.revise.comment' : 'decision.comment'),
      commentMissing: t(lang, 'decision.revise.commentMissing'),
      condition: t(lang, 'decision.condition'),
      until: t(lang, 'decision.until'),
      record: t(lang, 'decision.record'),
    },
  }) as { body: object[]; actions: object[] };
}

/** The button that opens the form in the card; for what is decided, one that brings the form to change it. */
export function decisionButton(view: DecisionView, options: FormOptions): object {
  const { lang } = options;
  const { id, project, text, ruling } = view;
  const tooltip = `${project}: ${clip(text, 80)}`;
  if (ruling) {
    const title = t(lang, 'decision.revise');
    return { type: 'Action.Execute', title, tooltip, verb: 'decision.revise', data: { decision: id } };
  }
  return { type: 'Action.ShowCard', title: t(lang, 'decision.decide'), tooltip, card: decisionForm(view, options) };
}

import { t } from '../../locales/index.js';
import type { Lang } from '../../programme/text.js';
import { finish } from '../finish.js';
import { render } from '../render.js';
import card from './decision-card.json' with { type: 'json' };
import { decisionBlock } from './decision-block.js';
import { decisionForm } from './decision-form.js';
import type { DecisionView } from './decision-view.js';

/** Decisions on a card of their own, e.g. where they were asked for in chat. `form`: whether the reader may decide. */
export function decisionCard(views: readonly DecisionView[], lang: Lang, form: boolean): object {
  const several = views.length > 1;
  const shown = several ? { decisions: views.map(({ id }) => id) } : {};
  const owed = views.some(({ ruling, retracted }) => !ruling && !retracted);
  return finish(
    render(card, {
      lang,
      title: t(lang, owed ? 'digest.section.decisions' : 'digest.section.decided'),
      blocks: views.map((view) => decisionBlock(view, { lang, form, several, shown })),
      inputs: [],
      actions: [],
    }),
  );
}

/** What was decided, with the form to change it. */
export function reviseCard(view: DecisionView, lang: Lang): object {
  const options = { lang, several: false, shown: {} };
  const { body, actions } = decisionForm(view, options);
  const title = t(lang, 'decision.revise');
  const blocks = [decisionBlock(view, { ...options, form: false })];
  return finish(render(card, { lang, title, blocks, inputs: body, actions }));
}

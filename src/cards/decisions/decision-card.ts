import { t } from '../../locales/index.js';
import { finish } from '../finish.js';
import { render } from '../render.js';
import card from './decision-card.json' with { type: 'json' };
import { decisionBlock } from './decision-block.js';
import type { DecisionView } from './decision-view.js';
import type { Lang } from '../../programme/text.js';

/** One decision on a card of its own, e.g. where it was asked for in chat. `form`: whether the reader may decide. */
export function decisionCard(view: DecisionView, lang: Lang, form: boolean): object {
  const block = decisionBlock(view, { lang, form, several: false, shown: { week: '', at: '' } });
  const title = t(lang, view.ruling ? 'digest.section.decided' : 'digest.section.decisions');
  return finish(render(card, { lang, title, blocks: [block] }));
}

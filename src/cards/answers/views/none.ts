import type { Body } from '../../../questions/answer.js';
import type { Filters } from '../../../questions/question.js';
import { t } from '../../../locales/index.js';
import { ask } from '../button.js';
import type { View } from '../view.js';
import { number } from '../words/format.js';
import { countPoint } from '../words/list-point.js';
import { phrase } from '../words/phrase.js';
import type { Speaker } from '../words/speaker.js';

/** Nothing matches: that is said, with what there is when one condition falls away. */
export function noneView(speaker: Speaker, body: Extract<Body, { kind: 'none' }>, filters: Filters): View {
  return {
    point: `${countPoint(speaker, 0, filters)}.`,
    card: null,
    lines: [],
    actions: lessActions(speaker, body.near),
  };
}

/** Buttons for what there is with one condition less. */
export function lessActions(speaker: Speaker, near: Extract<Body, { kind: 'none' }>['near']): View['actions'] {
  const { lang } = speaker;
  return near.map(({ question, count }) =>
    ask(
      t(lang, 'suggest.less', {
        phrase: 'filters' in question ? phrase(speaker, question.filters) : '',
        count: number(lang, count),
      }),
      question,
      lang,
    ),
  );
}

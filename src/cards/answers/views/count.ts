import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import type { Filters } from '../../../questions/question.js';
import { PAGE } from '../../../questions/answering/page.js';
import type { View } from '../view.js';
import { isEmpty } from '../words/describe.js';
import { number } from '../words/format.js';
import { countPoint, tails } from '../words/list-point.js';
import type { Speaker } from '../words/speaker.js';
import { allAction, projectSections, spokenSections } from './projects.js';
import { sectionsCard } from './sections.js';

type Count = Extract<Body, { kind: 'count' }>;

/** How many: the number and of what, and the projects themselves as long as they are few. */
export function countView(speaker: Speaker, body: Count, filters: Filters): View {
  const few = body.total <= PAGE;
  const sections = few ? projectSections(speaker, body.lines) : [];
  return {
    point: countWords(speaker, body, filters),
    card: few && body.total > 0 ? sectionsCard(sections) : null,
    lines: spokenSections(sections),
    actions: few ? [] : [allAction(speaker, filters, body.total)],
  };
}

function countWords(speaker: Speaker, { total, tally, of }: Count, filters: Filters): string {
  const { lang } = speaker;
  if (isEmpty(filters)) return t(lang, 'say.countAll', { number: number(lang, total) });
  const main = tally.main || total;
  const point = countPoint(speaker, main, filters);
  if (tally.main > 0 && tally.main < total) {
    return [`${point}.`, ...tails(speaker, tally), t(lang, 'say.countTotal', { number: number(lang, total) })].join(
      ' ',
    );
  }
  return total > 0 ? t(lang, 'say.countOf', { point, of: number(lang, of) }) : `${point}.`;
}

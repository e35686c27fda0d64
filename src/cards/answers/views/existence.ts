import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import type { Filters } from '../../../questions/question.js';
import type { View } from '../view.js';
import { countPoint, listPoint } from '../words/list-point.js';
import type { Speaker } from '../words/speaker.js';
import { lessActions } from './none.js';
import { allAction, projectSections, spokenSections } from './projects.js';
import { sectionsCard } from './sections.js';

/** Whether there are such projects: yes or no, and which. */
export function existenceView(speaker: Speaker, body: Extract<Body, { kind: 'existence' }>, filters: Filters): View {
  const { lang } = speaker;
  if (!body.verdict) {
    const point = t(lang, 'exists.no', { point: `${countPoint(speaker, 0, filters)}.` });
    return { point, card: null, lines: [], actions: lessActions(speaker, body.near) };
  }
  const sections = projectSections(speaker, body.lines);
  return {
    point: t(lang, 'exists.yes', { point: listPoint(speaker, body, filters) }),
    card: sectionsCard(sections),
    lines: spokenSections(sections),
    actions: body.pages > 1 ? [allAction(speaker, filters, body.total)] : [],
  };
}

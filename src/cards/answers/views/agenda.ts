import { t } from '../../../locales/index.js';
import { inLanguage } from '../../../programme/text.js';
import type { Body } from '../../../questions/answer.js';
import { PAGE } from '../../../questions/answering/page.js';
import type { View } from '../view.js';
import { all, day } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { when } from '../words/when.js';
import { itemRow, type Row } from './project-rows.js';
import { spokenSections } from './projects.js';
import { sectionsCard } from './sections.js';

/** What begins, ends, is due and is to be decided in a time: how much of each, then each with its day. */
export function agendaView(speaker: Speaker, body: Extract<Body, { kind: 'agenda' }>): View {
  const { lang, portfolio } = speaker;
  const dated = (ids: readonly string[], which: 'start' | 'end'): Row[] =>
    ids.map((id) => {
      const on = portfolio.projects.get(id)?.[which];
      return itemRow(speaker, id, { line: '', value: on ? day(lang, on) : '' });
    });
  const kinds = [
    [
      'milestones',
      body.milestones.map(({ project, milestone }) =>
        itemRow(speaker, project, { line: inLanguage(milestone.title, lang), value: day(lang, milestone.due) }),
      ),
    ],
    [
      'decisions',
      body.decisions.map(({ project, text, by }) =>
        itemRow(speaker, project, { line: text, value: by ? day(lang, by) : '' }),
      ),
    ],
    ['starts', dated(body.starts, 'start')],
    ['ends', dated(body.ends, 'end')],
  ] as const;
  const filled = kinds.filter(([, rows]) => rows.length > 0);
  const sections = filled.map(([kind, rows]) => ({
    heading: t(lang, `agenda.heading.${kind}`),
    rows: rows.slice(0, PAGE),
  }));
  const time = when(lang, body.during);
  return {
    point:
      filled.length === 0
        ? t(lang, 'agenda.none', { when: time })
        : t(lang, 'agenda.point', {
            when: time,
            what: all(
              lang,
              filled.map(([kind, rows]) => t(lang, `agenda.${kind}`, { count: rows.length })),
            ),
          }),
    card: filled.length === 0 ? null : sectionsCard(sections),
    lines: spokenSections(sections),
    actions: [],
  };
}

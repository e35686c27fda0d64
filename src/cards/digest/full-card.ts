import { t } from '../../locales/index.js';
import { decisionBlock } from '../decisions/decision-block.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { render } from '../render.js';
import { lineData, shownData } from './digest-card.js';
import template from './full.json' with { type: 'json' };
import type { DigestView } from './view.js';

/** So many lines make a page; a decision with its form counts as five. A page stays below 40 KB. */
const PAGE_WEIGHT = 40;
const DECISION_WEIGHT = 5;

/** One entry of the complete list: a decision or a line, under its section's title. */
interface Entry {
  title: string;
  weight: number;
  block?: object;
  line?: { text: string; reason: string };
}

/** Everything of a digest, page by page (0-based; a page beyond the last is the last). */
export function fullCard(view: DigestView, page: number): object {
  const { lang } = view;
  const pages = paged(entriesOf(view));
  const current = Math.min(Math.max(0, page), pages.length - 1);
  const title = pages.length > 1 ? 'digest.full.page' : 'digest.full.title';
  return finish(
    render(template, {
      lang,
      title: md(t(lang, title, { title: view.title, page: current + 1, pages: pages.length })),
      asOf: md(view.asOf),
      sections: sectionsOf(pages[current] ?? []),
      pages: [
        ...(current > 0 ? [pageButton('back', current - 1)] : []),
        ...(current < pages.length - 1 ? [pageButton('on', current + 1)] : []),
      ],
    }),
  );

  function pageButton(way: 'back' | 'on', to: number): object {
    return { title: t(lang, `digest.full.${way}`), data: { ...shownData(view), page: to } };
  }
}

function entriesOf({ lang, week, at, decides, decisions, decisionsHeading, sections }: DigestView): Entry[] {
  const counted = (title: string, count: number | string) => md(t(lang, 'digest.sectionCount', { title, count }));
  const wanted = counted(decisionsHeading.title, decisionsHeading.count);
  const options = { lang, form: decides, several: true, shown: { week, at } };
  return [
    ...decisions.map((view) => ({ title: wanted, weight: DECISION_WEIGHT, block: decisionBlock(view, options) })),
    ...sections.flatMap(({ title, lines }) =>
      lines.map((line) => ({ title: counted(title, lines.length), weight: 1, line: lineData(line) })),
    ),
  ];
}

function paged(entries: readonly Entry[]): Entry[][] {
  const pages: Entry[][] = [[]];
  let weight = 0;
  for (const entry of entries) {
    if (weight + entry.weight > PAGE_WEIGHT) {
      pages.push([]);
      weight = 0;
    }
    pages.at(-1)?.push(entry);
    weight += entry.weight;
  }
  return pages;
}

function sectionsOf(entries: readonly Entry[]) {
  const sections: { title: string; blocks: object[]; lines: object[] }[] = [];
  for (const { title, block, line } of entries) {
    if (sections.at(-1)?.title !== title) sections.push({ title, blocks: [], lines: [] });
    if (block) sections.at(-1)?.blocks.push(block);
    if (line) sections.at(-1)?.lines.push(line);
  }
  return sections;
}

import { h, type ComponentChild } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { t } from '../../locales/index.js';
import type { DecisionView } from '../decisions/decision-view.js';
import { chart } from './page-chart.js';
import { STYLES } from './page-styles.js';
import type { DigestView, LineView, SectionView, WeeksView } from './view.js';

/**
 * The whole digest as one accessible page (WCAG 2.1 AA) without script, which prints well: the same content in the same
 * order as card and text.
 */
export function digestPage(view: DigestView): string {
  return `<!doctype html>\n${renderToString(page(view))}\n`;
}

function page(view: DigestView) {
  const { lang, title, period, headline, note, asOf, quiet, weeks } = view;
  return h('html', { lang }, [
    h('head', null, [
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, `${title} · ${period}`),
      h('style', { dangerouslySetInnerHTML: { __html: STYLES } }),
    ]),
    h('body', null, [
      h('header', null, [
        h('h1', null, `${title} · ${period}`),
        h('p', { class: 'headline' }, headline),
        note ? h('p', null, note) : null,
      ]),
      h('main', null, [
        counts(view),
        quiet ? null : decisions(view),
        ...view.sections.map(section),
        weeks ? weeksSection(weeks, lang) : null,
      ]),
      h('footer', null, h('p', { class: 'soft' }, asOf)),
    ]),
  ]);
}

function counts({ lang, counts: list }: DigestView): ComponentChild {
  const items = list.map(({ symbol, word, count }) => h('li', null, [h('strong', null, `${symbol} ${count}`), word]));
  return h('ul', { class: 'counts', 'aria-label': t(lang, 'digest.page.counts') }, items);
}

function decisions({ decisionsHeading: { title, count }, decisions: list }: DigestView): ComponentChild {
  if (list.length === 0) return null;
  return h('section', { class: 'decisions', 'aria-labelledby': 'decisions' }, [
    h('h2', { id: 'decisions' }, `${title} (${count})`),
    h('ul', null, list.map(decision)),
  ]);
}

function decision({ project, text, when, overdue, ruling }: DecisionView): ComponentChild {
  return h('li', null, [
    h('p', null, [h('strong', null, project), `: ${text}`]),
    ruling ? h('p', null, ruling.text) : h('p', { class: overdue ? 'late' : 'soft' }, when),
  ]);
}

function section({ id, title, lines }: SectionView): ComponentChild {
  return h('section', { 'aria-labelledby': id }, [
    h('h2', { id }, `${title} (${lines.length})`),
    h('ul', null, lines.map(line)),
  ]);
}

function line({ symbol, subject, text, reason }: LineView): ComponentChild {
  return h('li', null, [
    h('p', null, [symbol ? `${symbol} ` : '', h('strong', null, subject), `: ${text}`]),
    reason ? h('p', { class: 'soft' }, reason) : null,
  ]);
}

function weeksSection(weeks: WeeksView, lang: DigestView['lang']): ComponentChild {
  const healths = ['red', 'amber', 'green'] as const;
  // The head of each column is the chart's legend as well.
  const columns = healths.map((health) => [h('span', { class: `key ${health}` }), t(lang, `health.${health}`)]);
  const head = [t(lang, 'digest.weeks.week'), ...columns];
  return h('section', { 'aria-labelledby': 'weeks' }, [
    h('h2', { id: 'weeks' }, weeks.title),
    h('p', null, weeks.sentence),
    chart(weeks, t(lang, 'digest.page.chart')),
    h('table', null, [
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          head.map((text) => h('th', { scope: 'col' }, text)),
        ),
      ),
      h(
        'tbody',
        null,
        weeks.weeks.map((week) =>
          h('tr', null, [
            h('th', { scope: 'row' }, week.label),
            ...healths.map((health) => h('td', null, week[health])),
          ]),
        ),
      ),
    ]),
  ]);
}

import { Fragment, h, type ComponentChildren, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { projectAnchor } from './project-link.js';
import type { Entry, Phrase, RegistersDocument, Row } from './registers.js';
import { STYLES } from './styles.js';
import type { Words } from './words.js';

/**
 * The abridged registers as an accessible page of its own (WCAG 2.1 AA): headings in order, a table of contents, texts in
 * another language marked as such, nothing told by colour, no script, prints well.
 */
export function registersHtml(document: RegistersDocument, words: Words): string {
  return `<!doctype html>\n${renderToString(page(document, words))}\n`;
}

function page({ lang, title, city, heading, asOf, sections }: RegistersDocument, words: Words) {
  return h('html', { lang }, [
    h('head', null, [
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, `${title.text} – ${heading}`),
      h('style', { dangerouslySetInnerHTML: { __html: STYLES } }),
    ]),
    h('body', null, [
      h('header', null, [h('h1', inLang(title), title.text), h('p', null, `${city}: ${heading}. ${asOf}`)]),
      h('nav', { 'aria-label': words('publication.contents') }, contents(sections)),
      h(
        'main',
        null,
        sections.map((section) =>
          h('section', { 'aria-labelledby': `register-${section.register}` }, [
            h('h2', { id: `register-${section.register}` }, section.heading),
            section.entries.length === 0
              ? h('p', null, words('publication.empty'))
              : section.entries.map((entry) => article(entry, words)),
          ]),
        ),
      ),
    ]),
  ]);
}

function contents(sections: RegistersDocument['sections']): VNode {
  return h(
    'ul',
    null,
    sections.map(({ register, heading, entries }) =>
      h('li', null, [h('a', { href: `#register-${register}` }, heading), ` (${entries.length})`]),
    ),
  );
}

function article({ id, title, summary, rows, fictional }: Entry, words: Words): ComponentChildren {
  return h('article', { id: projectAnchor(id) }, [
    h('h3', inLang(title), title.text),
    summary ? h('p', inLang(summary), summary.text) : null,
    rows.length === 0 ? null : h('dl', null, rows.map(row)),
    fictional ? h('p', { class: 'note' }, words('publication.fictional')) : null,
  ]);
}

function row({ label, items }: Row): VNode {
  return h(Fragment, null, [h('dt', null, label), ...items.map((item) => h('dd', null, itemOf(item)))]);
}

function itemOf(item: Row['items'][number]): ComponentChildren {
  if (item.href !== null) return h('a', { href: item.href }, item.text);
  return item.lang === null ? item.text : h('span', inLang(item), item.text);
}

function inLang({ lang }: Phrase): { lang: string } | null {
  return lang === null ? null : { lang };
}

import { t } from '../../locales/index.js';
import type { Lang } from '../../programme/text.js';
import type { OpenProgramme } from '../../publication/open-programme.js';
import { registersDocument } from '../../publication/registers.js';
import { md } from '../escape.js';
import { render } from '../render.js';
import template from './open-project.json' with { type: 'json' };
import type { Found } from './found.js';

/** What a card can show of a list. */
const ITEMS = 8;

/**
 * A project as the public sees it: the published fields and nothing else. Adaptive Cards 1.3, the newest that Teams takes
 * for the preview of a link. `url`: where it is published, null where that is nowhere. Null where it is not published.
 */
export function openProjectCard(open: OpenProgramme, id: string, lang: Lang, url: string | null): Found | null {
  const projects = open.projects.filter((project) => project.id === id);
  const document = registersDocument({ ...open, projects }, lang, (key, args) => t(lang, key, args));
  const section = document.sections.find(({ entries }) => entries.length > 0);
  const entry = section?.entries[0];
  if (!section || !entry) return null;
  const facts = entry.rows
    .filter(({ items }) => items.every(({ href }) => href === null))
    .map(({ label, items }) => ({ label, value: shortened(items.map(({ text }) => text)) }));
  const [title, summary] = [entry.title.text, entry.summary?.text ?? ''];
  const footer = [t(lang, 'extension.search.open'), document.asOf].join(' · ');
  const spoken = [title, section.heading, summary, ...facts.map(({ label, value }) => `${label}: ${value}`), footer];
  const card = render(template, {
    lang,
    title: md(title),
    register: md(section.heading),
    summary: md(summary),
    facts: facts.map(({ label, value }) => ({ title: label, value: md(value) })),
    footer: md(footer),
    words: spoken.filter(Boolean).join('\n'),
    actions: url ? [{ type: 'Action.OpenUrl', title: t(lang, 'extension.open.button'), url }] : [],
  });
  return { title, line: section.heading, card };
}

function shortened(items: readonly string[]): string {
  const shown = items.slice(0, ITEMS).join('; ');
  return items.length > ITEMS ? `${shown}; …` : shown;
}

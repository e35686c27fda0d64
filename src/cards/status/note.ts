import type { Lang } from '../../programme/text.js';
import type { Shown } from '../../reporting/fields.js';
import { t, type Key } from '../../locales/index.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { render } from '../render.js';
import template from './note.json' with { type: 'json' };

export interface NoteAction {
  title: string;
  verb: string;
  data: object;
}

/** A card of a few words in the place of another one, with buttons to go on; `typed` is shown so that it is not lost. */
export function noteCard(text: string, lang: Lang, actions: readonly NoteAction[] = [], typed?: Shown): object {
  const texts = typed ? typedTexts(typed, lang) : [];
  const [rows, row] = isTooWide(actions) ? [actions, []] : [[], actions];
  return finish(render(template, { lang, text, texts, rows, actions: row }));
}

/** Letters of its buttons that a narrow card has room for side by side; clients cut off the rest. */
const WIDTH = 36;

function isTooWide(actions: readonly NoteAction[]): boolean {
  return actions.length > 1 && actions.reduce((sum, { title }) => sum + title.length, 4 * (actions.length - 1)) > WIDTH;
}

/** What was typed, with the labels of the form; empty fields are left out. */
export function typedTexts(typed: Shown, lang: Lang): { label: string; text: string }[] {
  return Object.entries(typed)
    .filter(([, text]) => text !== '')
    .map(([field, text]) => ({
      label: t(lang, `report.form.${field}` as Key),
      text: field === 'health' && /^(green|amber|red)$/.test(text) ? t(lang, `health.${text}` as Key) : md(text),
    }));
}

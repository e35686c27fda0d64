import { md } from '../../escape.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/facts.json' with { type: 'json' };
import type { View } from '../view.js';

const template = cardTemplate(blocks);

/** Label and value as they stand side by side. */
export type Pair = readonly [label: string, value: string];

/** A heading, paragraphs and facts; plain texts, shown as they are. */
export function factsCard(title: string, paragraphs: readonly string[], pairs: readonly Pair[]): View['card'] {
  return {
    template,
    data: { title: md(title), paragraphs: paragraphs.map((text) => ({ text: md(text) })), facts: factSet(pairs) },
  };
}

/** The facts of a FactSet element, escaped for display. */
export function factSet(pairs: readonly Pair[]): { title: string; value: string }[] {
  return pairs.map(([title, value]) => ({ title: md(title), value: md(value) }));
}

/** The same as lines to be read aloud. */
export function spokenPairs(pairs: readonly Pair[]): string[] {
  return pairs.map(([label, value]) => `${label}: ${value}`);
}

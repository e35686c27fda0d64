import { render } from '../../render.js';
import { cardTemplate } from '../card-template.js';
import { deepFrozen } from '../freeze.js';
import rowTemplate from '../templates/project-row.json' with { type: 'json' };
import blocks from '../templates/projects.json' with { type: 'json' };
import type { View } from '../view.js';
import type { Row } from './project-rows.js';

/** Rows under a heading; an empty heading is left out. */
export interface Section {
  heading: string;
  rows: readonly Row[];
}

const template = cardTemplate(blocks);
const rendered = new WeakMap<Row, object>();

/** A card of sections of rows; `range` is a line above them. Sections without rows are left out. */
export function sectionsCard(sections: readonly Section[], range = ''): NonNullable<View['card']> {
  const filled = sections.filter(({ rows }) => rows.length > 0);
  return {
    template,
    data: { range, sections: filled.map(({ heading, rows }) => ({ heading, rows: rows.flatMap(elements) })) },
  };
}

function elements(row: Row): object[] {
  return row.below ? [element(row), row.below] : [element(row)];
}

/** A row's element, filled once: the same projects stand on card after card. */
function element(row: Row): object {
  let made = rendered.get(row);
  if (!made) rendered.set(row, (made = deepFrozen(render(rowTemplate, { width: 'auto', ...row, below: null }))));
  return made;
}

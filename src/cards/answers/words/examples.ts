import { t } from '../../../locales/index.js';
import type { Programme } from '../../../programme/programme.js';
import { wordings } from '../../../programme/text.js';
import type { Filters, Question } from '../../../questions/question.js';
import type { Button } from '../button.js';
import type { Speaker } from './speaker.js';

const MOST = 4;
const titles = new WeakMap<Programme, string[]>();

/** Questions that have an answer in the present programme, from the reader's own department where it is known. */
export function examples(speaker: Speaker, department: string | null): Button[] {
  const { lang, names, portfolio, today } = speaker;
  const { programme } = portfolio;
  const own = programme.departments.find(({ id, kind }) => id === department && kind !== 'dissolved');
  const unit =
    own ?? programme.departments.find(({ id }) => programme.projects.some(({ lead }) => lead.department === id));
  const field = programme.actionFields.find(({ id }) =>
    programme.projects.some((project) => project.register === 'running' && project.actionFields[0] === id),
  );
  const year = today.slice(0, 4);
  const found: Button[] = [];
  if (unit) {
    const organisations = [{ departments: [unit.id], division: null, relation: 'affects' as const }];
    found.push({
      title: t(lang, 'example.affects', { org: names.department(unit.id) }),
      question: listOf({ organisations }),
    });
  }
  if (field) {
    found.push({
      title: t(lang, 'example.field', { field: names.actionField(field.id) }),
      question: listOf({ registers: ['running'], actionFields: [field.id] }),
    });
  }
  if (portfolio.reports.size > 0) {
    found.push({ title: t(lang, 'example.health'), question: listOf({ health: ['red', 'amber'] }) });
  }
  if (programme.projects.some(({ end }) => end?.startsWith(year))) {
    found.push({
      title: t(lang, 'example.ends', { year }),
      question: listOf({ end: { from: `${year}-01-01`, to: `${year}-12-31` } }),
    });
  }
  if (field) {
    found.push({
      title: t(lang, 'example.count'),
      question: { intent: 'group', filters: {}, by: 'actionField', measure: 'count', order: 'desc', limit: null },
    });
  }
  return found.filter(({ title }) => !namesAProject(programme, title)).slice(0, MOST);
}

/** A title is named only where it is part of an answer; a field or department may bear the name of a project. */
function namesAProject(programme: Programme, text: string): boolean {
  let known = titles.get(programme);
  if (!known) {
    known = programme.projects.flatMap((project) => wordings(project.title)).map((title) => title.toLowerCase());
    titles.set(programme, known);
  }
  const plain = text.toLowerCase();
  return known.some((title) => plain.includes(title));
}

function listOf(filters: Filters): Question {
  return { intent: 'list', filters, order: null, limit: null, page: 0 };
}

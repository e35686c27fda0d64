import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import { PAGE } from '../../../questions/answering/page.js';
import type { Filters } from '../../../questions/question.js';
import { ask } from '../button.js';
import type { View } from '../view.js';
import { all } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { projectRow } from './project-rows.js';
import { allAction, spokenSections } from './projects.js';
import { sectionsCard, type Section } from './sections.js';

type Organisation = Extract<Body, { kind: 'organisation' }>;

/** What a department or division leads and what else touches it. */
export function organisationView(speaker: Speaker, body: Organisation): View {
  const { lang, names } = speaker;
  const org = body.department ? names.department(body.department) : names.division(body.division ?? '');
  const point = [t(lang, 'organisation.point', { org, leads: body.leads.length, affected: body.affected.length })];
  if (body.citywide > 0) point.push(t(lang, 'organisation.citywide', { count: body.citywide }));
  const place = placeOf(speaker, body);
  const ownLead = { lead: body.department !== null, register: false };
  const sections: Section[] = [
    {
      heading: t(lang, 'organisation.leads'),
      rows: body.leads.slice(0, PAGE).map((line) => projectRow(speaker, line, ownLead)),
    },
    {
      heading: t(lang, 'organisation.affected'),
      rows: body.affected.slice(0, PAGE).map((line) => projectRow(speaker, line, { lead: false, register: false })),
    },
  ];
  return {
    point: point.join(' '),
    card: sectionsCard(sections, place),
    lines: [place, ...spokenSections(sections)].filter(Boolean),
    actions: actionsOf(speaker, body),
  };
}

function placeOf({ lang, names }: Speaker, { department, division, departments }: Organisation): string {
  if (department) return division ? t(lang, 'organisation.division', { division: names.division(division) }) : '';
  return departments.length > 0
    ? t(lang, 'organisation.departments', { departments: all(lang, departments.map(names.departmentShort)) })
    : '';
}

/** All of them where the card holds the first ones only, and the city-wide ones. */
function actionsOf(
  speaker: Speaker,
  { department, division, departments, leads, affected, citywide }: Organisation,
): object[] {
  const { lang } = speaker;
  const total = leads.length + affected.length + citywide;
  const filters: Filters = {
    organisations: [{ departments, division: department ? null : division, relation: 'affects' }],
  };
  const actions: object[] = [];
  if (leads.length > PAGE || affected.length > PAGE) actions.push(allAction(speaker, filters, total));
  if (citywide > 0) {
    const title = t(lang, 'button.citywide', { count: citywide });
    actions.push(ask(title, { intent: 'list', filters: { citywide: true }, order: null, limit: null, page: 0 }, lang));
  }
  return actions;
}

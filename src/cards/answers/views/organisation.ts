import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import { ask } from '../button.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/projects.json' with { type: 'json' };
import type { View } from '../view.js';
import { all } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { projectRow, spokenRow } from './project-rows.js';

type Organisation = Extract<Body, { kind: 'organisation' }>;
const template = cardTemplate(blocks);

/** What a department or division leads and what else touches it. */
export function organisationView(speaker: Speaker, body: Organisation): View {
  const { lang, names } = speaker;
  const org = body.department ? names.department(body.department) : names.division(body.division ?? '');
  const parts = [t(lang, 'organisation.point', { org, leads: body.leads.length, affected: body.affected.length })];
  if (body.citywide > 0) parts.push(t(lang, 'organisation.citywide', { count: body.citywide }));
  const place = placeOf(speaker, body);
  const groups = [
    { heading: t(lang, 'organisation.leads'), lines: body.leads },
    { heading: t(lang, 'organisation.affected'), lines: body.affected },
  ].filter(({ lines }) => lines.length > 0);
  return {
    point: parts.join(' '),
    card: {
      template,
      data: {
        range: place,
        sections: groups.map(({ heading, lines }, at) => ({
          heading,
          rows: lines.map((line) =>
            projectRow(speaker, line, { lead: at === 0 && body.department !== null, register: false }),
          ),
        })),
      },
    },
    lines: [
      place,
      ...groups.flatMap(({ heading, lines }) => [`${heading}:`, ...lines.map((line) => spokenRow(speaker, line))]),
    ].filter(Boolean),
    actions: body.citywide > 0 ? [citywideAction(speaker, body.citywide)] : [],
  };
}

function placeOf({ lang, names }: Speaker, { department, division, departments }: Organisation): string {
  if (department) return division ? t(lang, 'organisation.division', { division: names.division(division) }) : '';
  return departments.length > 0
    ? t(lang, 'organisation.departments', { departments: all(lang, departments.map(names.departmentShort)) })
    : '';
}

function citywideAction({ lang }: Speaker, count: number): object {
  const title = t(lang, 'button.citywide', { count });
  return ask(title, { intent: 'list', filters: { citywide: true }, order: null, limit: null, page: 0 }, lang);
}

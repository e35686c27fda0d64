import { t } from '../../../locales/index.js';
import { REGISTERS } from '../../../programme/programme.js';
import { HEALTHS } from '../../../programme/report.js';
import { inLanguage } from '../../../programme/text.js';
import type { Body } from '../../../questions/answer.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/figure.json' with { type: 'json' };
import type { View } from '../view.js';
import { healthWords } from '../words/facts.js';
import { all } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { factsCard, spokenPairs, type Pair } from './facts-card.js';
import { figure, type Slice } from './figure.js';

const template = cardTemplate(blocks);

/** Where the programme stands: health of what runs as a ring, registers as bars. */
export function overviewView(speaker: Speaker, body: Extract<Body, { kind: 'overview' }>): View {
  const { lang } = speaker;
  const slice = (id: string | null, name: string, value: number): Slice => ({
    id,
    name,
    value,
    shown: t(lang, 'count.projects', { count: value }),
  });
  const health: Slice[] = [
    ...HEALTHS.map((id) => slice(id, healthWords(speaker, id), body.health[id])),
    ...(body.unreported > 0 ? [slice(null, t(lang, 'groups.none.health'), body.unreported)] : []),
  ];
  const registers = REGISTERS.map((id) => slice(id, t(lang, `register.${id}`), body.registers[id]));
  const figures = [
    { heading: t(lang, 'overview.health'), kind: 'donut' as const, slices: health },
    { heading: t(lang, 'overview.registers'), kind: 'bars' as const, slices: registers },
  ];
  return {
    point: t(lang, 'overview.point', {
      running: body.running,
      ...body.health,
      unreported: body.unreported,
      decisions: body.decisionsOpen,
    }),
    card: { template, data: { figures: figures.map((one) => figure({ ...one, title: one.heading, note: '' })) } },
    lines: figures.flatMap(({ heading, slices }) => [
      `${heading}:`,
      ...spokenPairs(slices.map(({ name, shown }) => [name, shown] as const)),
    ]),
    actions: [],
  };
}

/** What the programme is: its name, its size, its fields and goals. */
export function programmeView(speaker: Speaker): View {
  const { lang, portfolio, names } = speaker;
  const { programme } = portfolio;
  const named = (label: string, list: readonly { id: string }[], name: (id: string) => string): Pair[] =>
    list.length === 0
      ? []
      : [
          [
            label,
            all(
              lang,
              list.map(({ id }) => name(id)),
            ),
          ],
        ];
  const pairs = [
    ...named(t(lang, 'programme.fields'), programme.actionFields, names.actionField),
    ...named(t(lang, 'programme.goals'), programme.goals, names.goal),
  ];
  return {
    point: t(lang, 'programme.point', {
      title: inLanguage(programme.title, lang),
      city: programme.city,
      total: programme.projects.length,
      fields: programme.actionFields.length,
    }),
    card: factsCard('', [], pairs),
    lines: spokenPairs(pairs),
    actions: [],
  };
}

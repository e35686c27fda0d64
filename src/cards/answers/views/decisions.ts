import { t } from '../../../locales/index.js';
import { isOpen, type Decision } from '../../../programme/decision.js';
import { dayOf } from '../../../programme/calendar.js';
import type { Body } from '../../../questions/answer.js';
import { md } from '../../escape.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/projects.json' with { type: 'json' };
import type { View } from '../view.js';
import { day } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { factsCard } from './facts-card.js';
import { titleRow } from './project-rows.js';

type Decisions = Extract<Body, { kind: 'decisions' }>;
const template = cardTemplate(blocks);

/** What the steering group is asked to decide, or has decided. */
export function decisionsView(speaker: Speaker, body: Decisions): View {
  const { lang, names, today } = speaker;
  const { decisions, open } = body;
  if (decisions.length === 0) {
    return {
      point: t(lang, open ? 'decisions.none' : 'decisions.noneAtAll'),
      card: factsCard('', [], []),
      lines: [],
      actions: [],
    };
  }
  const pending = decisions.filter(isOpen);
  const overdue = pending.filter(({ by }) => by !== null && by < today).length;
  const row = (decision: Decision): object => ({
    ...titleRow(speaker, decision.project),
    line: md(decision.text),
    value: stateWords(speaker, decision),
    color: isOpen(decision) && decision.by !== null && decision.by < today ? 'Attention' : 'Default',
    weight: 'Default',
  });
  return {
    point:
      open === true
        ? t(lang, 'decisions.point', { count: decisions.length, overdue })
        : t(lang, 'decisions.all', { count: decisions.length, open: pending.length }),
    card: { template, data: { range: '', sections: [{ heading: '', rows: decisions.map(row) }] } },
    lines: decisions.map((one) => `${names.title(one.project)}: ${one.text} (${stateWords(speaker, one)})`),
    actions: [],
  };
}

function stateWords({ lang, today, portfolio }: Speaker, decision: Decision): string {
  const last = decision.rulings.at(-1);
  if (last && !isOpen(decision)) {
    const ruled = day(lang, dayOf(last.at, portfolio.programme.timeZone));
    return t(lang, 'decisions.ruledOn', { outcome: t(lang, `decisions.${last.outcome}`), day: ruled });
  }
  if (decision.by === null) return t(lang, 'decisions.noDay');
  const by = t(lang, 'decisions.by', { by: day(lang, decision.by) });
  return decision.by < today ? `${by}, ${t(lang, 'decisions.overdue')}` : by;
}

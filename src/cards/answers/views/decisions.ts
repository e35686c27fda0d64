import { t } from '../../../locales/index.js';
import { dayOf } from '../../../programme/calendar.js';
import { isOpen, type Decision } from '../../../programme/decision.js';
import type { Body } from '../../../questions/answer.js';
import { PAGE } from '../../../questions/answering/page.js';
import type { View } from '../view.js';
import { day } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { when } from '../words/when.js';
import { itemRow, type Row } from './project-rows.js';
import { spokenSections } from './projects.js';
import { sectionsCard } from './sections.js';

/** What the steering group is asked to decide, or has decided. */
export function decisionsView(speaker: Speaker, body: Extract<Body, { kind: 'decisions' }>): View {
  const { decisions, open, during, ofAll } = body;
  const { lang } = speaker;
  if (decisions.length === 0 && during && ofAll > 0) {
    const point = t(lang, open ? 'decisions.noneThen' : 'decisions.noneMadeThen', {
      when: when(lang, during),
      all: ofAll,
    });
    return { point, card: null, lines: [], actions: [] };
  }
  if (decisions.length === 0) {
    return { point: t(lang, open ? 'decisions.none' : 'decisions.noneAtAll'), card: null, lines: [], actions: [] };
  }
  const pending = decisions.filter(isOpen);
  const overdue = pending.filter((one) => isOverdue(speaker, one)).length;
  const left = decisions.length - PAGE;
  const sections = [{ heading: '', rows: decisions.slice(0, PAGE).map((one) => decisionRow(speaker, one)) }];
  return {
    point: [
      open === true
        ? t(lang, during ? 'decisions.pointThen' : 'decisions.point', {
            count: decisions.length,
            overdue,
            when: during ? when(lang, during) : '',
            all: ofAll,
          })
        : t(lang, 'decisions.all', { count: decisions.length, open: pending.length }),
      ...(left > 0 ? [t(lang, 'decisions.first', { count: PAGE })] : []),
    ].join(' '),
    card: sectionsCard(sections),
    lines: spokenSections(sections),
    actions: [],
  };
}

function decisionRow(speaker: Speaker, decision: Decision): Row {
  return itemRow(speaker, decision.project, {
    line: decision.text,
    value: stateWords(speaker, decision),
    color: isOverdue(speaker, decision) ? 'Attention' : 'Default',
  });
}

function isOverdue({ today }: Speaker, decision: Decision): boolean {
  return isOpen(decision) && decision.by !== null && decision.by < today;
}

function stateWords(speaker: Speaker, decision: Decision): string {
  const { lang, portfolio } = speaker;
  const last = decision.rulings.at(-1);
  if (last && !isOpen(decision)) {
    const ruled = day(lang, dayOf(last.at, portfolio.programme.timeZone));
    return t(lang, 'decisions.ruledOn', { outcome: t(lang, `decisions.${last.outcome}`), day: ruled });
  }
  if (decision.by === null) return t(lang, 'decisions.noDay');
  const by = t(lang, 'decisions.by', { by: day(lang, decision.by) });
  return isOverdue(speaker, decision) ? `${by}, ${t(lang, 'decisions.overdue')}` : by;
}

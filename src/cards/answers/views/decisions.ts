import { t } from '../../../locales/index.js';
import { dayOf } from '../../../programme/calendar.js';
import { isOpen, replacedBy, type Decision } from '../../../programme/decision.js';
import type { Body } from '../../../questions/answer.js';
import type { Filters } from '../../../questions/question.js';
import { PAGE } from '../../../questions/answering/page.js';
import { decisionButton } from '../../decisions/decision-form.js';
import { viewAlone } from '../../decisions/decision-view.js';
import { finish } from '../../finish.js';
import { shortened } from '../../format.js';
import type { View } from '../view.js';
import { day, quoted } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { when } from '../words/when.js';
import { itemRow, type Row } from './project-rows.js';
import { spokenSections } from './projects.js';
import { sectionsCard } from './sections.js';

/** So many open decisions can be taken on the card: their forms are most of its size. */
const FORMS = 5;

/**
 * What the steering group is asked to decide, or has decided. `mayDecide`: the reader can decide on the card, and change
 * what was decided.
 */
export function decisionsView(
  speaker: Speaker,
  body: Extract<Body, { kind: 'decisions' }>,
  filters: Filters,
  mayDecide: boolean,
): View {
  const { decisions, open, during, ofAll } = body;
  const { lang } = speaker;
  const isAtLarge = body.project === null && Object.keys(filters).length === 0;
  if (decisions.length === 0 && during && ofAll > 0) {
    const point = t(lang, open ? 'decisions.noneThen' : 'decisions.noneMadeThen', {
      when: when(lang, during),
      all: ofAll,
    });
    return { point, card: null, lines: [], actions: [] };
  }
  if (decisions.length === 0) {
    const none = open ? 'decisions.none' : isAtLarge ? 'decisions.noneTaken' : 'decisions.noneAtAll';
    return { point: t(lang, none), card: null, lines: [], actions: [] };
  }
  const pending = decisions.filter(isOpen);
  const overdue = pending.filter((one) => isOverdue(speaker, one)).length;
  const left = decisions.length - PAGE;
  const shown = decisions.slice(0, PAGE);
  const forms = new Set(mayDecide ? pending.slice(0, FORMS) : []);
  const shownTogether = shown.filter((one) => forms.has(one)).map(({ id }) => id);
  const rows = (some: readonly Decision[]) =>
    some.map((one): Row => {
      const row = decisionRow(speaker, one);
      return mayDecide && (forms.has(one) || !isOpen(one))
        ? { ...row, below: buttonOf(speaker, one, shownTogether) }
        : row;
    });
  const sections = open
    ? [{ heading: '', rows: rows(shown) }]
    : [
        { heading: t(lang, 'decisions.heading.taken'), rows: rows(shown.filter((one) => !isOpen(one))) },
        { heading: t(lang, 'decisions.heading.pending'), rows: rows(shown.filter(isOpen)) },
      ];
  return {
    point: [
      open === true
        ? t(lang, during ? 'decisions.pointThen' : 'decisions.point', {
            count: decisions.length,
            overdue,
            when: during ? when(lang, during) : '',
            all: ofAll,
          })
        : t(lang, 'decisions.taken', { taken: decisions.length - pending.length, pending: pending.length }),
      ...(filters.topic && decisions.length <= NAMED ? decisions.map((one) => sentence(speaker, one)) : []),
      ...(left > 0 ? [t(lang, open ? 'decisions.first' : 'decisions.newest', { count: PAGE })] : []),
    ].join(' '),
    card: sectionsCard(sections),
    lines: spokenSections(sections),
    actions: [],
  };
}

/** "„Lizenzen kaufen“ für „Sensorik“: abgelehnt (14.04.2026)." */
function sentence(speaker: Speaker, decision: Decision): string {
  const { lang, names, portfolio } = speaker;
  const last = decision.rulings.at(-1);
  return t(lang, 'decisions.said', {
    text: quoted(lang, shortened(decision.text, LONGEST_COMMENT)),
    title: names.quotedTitle(decision.project),
    state: stateWords(speaker, decision),
    ruled: last && !isOpen(decision) ? 'yes' : 'no',
    day: last ? day(lang, dayOf(last.at, portfolio.programme.timeZone)) : '',
  });
}
/** On a matter so few are told in the sentence itself: what was decided is the point. */
const NAMED = 2;

function buttonOf(speaker: Speaker, decision: Decision, decisions: readonly string[]): object {
  const several = decisions.length > 1;
  const options = { lang: speaker.lang, several, shown: several ? { decisions } : {} };
  const button = decisionButton(viewAlone(decision, speaker.today, speaker), options);
  return finish({ type: 'ActionSet', spacing: 'Small', actions: [button] });
}

/** The question stands above its project: it is what is decided. */
function decisionRow(speaker: Speaker, decision: Decision): Row {
  const row = itemRow(speaker, decision.project, {
    line: decision.text,
    value: stateWords(speaker, decision),
    color: isOverdue(speaker, decision) ? 'Attention' : 'Default',
    reason: rulingWords(speaker, decision),
  });
  return { ...row, title: row.line, line: row.title, width: STATE_WIDTH };
}
/** Room for the longest word and for a day; an open decision's day is told in up to three lines. */
const STATE_WIDTH = '100px';

/** Who ruled, by role, on which condition and why; empty where nobody has. */
function rulingWords({ lang, portfolio }: Speaker, decision: Decision): string {
  const last = decision.rulings.at(-1);
  if (!last) return '';
  const until = last.until ? day(lang, last.until) : '';
  const before = replacedBy(decision, last)?.outcome;
  const parts = [
    t(lang, 'decisions.bySteering', {
      // The outcome of what is settled stands beside it already.
      outcome: isOpen(decision) ? t(lang, `decisions.${last.outcome}`) : 'none',
      day: day(lang, dayOf(last.at, portfolio.programme.timeZone)),
    }),
    before ? t(lang, 'digest.ruling.before', { outcome: t(lang, `digest.outcome.${before}`) }) : '',
    last.condition
      ? t(lang, 'decisions.condition', {
          condition: last.condition,
          timed: until ? 'yes' : 'no',
          until,
          fulfilled: last.fulfilled ? 'yes' : 'no',
        })
      : '',
    last.outcome === 'deferred' && until ? t(lang, 'decisions.back', { until }) : '',
    shortened(last.comment, LONGEST_COMMENT),
  ];
  return parts.filter(Boolean).join(' · ');
}
const LONGEST_COMMENT = 200;

function isOverdue({ today }: Speaker, decision: Decision): boolean {
  return isOpen(decision) && decision.by !== null && decision.by < today;
}

function stateWords(speaker: Speaker, decision: Decision): string {
  const { lang } = speaker;
  const last = decision.rulings.at(-1);
  if (last && !isOpen(decision)) return t(lang, `decisions.${last.outcome}`);
  if (decision.by === null) return t(lang, 'decisions.noDay');
  const by = t(lang, 'decisions.by', { by: day(lang, decision.by) });
  return isOverdue(speaker, decision) ? `${by}, ${t(lang, 'decisions.overdue')}` : by;
}

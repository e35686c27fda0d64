import { HEALTHS, type DecisionWish, type Health, type StatusReport } from '../programme/report.js';
import { asText, LONGEST, TEXT_FIELDS, type Field, type TextField, type Typed } from './fields.js';
import { calendarDay } from './typed-day.js';

/** What is wrong with one field; the wording is `report.fault.<code>` filled with `details`. */
export interface Fault {
  field: Field;
  code:
    | 'healthMissing'
    | 'healthUnknown'
    | 'progressWhole'
    | 'progressRange'
    | 'reasonMissing'
    | 'reasonRepeated'
    | 'decisionMissing'
    | 'decisionByMissing'
    | 'decisionByInvalid'
    | 'decisionByPast'
    | 'tooLong'
    | 'wrongType';
  details: Record<string, string | number>;
}

/** A report's contents, checked, not yet anybody's. */
export interface Draft {
  health: Health;
  progress: number | null;
  summary: string;
  nextSteps: string;
  risk: string;
  decision: DecisionWish | null;
  officeNote: string | null;
  milestones: StatusReport['milestones'];
}
export type Checked = { ok: true; draft: Draft } | { ok: false; faults: Fault[] };

/**
 * Checks what was typed into the form of one project. Health is required; progress is a whole number 0…100 or left
 * open; amber or red needs a reason (a risk, or a summary that is not the previous report's, unless nothing was changed);
 * a decision needs a day that is not past, unless it is the wish the previous report already carried. All faults are
 * listed, at most one per field.
 *
 * @param previous the report the form was filled from
 * @param stands `previous` is repeated untouched, or corrected: a reason it gave still holds
 * @param today the local day, `YYYY-MM-DD`
 */
export function validateReport(
  typed: Typed,
  previous: StatusReport | undefined,
  today: string,
  stands = false,
): Checked {
  const faults: Fault[] = [];
  const fault = (field: Field, code: Fault['code'], details: Fault['details'] = {}) => {
    if (!faults.some((known) => known.field === field)) faults.push({ field, code, details });
  };
  const texts = readTexts(typed, fault);
  const health = readHealth(typed.health, fault);
  const progress = readProgress(typed.progress, fault);
  if (health && health !== 'green' && !texts.risk) {
    const given = stands && previous && previous.health !== 'green';
    if (!texts.summary) fault('risk', 'reasonMissing');
    else if (!given && texts.summary === asText(previous?.summary)) fault('risk', 'reasonRepeated');
  }
  const decision = readDecision(texts.decision, typed.decisionBy, previous?.decision ?? null, today, fault);
  if (faults.length > 0 || !health) return { ok: false, faults };
  const { summary, nextSteps, risk, officeNote } = texts;
  const draft: Draft = {
    health,
    progress,
    summary,
    nextSteps,
    risk,
    decision,
    officeNote: officeNote || null,
    milestones: [],
  };
  return { ok: true, draft };
}

type Complain = (field: Field, code: Fault['code'], details?: Fault['details']) => void;

function readTexts(typed: Typed, fault: Complain): Record<TextField, string> {
  const read = (field: TextField): string => {
    const text = asText(typed[field]);
    if (text === null) fault(field, 'wrongType');
    else if (text.length > LONGEST[field]) fault(field, 'tooLong', { longest: LONGEST[field], length: text.length });
    return text ?? '';
  };
  return Object.fromEntries(TEXT_FIELDS.map((field) => [field, read(field)])) as Record<TextField, string>;
}

function readHealth(value: unknown, fault: Complain): Health | null {
  const text = asText(value);
  const known = HEALTHS.find((health) => health === text?.toLowerCase());
  if (!known) fault('health', text === '' ? 'healthMissing' : 'healthUnknown');
  return known ?? null;
}

function readProgress(value: unknown, fault: Complain): number | null {
  const text = asText(value)?.replace(/\s*%$/, '');
  // Some clients send an empty number input as NaN.
  if (text === '' || text === 'NaN') return null;
  if (text === undefined || !/^[+-]?\d+(?:[.,]\d+)?$/.test(text)) {
    fault('progress', 'progressWhole', { typed: (text ?? '').slice(0, 40) });
    return null;
  }
  const number = Number(text.replace(',', '.'));
  if (!Number.isInteger(number)) fault('progress', 'progressWhole', { typed: text });
  else if (number < 0 || number > 100) fault('progress', 'progressRange', { typed: text });
  return number;
}

function readDecision(
  text: string,
  typedDay: unknown,
  previous: DecisionWish | null,
  today: string,
  fault: Complain,
): DecisionWish | null {
  const dayText = asText(typedDay);
  if (!text) {
    // A day left over from a wish that was deleted means nothing.
    if (dayText !== '' && dayText !== previous?.by) fault('decision', 'decisionMissing');
    return null;
  }
  const day = dayText ? calendarDay(dayText) : null;
  if (dayText === '') fault('decisionBy', 'decisionByMissing');
  else if (!day) fault('decisionBy', 'decisionByInvalid');
  else if (day < today && !(previous?.text === text && previous.by === day))
    fault('decisionBy', 'decisionByPast', { today });
  return { text, by: day };
}

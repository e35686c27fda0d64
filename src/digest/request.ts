import { createHash } from 'node:crypto';
import type { ProgrammeEvent } from '../programme/events.js';
import type { Portfolio } from '../programme/portfolio.js';
import { asText } from '../reporting/fields.js';
import { calendarDay } from '../reporting/typed-day.js';
import { withEnd } from '../reporting/typed-end.js';

/** A decision the programme office wants, as told in chat; the project's name is still words. */
export interface SaidRequest {
  subject: string;
  text: string;
  /** `YYYY-MM-DD`, empty where none was said. */
  by: string;
}

export const LONGEST_REQUEST = 1000;

const SHAPES: RegExp[] = [
  /^(?:bitte\s+)?(?:eine\s+)?entscheidung\s+(?:anfragen|anfordern|erbitten|einholen|beantragen)\s+(?:zu[mr]?|für|bei|über)\s+(?<subject>[^:]{2,100}?)(?:\s*:\s*(?<text>.*))?$/isu,
  /^(?:bitte\s+)?(?:eine\s+)?entscheidung\s+(?:zu[mr]?|für|über)\s+(?<subject>[^:]{2,100}?)\s+(?:anfragen|anfordern|erbitten|einholen|beantragen)(?:\s*:\s*(?<text>.*))?$/isu,
  /^(?:please\s+)?(?:ask\s+for|request)\s+a\s+decision\s+(?:on|about|for)\s+(?<subject>[^:]{2,100}?)(?:\s*:\s*(?<text>.*))?$/isu,
];

/**
 * Reads "Entscheidung anfragen zu E-Akte: Zweites Los ausschreiben? bis 1.6." and its like; null where the words are
 * about something else.
 *
 * @param today the local day, `YYYY-MM-DD`
 */
export function readRequest(said: string, today: string): SaidRequest | null {
  for (const shape of SHAPES) {
    const { subject = '', text = '' } = shape.exec(said.trim())?.groups ?? {};
    if (!subject) continue;
    const [words, by] = withEnd(` ${text}`.replace(/(?<=\p{L})[.!]+$/u, ''), today);
    const bare = subject.replace(/^(?:de[mnr]|das|die|the)\s+/iu, '').trim();
    return { subject: bare, text: words.replace(/[\s,;–-]+$/u, '').trim(), by: by ?? '' };
  }
  return null;
}

/** What was typed on the card; nothing in it is trusted. */
export interface TypedRequest {
  /** Minted with the card: what it sends is recorded once. */
  form: string;
  project: string;
  text: unknown;
  by: unknown;
}
/** What is wrong with which field, by wording `decision.request.<fault>`. */
export interface RequestFaults {
  text?: 'textMissing' | 'textTooLong';
  by?: 'byMissing' | 'byInvalid' | 'byPast';
}
export type Requested =
  { ok: true; event: Extract<ProgrammeEvent, { type: 'decision.requested' }> } | { ok: false; faults: RequestFaults };

/** The event by which the steering group is asked; like in a report, what it is to decide needs a day. */
export function request(typed: TypedRequest, { by, now, today }: { by: string; now: Date; today: string }): Requested {
  const text = asText(typed.text) ?? '';
  const said = asText(typed.by) ?? '';
  const dueBy = said ? calendarDay(said) : null;
  const faults: RequestFaults = {
    ...(text === '' && { text: 'textMissing' }),
    ...(text.length > LONGEST_REQUEST && { text: 'textTooLong' }),
    ...(said === '' ? { by: 'byMissing' } : !dueBy ? { by: 'byInvalid' } : dueBy < today ? { by: 'byPast' } : {}),
  };
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const decision = `asked-${createHash('sha256').update([typed.form, typed.project].join('\n')).digest('hex').slice(0, 24)}`;
  const data = { decision, project: typed.project, text, dueBy };
  return { ok: true, event: { id: decision, type: 'decision.requested', at: now.toISOString(), by, why: null, data } };
}

/** Whether a decision was asked for by the office itself and not by a report; only such a one can be taken back in chat. */
export function askedDirectly({ history }: Pick<Portfolio, 'history'>, decision: string): boolean {
  return history.some((event) => event.type === 'decision.requested' && event.data.decision === decision);
}

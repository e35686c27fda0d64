import type { Scope } from '../../digest/scope.js';
import type { DecisionView } from '../decisions/decision-view.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';

/**
 * A digest in words, complete and in reading order: what card, plain text and page are all made from. Texts are plain,
 * not escaped for any format.
 */
export interface DigestView {
  lang: Lang;
  week: string;
  /** What a personal digest is about, so that its buttons stay with that; empty: the whole programme. */
  scopes: readonly Scope[];
  /** A personal one that comes once a month and tells of all that time. */
  monthly: boolean;
  /** The instant the digest holds, ISO 8601. */
  at: string;
  title: string;
  period: string;
  asOf: string;
  headline: string;
  /** Why it comes to this reader alone, or empty. */
  personal: string;
  /** A paragraph of the programme office, or empty. */
  note: string;
  quiet: boolean;
  counts: CountView[];
  decisions: DecisionView[];
  /** `count`: how many of them are wanted, as a text. */
  decisionsHeading: { title: string; count: string };
  decides: boolean;
  sections: SectionView[];
  weeks: WeeksView | null;
}
export interface CountView {
  health: 'green' | 'amber' | 'red' | 'unreported';
  symbol: string;
  word: string;
  count: number;
}
export type SectionId =
  | 'decided'
  | 'conditions'
  | 'changes'
  | 'attention'
  | 'reached'
  | 'overdue'
  | 'due'
  | 'missing'
  | 'represented'
  | 'resources'
  | 'ahead';
export interface SectionView {
  id: SectionId;
  title: string;
  /** Where space is scarce, neighbours of one group stand under this one heading. */
  group: string;
  lines: LineView[];
}
export interface LineView {
  /** A sign whose meaning the text repeats; may be empty. */
  symbol: string;
  /** What the line is about: a project's or an action field's name. */
  subject: string;
  text: string;
  /** The reason, in people's own words; may be empty. */
  reason: string;
}
export interface WeeksView {
  title: string;
  sentence: string;
  /** `short`: for the axis of a chart, where a word would be cut off. */
  weeks: { label: string; short: string; green: number; amber: number; red: number; unreported: number }[];
}

/** What the wording needs beside the digest itself. */
export interface Reader {
  portfolio: Portfolio;
  lang: Lang;
  /** Whether the reader may decide on the card itself; yes unless said otherwise. */
  decides?: boolean;
  /** A paragraph of the programme office on this digest. */
  note?: string;
  /** Why it comes to this reader alone; with it the card can be stopped. */
  personal?: string;
  /** What a personal digest is about; none: the whole programme. */
  scopes?: readonly Scope[];
  /** Whether a personal one comes once a month; no unless said otherwise. */
  monthly?: boolean;
}

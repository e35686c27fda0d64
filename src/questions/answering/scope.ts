import { dayOf } from '../../programme/calendar.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import type { Project } from '../../programme/programme.js';
import type { Because } from '../answer.js';
import type { Filters } from '../question.js';
import { programmeIndex, type ProgrammeIndex } from './programme-index.js';

/** A project a topic leads to. */
export interface TopicHit {
  project: string;
}
/** Finds the projects about a topic, given as the words a person said, the most relevant first. */
export type TopicSearch = (words: readonly string[]) => readonly TopicHit[];

export interface Input {
  now: Date;
  topics: TopicSearch;
  /** The ISO week status reports are being collected for. */
  reportingWeek: () => string;
}

/** A project that meets conditions, and the reason where it does so in a way worth saying. */
export interface Hit {
  project: Project;
  because: Because | null;
}

/** What every part of an answer is computed from. */
export interface Scope extends Input {
  portfolio: Portfolio;
  index: ProgrammeIndex;
  /** The day of `now` in the programme's zone. */
  today: string;
  lang: Lang;
  /** What was selected for this answer already. */
  selections: Map<Filters, readonly Hit[]>;
}

/** Prepares what an answer is computed from; for one answer only, which looks things up several times. */
export function makeScope(portfolio: Portfolio, lang: Lang, input: Input): Scope {
  return {
    ...input,
    portfolio,
    lang,
    selections: new Map(),
    index: programmeIndex(portfolio.programme, lang),
    today: dayOf(input.now, portfolio.programme.timeZone),
  };
}

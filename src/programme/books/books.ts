import type { Arrangement } from '../arrangement.js';
import type { Decision } from '../decision.js';
import type { Recorded } from '../events.js';
import type { Portfolio } from '../portfolio.js';
import type { Programme, Project } from '../programme.js';
import type { StatusReport } from '../report.js';
import { SharedList } from './shared-list.js';
import { SharedMap } from './shared-map.js';

/** What history made of the programme so far: the portfolio, and what only the next step of `fold` needs. Immutable. */
export interface Books {
  /** As imported last; undefined before the first import. */
  programme: Programme | undefined;
  revision: number;
  projects: SharedMap<string, Project>;
  reports: SharedMap<string, readonly StatusReport[]>;
  decisions: SharedMap<string, Decision>;
  history: SharedList<Recorded>;
  /** By report id: its project, and the `seq` of the event that brought it. */
  filed: SharedMap<string, { project: string; seq: number }>;
  /** By project id: the decisions that its reports asked for, in that order. */
  wishes: SharedMap<string, readonly Wish[]>;
  /** The projects as the file has them. */
  fileProjects: ReadonlyMap<string, Project>;
  /** By project id and a milestone's title: the `seq` of the import that last changed it in the file. */
  milestonesSet: SharedMap<string, ReadonlyMap<string, number>>;
  /** By project id: how it is asked, where that was said in chat and the file has said nothing else since. */
  arrangements: SharedMap<string, Arrangement>;
}

/** A decision that reports asked for, in the words and with the date they used last. */
export interface Wish {
  decision: string;
  /** The report that asked first; a correction of it still is the same wish. */
  root: string;
  text: string;
  by: string | null;
  /** Retracted only because the project's newest report did not ask for it any more. */
  dropped: boolean;
}

/**
 * Books without an entry; made anew each time, because an older version of a shared map keeps all that came after it in
 * memory.
 */
export function emptyBooks(): Books {
  return {
    programme: undefined,
    revision: 0,
    projects: SharedMap.of(),
    reports: SharedMap.of(),
    decisions: SharedMap.of(),
    history: SharedList.of(),
    filed: SharedMap.of(),
    wishes: SharedMap.of(),
    fileProjects: new Map(),
    milestonesSet: SharedMap.of(),
    arrangements: SharedMap.of(),
  };
}

/** The books as everybody else reads them; undefined while no programme has been imported. */
export function portfolioOf(books: Books, knownAt: string): Portfolio | undefined {
  const { programme, revision, projects, reports, decisions, history } = books;
  if (!programme) return undefined;
  return {
    programme,
    revision,
    projects,
    reports,
    decisions,
    get history() {
      return history.toArray();
    },
    knownAt,
  };
}

export const HEALTHS = ['green', 'amber', 'red'] as const;
export type Health = (typeof HEALTHS)[number];

export interface DecisionWish {
  text: string;
  /** Day by which the steering group should decide, `YYYY-MM-DD`. */
  by: string | null;
}

/** What a lead said about one project for one week. It belongs to the project; `by` serves the audit only. */
export interface StatusReport {
  id: string;
  project: string;
  /** Reporting week, `2026-W21` (ISO 8601). */
  week: string;
  /** Person id of the author, or null where the file does not say. */
  by: string | null;
  /** In which role the author spoke. */
  role: 'lead' | 'deputy' | 'office' | 'import';
  submittedAt: string;
  health: Health;
  /** 0…100 per cent, null = not stated. */
  progress: number | null;
  summary: string;
  nextSteps: string;
  risk: string;
  decision: DecisionWish | null;
  /** For the programme office's eyes only. */
  officeNote: string | null;
  /** Milestones the report ticks or moves, by their title in either language; days `YYYY-MM-DD`. */
  milestones: { title: string; due: string; done: string | null }[];
  /** Said with "nothing changed". */
  unchanged: boolean;
  /** The report this one replaces. */
  corrects: string | null;
  /** Set when withdrawn. */
  withdrawn: { at: string; by: string | null; reason: string } | null;
}

/** Why a project is as it is, in the words of its report: what troubles it where it is not green; empty where nobody said. */
export function reasonOf({ health, risk, summary }: Pick<StatusReport, 'health' | 'risk' | 'summary'>): string {
  return health === 'green' ? summary || risk : risk || summary;
}

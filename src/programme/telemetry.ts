/** What an operator may learn about a step: codes and numbers, never texts, names or ids of persons. */
export type Attributes = Record<string, string | number | boolean>;

/** What is measured: a person's turn, a run of a job, one operation of the store. */
export type StepName = 'turn' | 'job' | 'store';

/** Shows operators what runs, how long and how well. Never fails, and never keeps the work from being done. */
export interface Telemetry {
  /** Does `work` as a step of what is under way, measured; settles as it does. */
  step<T>(name: StepName, attributes: Attributes, work: () => Promise<T>): Promise<T>;
  /** Says more about the step that is under way. */
  note(attributes: Attributes): void;
  /** Counts messages that a job sent or could not send. */
  count(what: 'sent' | 'failed', by: number, attributes: Attributes): void;
}

/** Nobody watches. */
export const UNWATCHED: Telemetry = {
  step: (_name, _attributes, work) => work(),
  note: () => undefined,
  count: () => undefined,
};

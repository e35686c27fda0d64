/** Scores of projects by their number: with thousands of projects much cheaper than a Map, which would hash each. */
export class Scores {
  /** The projects with a score, in the order in which they got one. */
  readonly met: number[] = [];
  private readonly scores: Float64Array;

  constructor(projects: number) {
    this.scores = new Float64Array(projects);
  }

  /** 0 where there is none. */
  of(project: number): number {
    return this.scores[project] ?? 0;
  }

  /** @param score more than 0 */
  add(project: number, score: number): void {
    this.raise(project, this.of(project) + score);
  }

  divide(by: number): void {
    for (const project of this.met) this.scores[project] = this.of(project) / by;
  }

  /** Nothing changes where the score is as high already. */
  raise(project: number, score: number): void {
    const known = this.of(project);
    if (score <= known) return;
    if (known === 0) this.met.push(project);
    this.scores[project] = score;
  }
}

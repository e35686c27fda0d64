/**
 * Term → projects with weights, kept in typed arrays: 10,000 projects with some 100 terms each fit in a few megabytes.
 */
export class Postings {
  private terms = new Int32Array(1024);
  private projects = new Int32Array(1024);
  private weights = new Uint8Array(1024);
  private size = 0;
  private starts = new Int32Array(0);

  constructor(readonly projectCount: number) {}

  /** Adds one project's terms with weights of 0…1. */
  add(project: number, found: ReadonlyMap<number, number>): void {
    this.reserve(this.size + found.size);
    for (const [term, weight] of found) {
      this.terms[this.size] = term;
      this.projects[this.size] = project;
      this.weights[this.size] = Math.round(weight * 100);
      this.size++;
    }
  }

  /** Sorts by term; nothing can be added afterwards. */
  close(termCount: number): void {
    const starts = new Int32Array(termCount + 1);
    for (let at = 0; at < this.size; at++) {
      const slot = (this.terms[at] ?? 0) + 1;
      starts[slot] = (starts[slot] ?? 0) + 1;
    }
    for (let term = 0; term < termCount; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const next = starts.slice();
    const projects = new Int32Array(this.size);
    const weights = new Uint8Array(this.size);
    for (let at = 0; at < this.size; at++) {
      const term = this.terms[at] ?? 0;
      const place = next[term] ?? 0;
      next[term] = place + 1;
      projects[place] = this.projects[at] ?? 0;
      weights[place] = this.weights[at] ?? 0;
    }
    this.starts = starts;
    this.projects = projects;
    this.weights = weights;
    this.terms = new Int32Array(0);
  }

  /** In how many projects a term stands. */
  frequency(term: number): number {
    return (this.starts[term + 1] ?? 0) - (this.starts[term] ?? 0);
  }

  /** Visits the projects of a term with their weight, 0…1. */
  each(term: number, visit: (project: number, weight: number) => void): void {
    const end = this.starts[term + 1] ?? 0;
    for (let at = this.starts[term] ?? 0; at < end; at++) visit(this.projects[at] ?? 0, (this.weights[at] ?? 0) / 100);
  }

  private reserve(size: number): void {
    if (size <= this.terms.length) return;
    const capacity = Math.max(size, this.terms.length * 2);
    const grow = (from: Int32Array) => {
      const to = new Int32Array(capacity);
      to.set(from);
      return to;
    };
    this.terms = grow(this.terms);
    this.projects = grow(this.projects);
    const weights = new Uint8Array(capacity);
    weights.set(this.weights);
    this.weights = weights;
  }
}

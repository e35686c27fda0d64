import { randomUUID } from 'node:crypto';
import type { Change } from '../events.js';
import { diffProgrammes } from '../file/diff.js';
import type { ImportResult, Origin } from '../ledger.js';
import { inOrderOfWeeks } from '../portfolio.js';
import type { Programme } from '../programme.js';
import type { StatusReport } from '../report.js';
import type { Entry } from './event-log.js';
import type { Journal } from './journal.js';

/** Characters of JSON up to which the changes stand in the event itself. */
const INLINE = 50_000;
/** Reports proposed at once. */
const AT_ONCE = 1_000;

/** One import on its way into history: worked out anew whenever somebody else was quicker. */
export class Importing {
  private readonly id = `import-${randomUUID()}`;
  private readonly reports: StatusReport[];
  /** The present programme from which this one was found not to differ. */
  private equal: Programme | undefined;

  constructor(
    private readonly journal: Journal,
    private readonly programme: Programme,
    reports: readonly StatusReport[],
    private readonly origin: Origin,
  ) {
    this.reports = [...reports].sort(inOrderOfWeeks);
  }

  /** What the import still adds to what is known now; empty when everything is there. */
  async entries(): Promise<Entry[]> {
    const imported = this.journal.recorded(this.id) ? [] : await this.importedEntry();
    const reports = this.missingReports().map((report) => this.reportEntry(report));
    return [...imported, ...reports];
  }

  /** What it has added; to be asked after the entries were appended. */
  result(): ImportResult {
    const event = this.journal.recorded(this.id);
    const data =
      event?.type === 'programme.imported' ? event.data : { revision: this.journal.books.revision, changes: [] };
    return { ...data, reports: this.reports.filter((report) => this.journal.recorded(this.idOf(report))) };
  }

  private async importedEntry(): Promise<Entry[]> {
    const { books } = this.journal;
    if (this.equal && this.equal === books.programme) return [];
    const changes = diffProgrammes(books.programme ?? null, this.programme).map(impersonal);
    if (changes.length === 0) {
      this.equal = books.programme;
      return [];
    }
    // Written before the event that speaks of it: after a crash in between, it only waits to be used again.
    const programme = await this.journal.saveProgramme(this.programme);
    const revision = books.revision + 1;
    const apart = JSON.stringify(changes).length > INLINE ? await this.saveChanges(changes) : undefined;
    const data = { revision, changes: apart ? [] : changes };
    const event = { id: this.id, type: 'programme.imported' as const, ...this.origin, data };
    return [{ event, programme, ...(apart && { changes: apart }) }];
  }

  private saveChanges(changes: readonly Change[]): Promise<string[]> {
    return this.journal.parts.save(changes.map((change) => JSON.stringify(change)));
  }

  /** Known is a report by its id, or as the same author's for the same week and instant. */
  private missingReports(): StatusReport[] {
    const { filed, reports } = this.journal.books;
    const isKnown = (report: StatusReport): boolean =>
      filed.has(report.id) || (reports.get(report.project) ?? []).some((known) => isSame(known, report));
    const missing: StatusReport[] = [];
    for (const report of this.reports) {
      if (missing.length === AT_ONCE) break;
      if (!isKnown(report) && !missing.some((other) => other.id === report.id)) missing.push(report);
    }
    return missing;
  }

  private reportEntry(report: StatusReport): Entry {
    const data = { report: { ...report, role: 'import' as const } };
    return { event: { id: this.idOf(report), type: 'report.submitted', ...this.origin, data } };
  }

  private idOf(report: StatusReport): string {
    return `${this.id}:${report.id}`;
  }
}

/** History never forgets, so it holds of people what they are in the programme, not how they are called and sign in. */
function impersonal(change: Change): Change {
  return change.noun !== 'person' || change.field === 'roles' ? change : { ...change, from: null, to: null };
}

function isSame(a: StatusReport, b: StatusReport): boolean {
  return a.week === b.week && a.by === b.by && Date.parse(a.submittedAt) === Date.parse(b.submittedAt);
}

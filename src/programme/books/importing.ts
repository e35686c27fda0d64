import { randomUUID } from 'node:crypto';
import type { Change } from '../events.js';
import { farewellTo, meant } from '../farewell.js';
import { diffProgrammes } from '../file/diff.js';
import type { ImportResult, Origin } from '../ledger.js';
import { inOrderOfWeeks } from '../portfolio.js';
import type { Person, Programme } from '../programme.js';
import type { StatusReport } from '../report.js';
import { onceForgotten } from '../returning.js';
import type { Entry } from './event-log.js';
import type { Journal } from './journal.js';
import { unnamedChanges } from './unnamed.js';

/** Characters of JSON up to which the changes stand in the event itself. */
const INLINE = 50_000;
/** Reports proposed at once. */
const AT_ONCE = 1_000;

/** One import on its way into history: worked out anew whenever somebody else was quicker. */
export class Importing {
  private readonly id = `import-${randomUUID()}`;
  private readonly reports: StatusReport[];
  /** Ids of the parts that hold the programme, once it is stored. */
  private stored: string[] | undefined;
  private readonly farewells = new Map<string, Entry>();
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

  /** Whether the programme of the file has taken the place of another. */
  get replaces(): boolean {
    return this.journal.recorded(this.id) !== undefined && this.journal.books.revision > 1;
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
    const found = diffProgrammes(books.programme ?? null, this.programme).map(impersonal);
    if (found.length === 0) {
      this.equal = books.programme;
      return [];
    }
    // Written before the event that speaks of it: after a crash in between, nobody refers to it and it is swept.
    this.stored ??= await this.journal.saveProgramme(this.programme);
    const leaving = onceForgotten(this.removedPeople(), books.history.toArray()).map(({ id }) => id);
    const changes = unnamedChanges(found, (id) => id !== null && leaving.includes(id));
    const revision = books.revision + 1;
    const apart = JSON.stringify(changes).length > INLINE ? await this.saveChanges(changes) : undefined;
    const data = { revision, changes: apart ? [] : changes, count: found.length };
    const event = { id: this.id, type: 'programme.imported' as const, ...this.origin, data };
    const imported = { event, programme: this.stored, ...(apart && { changes: apart }) };
    return [...leaving.map((person) => this.farewell(person)), imported];
  }

  private removedPeople(): Person[] {
    const listed = new Set(this.programme.people.map(({ id }) => id));
    return (this.journal.books.programme?.people ?? []).filter(({ id }) => !listed.has(id));
  }

  /** Who wanted to be forgotten and now leaves the programme is forgotten for good: what happened since, too. */
  private farewell(person: string): Entry {
    const known = this.farewells.get(person);
    if (known) return known;
    const id = `${this.id}:farewell:${this.farewells.size + 1}`;
    const event = { id, type: 'person.forgotten' as const, ...this.origin, by: null, data: farewellTo(person) };
    this.farewells.set(person, { event });
    return { event };
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

  /** An old file may name as an author whom history has forgotten; unless it lists them, it does not bring them back. */
  private reportEntry(report: StatusReport): Entry {
    const data = { report: { ...report, by: this.authorOf(report), role: 'import' as const } };
    return { event: { id: this.idOf(report), type: 'report.submitted', ...this.origin, data } };
  }

  private authorOf({ by }: StatusReport): string | null {
    if (by === null || this.programme.people.some(({ id }) => id === by)) return by;
    const history = this.journal.books.history.toArray();
    return history.some((event) => event.type === 'person.forgotten' && meant(event.data)(by)) ? null : by;
  }

  private idOf(report: StatusReport): string {
    return `${this.id}:${report.id}`;
  }
}

/** History goes back for ever, so it holds of people what they are in the programme, not how they are called and sign in. */
function impersonal(change: Change): Change {
  return change.noun !== 'person' || change.field === 'roles' ? change : { ...change, from: null, to: null };
}

/** Of a known report the author may be forgotten; a project has no two reports of the same instant. */
function isSame(known: StatusReport, report: StatusReport): boolean {
  const isAuthors = known.by === null || known.by === report.by;
  return known.week === report.week && isAuthors && Date.parse(known.submittedAt) === Date.parse(report.submittedAt);
}

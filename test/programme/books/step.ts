import { emptyBooks, portfolioOf, type Books } from '../../../src/programme/books/books.js';
import { fold } from '../../../src/programme/books/fold.js';
import { diffProgrammes } from '../../../src/programme/file/diff.js';
import type { ProgrammeEvent, Recorded } from '../../../src/programme/events.js';
import type { Portfolio } from '../../../src/programme/portfolio.js';
import type { Programme, Project } from '../../../src/programme/programme.js';
import type { StatusReport } from '../../../src/programme/report.js';
import { aProgramme, aReport } from '../../builders.js';

type Content = { [E in ProgrammeEvent as E['type']]: [type: E['type'], data: E['data']] }[ProgrammeEvent['type']];

/** History told step by step, one instant (a day) after the other. */
export class Story {
  private constructor(readonly books: Books) {}

  static of(...projects: Project[]): Story {
    return new Story(emptyBooks()).imports(aProgramme({ projects }));
  }

  imports(programme: Programme): Story {
    const changes = diffProgrammes(this.books.programme ?? null, programme);
    return this.then(['programme.imported', { revision: this.books.revision + 1, changes }], programme);
  }

  reports(overrides: Partial<StatusReport>): Story {
    const report = aReport({ project: 'a', submittedAt: this.at, ...overrides });
    return this.then(['report.submitted', { report }]);
  }

  withdraws(report: string): Story {
    return this.then(['report.withdrawn', { report, reason: 'Versehen' }]);
  }

  then([type, data]: Content, programme?: Programme): Story {
    const seq = this.books.history.length + 1;
    const event = { id: `event-${seq}`, type, data, at: this.at, by: 'ada', why: null, seq } as Recorded;
    return new Story(fold(this.books, event, programme));
  }

  /** The instant of the next event. */
  get at(): string {
    return new Date(Date.UTC(2026, 0, 1 + this.books.history.length, 10)).toISOString();
  }

  get portfolio(): Portfolio {
    const portfolio = portfolioOf(this.books, this.at);
    if (!portfolio) throw new Error('no programme yet');
    return portfolio;
  }
}

import { isOpen, type Decision } from '../decision.js';
import type { DecisionWish, StatusReport } from '../report.js';
import type { Books, Wish } from './books.js';

/**
 * What a project's newest standing report (if any) asks the steering group for becomes an open decision. Asked again in
 * the same words, or corrected, it stays the same decision; not asked any more, it is retracted unless the group has
 * ruled on it. A wish that is settled and still stands in the report as it was is not asked anew.
 */
export function wished(books: Books, project: string, latest: StatusReport | undefined, at: string): Books {
  const said = latest?.decision?.text.trim() ? latest.decision : null;
  const root = latest ? rootOf(books, latest) : null;
  const entries = books.wishes.get(project) ?? [];
  const same = said && entries.findLast((entry, index) => isSameWish(entry, root, said, index === entries.length - 1));
  const next = entries.reduce(
    (before, entry) => (entry === same ? before : dropped(before, project, entry, at)),
    books,
  );
  if (!latest || !said) return next;
  return same ? askedAgain(next, same, latest, said) : askedNew(next, latest, said);
}

function isSameWish(entry: Wish, root: string | null, said: DecisionWish, isLast: boolean): boolean {
  return entry.root === root || (isLast && !entry.dropped && sameWords(entry.text, said.text));
}

function askedAgain(books: Books, entry: Wish, latest: StatusReport, said: DecisionWish): Books {
  const decision = books.decisions.get(entry.decision);
  if (!decision) return books;
  const revived = entry.dropped ? { ...decision, retractedAt: null } : decision;
  if (!isOpen(revived)) {
    const unchanged = sameWords(entry.text, said.text) && entry.by === said.by;
    return unchanged ? books : askedNew(books, latest, said);
  }
  const corrected = entry.root === rootOf(books, latest);
  const text = corrected ? said.text : revived.text;
  const asked = { ...entry, text, by: said.by, dropped: false };
  return withWish(books, latest.project, asked, { ...revived, text, by: said.by });
}

function askedNew(books: Books, report: StatusReport, { text, by }: DecisionWish): Books {
  const id = `d-${report.id}`;
  if (books.decisions.has(id)) return books;
  const { project, submittedAt: askedAt, by: askedBy } = report;
  const decision = { id, project, text, by, askedAt, askedBy, rulings: [], retractedAt: null };
  return withWish(books, project, { decision: id, root: rootOf(books, report), text, by, dropped: false }, decision);
}

function dropped(books: Books, project: string, entry: Wish, at: string): Books {
  const decision = books.decisions.get(entry.decision);
  if (!decision || !isOpen(decision) || decision.rulings.length > 0) return books;
  return withWish(books, project, { ...entry, dropped: true }, { ...decision, retractedAt: at });
}

function withWish(books: Books, project: string, entry: Wish, decision: Decision): Books {
  const others = books.wishes.get(project) ?? [];
  const known = others.some((other) => other.decision === entry.decision);
  const entries = known
    ? others.map((other) => (other.decision === entry.decision ? entry : other))
    : [...others, entry];
  return {
    ...books,
    wishes: books.wishes.with(project, entries),
    decisions: books.decisions.with(decision.id, decision),
  };
}

/** The report that was first in a chain of corrections. */
function rootOf(books: Books, report: StatusReport): string {
  const all = books.reports.get(report.project) ?? [];
  const passed = new Set<string>();
  let root = report;
  while (root.corrects !== null && !passed.has(root.id)) {
    passed.add(root.id);
    const corrected = all.find((other) => other.id === root.corrects);
    if (!corrected) break;
    root = corrected;
  }
  return root.id;
}

function sameWords(a: string, b: string): boolean {
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ');
  return plain(a) === plain(b);
}

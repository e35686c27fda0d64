import type { ProgrammeEvent } from '../../src/programme/events.js';
import type { Cadence } from '../../src/programme/programme.js';
import { aPerson, aProgramme, aProject } from '../builders.js';

/** A town of forty leads with seventy projects, eight deputies and an office; the same every time. */
const LEADS = 40;
const CADENCES: (Cadence | null)[] = [null, null, null, 'biweekly', 'monthly'];
const ids = [
  ...Array.from({ length: LEADS }, (_, index) => `lead-${index}`),
  ...Array.from({ length: 8 }, (_, index) => `deputy-${index}`),
];
export const OFFICE = 'office';
export const people = [...ids, OFFICE].map((id, index) =>
  aPerson({
    id,
    aadObjectId: `a0000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    roles: id === OFFICE ? ['office'] : [],
  }),
);
export const projects = Array.from({ length: 70 }, (_, index) =>
  aProject({
    id: `p-${index}`,
    cadence: CADENCES[index % 5] ?? null,
    lead: { person: `lead-${index % LEADS}`, deputies: [`deputy-${index % 8}`] },
  }),
);
export const town = aProgramme({ people, projects });

/** Public holidays in Bavaria, as its law on Sundays and holidays lists them. */
export const HOLIDAYS = new Set([
  ...['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-06-04'],
  ...['2026-08-15', '2026-10-03', '2026-11-01', '2026-12-25', '2026-12-26', '2027-01-01', '2027-01-06'],
]);

interface Away {
  person: string;
  from: string;
  to: string;
  substitute: string | null;
}
/** Three weeks in summer for all, staggered, and for every fifth person the days around Christmas. */
const absences = ids.flatMap((person, index): Away[] => {
  const start = Date.UTC(2026, 5, 1) + (index % 12) * 7 * 86_400_000;
  const [from, to] = [start, start + 20 * 86_400_000].map((at) => new Date(at).toISOString().slice(0, 10));
  const substitute = index % 3 === 0 ? `deputy-${(index + 3) % 8}` : null;
  const summer = { person, from: from ?? '', to: to ?? '', substitute };
  return index % 5 === 0 ? [summer, { person, from: '2026-12-21', to: '2027-01-06', substitute: null }] : [summer];
});
export const absenceEvents = absences.map((away, index): ProgrammeEvent => {
  const id = `away-${index}`;
  const data = { absence: id, ...away };
  return { id, type: 'absence.entered', at: '2025-12-29T08:00:00.000Z', by: away.person, why: null, data };
});

export function absentOn(person: string, day: string): Away | undefined {
  return absences.find((away) => away.person === person && away.from <= day && day <= away.to);
}

/** Who is to be asked about a project on a day: its lead, else the substitute, else a deputy, else nobody. */
export function expectedPerson(project: (typeof projects)[number], day: string): string | null {
  const lead = project.lead.person ?? '';
  const candidates = [lead, absentOn(lead, day)?.substitute, ...project.lead.deputies];
  return candidates.find((person) => person && !absentOn(person, day)) ?? null;
}

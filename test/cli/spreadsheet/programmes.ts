import type { ParseResult } from '../../../src/programme/file/parse.js';
import type { Portfolio } from '../../../src/programme/portfolio.js';
import { rawFile, rawProject, rawReport } from '../../programme/file/files.js';

export function portfolioOf(parsed: ParseResult): Portfolio {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const { programme, reports } = parsed;
  return {
    programme,
    revision: 1,
    projects: new Map(programme.projects.map((project) => [project.id, project])),
    reports: new Map(programme.projects.map(({ id }) => [id, reports.filter((report) => report.project === id)])),
    decisions: new Map(),
    history: [],
    knownAt: '2026-05-18T00:00:00.000Z',
  };
}

/** A programme file that uses every field of the format, with texts that spreadsheets are known to spoil. */
export function everything(): Record<string, unknown> {
  return rawFile({
    asOf: '2026-05-18',
    title: { de: 'Musterstadt', en: 'Sample town' },
    vocabulary: { department: { de: 'Fachbereich', en: 'unit' }, division: { de: 'Dezernat', en: 'directorate' } },
    actionFields: [
      { id: 'a', name: { de: 'Dienste', en: 'Services' }, aliases: ['x'] },
      { id: 'b', name: 'Technik' },
    ],
    targetGroups: [{ id: 'all-citizens', name: { de: 'Alle', en: 'All' }, aliases: ['y'] }],
    goals: [{ id: 'schnell', name: { de: 'Schnell', en: 'Fast' }, aliases: ['z'] }],
    divisions: [
      {
        id: '1',
        name: { de: 'Eins', en: 'One' },
        aliases: ['D 1', 'a; b', 'c\\d'],
        formerNames: ['=Alt', "'=Alt", "''-Alt", "'Alt", { name: 'x|y', until: '2014' }],
      },
    ],
    departments: [
      {
        id: '6.10',
        shortName: '1-2',
        name: { en: 'Only English' },
        aliases: ['-x'],
        formerNames: [{ name: 'Hauptamt', until: '31.12.2020' }],
      },
      {
        id: '007',
        name: '"Quoted", with; all',
        kind: 'dissolved',
        successors: ['6.10'],
        note: { de: 'weg', en: 'gone' },
      },
      { id: 'alle', name: 'Heißt wie alle', kind: 'external', division: '1' },
    ],
    people: [
      {
        id: 'p1',
        name: '+49 Ada',
        department: '6.10',
        roles: ['office', 'steering'],
        lang: 'en',
        aadObjectId: '00000000-0000-4000-8000-000000000001',
      },
      { id: 'p2', name: '@Ben', userPrincipalName: 'ben@muster.example' },
      { id: 'p3;4', name: 'Semikolon' },
    ],
    projects: [
      rawProject({
        title: { de: 'Antrag', en: 'Application' },
        summary: { de: 'Eine Zeile.\n\nNoch eine; mit "Anführung" und \\n wörtlich. _x000D_ 😀', en: '=1+1' },
        lead: { department: '6.10', person: 'p2', deputies: ['p3;4', 'p1'] },
        affects: ['alle'],
        targetGroups: ['all-citizens'],
        goals: ['schnell'],
        objectives: [{ de: 'Eins\nzwei' }, { en: 'Only English; here' }, { de: 'Drei', en: 'Three' }],
        legalBasis: ['§ 3 OZG; Satz 2', 'DSGVO \\'],
        start: '2026-01-01',
        end: '2099-12-31',
        resources: { investment: 1234.5, runningPerYear: 0, personnelDays: 1000, fte: 0.125, funding: 'not-needed' },
        climate: 'negative',
        keywords: ['1.5', 'WAHR'],
        links: ['https://example.org/a;b?c=d'],
        published: true,
        paused: true,
        cadence: 'never',
        milestones: [
          { title: { de: 'M', en: 'N' }, due: '2026-03-01', done: '2026-03-04' },
          { title: 'Z', due: '2026-04-01' },
        ],
        assessment: {
          legal: { rating: 'ok', note: { de: 'a', en: 'b' } },
          technical: { rating: 'open', note: { de: 'c', en: 'd' } },
          economic: { rating: 'critical', note: { en: 'e', de: 'f' } },
        },
        fictional: ['resources.investment', 'start'],
      }),
      rawProject({ id: '2', affects: 'all', lead: { department: 'alle' } }),
      rawProject({ id: '#3', affects: ['6.10', '007'], lead: { department: '6.10' } }),
    ],
    concept: [{ id: '1.1', title: { de: 'Einleitung', en: 'Intro' }, text: { de: 'x'.repeat(20_000), en: 'y' } }],
    reports: [
      rawReport({
        id: 'r1',
        progress: 1,
        summary: 'Läuft',
        nextSteps: '- weiter',
        risk: 'kein',
        officeNote: 'intern',
        unchanged: true,
        decision: { text: 'Ja?', by: '2026-06-30' },
      }),
      rawReport({
        id: 'r2',
        by: null,
        week: '2026-W01',
        submittedAt: '2026-01-03T10:00:00.123Z',
        milestones: [{ title: 'M', due: '2026-03-01', done: '2026-03-02' }],
      }),
      rawReport({ project: '2', health: 'red', decision: { text: 'Ohne Tag' } }),
    ],
  });
}

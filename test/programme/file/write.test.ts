import type { Portfolio } from '../../../src/programme/portfolio.js';
import { parseProgrammeFile, type ParseResult } from '../../../src/programme/file/parse.js';
import { writeProgrammeFile } from '../../../src/programme/file/write.js';
import { demoFile, parsed, rawFile, rawProject, rawReport } from './files.js';

type Parsed = Extract<ParseResult, { ok: true }>;

function portfolioOf({ programme, reports }: Parsed): Portfolio {
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

const rich = rawFile({
  language: 'en',
  departments: [
    {
      id: 'FB-10',
      shortName: { de: 'FB 10', en: 'D 10' },
      name: 'x',
      formerNames: ['Alt', { name: 'Älter', until: 'ca. 2010' }],
    },
    { id: 'FB-9', name: 'y', kind: 'dissolved', successors: ['FB-10', 'Stadtwerke'], note: { de: 'weg' } },
  ],
  projects: [
    rawProject({
      milestones: [{ title: 'M', due: '2026-01-01', done: '2026-01-02' }],
      assessment: { legal: null, technical: null },
      resources: { investment: 0, funding: 'partly' },
      affects: 'all',
      paused: true,
      cadence: 'monthly',
      links: ['https://example.org/a'],
    }),
    rawProject({ id: 'zwei', affects: ['FB-9'], assessment: { economic: { rating: 'open' } } }),
  ],
  reports: [
    rawReport({ summary: { de: 'Gut', en: 'Good' }, progress: 0, officeNote: 'intern', unchanged: true }),
    rawReport({
      project: 'zwei',
      by: null,
      milestones: [{ title: 'M', due: '2026-03-01' }],
      decision: { text: 'Ja?' },
    }),
  ],
  concept: [{ id: 'c', title: 'T', text: 'Long' }],
});

it.each([
  ['the demo programme', parseProgrammeFile(demoFile)],
  ['a small one', parsed(rawFile())],
  ['one with every optional part', parsed(rich)],
  ['an empty one', parsed({ format: 'programme/1', id: 'x', title: 'X', departments: [], projects: [] })],
])('what is written of %s reads as the same programme', (_what, first) => {
  if (!first.ok) throw new Error('does not parse');
  const again = parseProgrammeFile(writeProgrammeFile(portfolioOf(first)));
  expect(again).toEqual({ ...first, warnings: [] });
});

it('leaves out withdrawn reports and people who are gone', () => {
  const first = parsed(rawFile({ reports: [rawReport(), rawReport({ week: '2026-W19' })] }));
  const [kept, withdrawn] = first.reports;
  const reports = [
    { ...kept!, by: 'left' },
    { ...withdrawn!, withdrawn: { at: '2026-05-15T00:00:00.000Z', by: null, reason: 'falsch' } },
  ];
  const again = parseProgrammeFile(writeProgrammeFile(portfolioOf({ ...first, reports })));
  expect(again).toMatchObject({ ok: true, reports: [{ id: kept!.id, week: '2026-W20', by: null }] });
  expect(again.ok && again.reports.length).toBe(1);
});

import fs from 'node:fs';
import { demoFile, parsed, rawFile, rawProject, rawReport } from './files.js';
import { parseProgrammeFile } from '../../../src/programme/file/parse.js';
import { inLanguage } from '../../../src/programme/text.js';

describe('a programme file that is right', () => {
  it('is read with every optional part in its normal form', () => {
    const { programme, reports, warnings } = parsed(rawFile());
    expect(programme.projects[0]).toEqual({
      id: 'antrag',
      title: { de: 'Anträge online' },
      summary: {},
      register: 'running',
      actionFields: ['b', 'a'],
      lead: { department: 'FB-10', person: 'p2', deputies: [] },
      affects: [],
      targetGroups: [],
      goals: [],
      objectives: [],
      legalBasis: [],
      start: null,
      end: null,
      resources: { investment: null, runningPerYear: null, personnelDays: null, fte: null, funding: null },
      climate: 'unknown',
      keywords: [],
      links: [],
      published: false,
      paused: false,
      cadence: null,
      milestones: [],
      assessment: null,
      fictional: [],
    });
    expect(programme.departments[1]).toMatchObject({ shortName: 'FB-Grün', kind: 'unit', division: null });
    expect(reports).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('may say null wherever it may say nothing', () => {
    const { start, end, affects, goals, summary, resources } = parsed(rawFile()).programme.projects[0]!;
    const nulls = { start: null, end: null, affects: null, goals: null, summary: null, resources: null };
    const withNulls = parsed(rawFile({ concept: null, reports: null, projects: [rawProject(nulls)] }));
    expect(withNulls.programme.projects[0]).toMatchObject({ start, end, affects, goals, summary, resources });
  });

  it('may carry the optional parts of the contract', () => {
    const project = rawProject({
      milestones: [{ title: 'Start', due: '2026-03-01', done: null }],
      assessment: { legal: { rating: 'critical', note: 'Datenschutz offen' }, technical: { rating: 'ok' } },
      resources: { investment: 1000, funding: 'not-needed' },
      affects: 'all',
    });
    const { programme } = parsed(
      rawFile({ projects: [project], concept: [{ id: 'k1', title: 'Einleitung', text: { en: 'Why' } }] }),
    );
    expect(programme.projects[0]).toMatchObject({
      milestones: [{ title: { de: 'Start' }, due: '2026-03-01', done: null }],
      assessment: {
        legal: { rating: 'critical', note: { de: 'Datenschutz offen' } },
        technical: { rating: 'ok', note: null },
        economic: null,
      },
      resources: { investment: 1000, funding: 'not-needed', fte: null },
      affects: 'all',
    });
    expect(programme.concept).toEqual([{ id: 'k1', title: { de: 'Einleitung' }, text: { en: 'Why' } }]);
  });

  it('may begin with a byte order mark', () => {
    expect(parseProgrammeFile(`\uFEFF${demoFile}`).ok).toBe(true);
  });

  it('is the demo file, without a warning', () => {
    const result = parseProgrammeFile(demoFile);
    expect(result).toMatchObject({ ok: true, warnings: [] });
    if (result.ok) expect(result.programme.projects.length).toBe(58);
  });
});

describe('texts', () => {
  it('that are plain are in the language the file names, and are shown to all', () => {
    const german = parsed(rawFile()).programme;
    const english = parsed(rawFile({ language: 'en', title: 'Digital Sampletown' })).programme;
    expect(inLanguage(german.title, 'en')).toBe('Digitales Musterstadt');
    expect(english.title).toEqual({ en: 'Digital Sampletown' });
    expect(inLanguage(english.title, 'de')).toBe('Digital Sampletown');
  });

  it('that are empty in one language fall back to the other', () => {
    const { title } = parsed(rawFile({ title: { de: 'Titel', en: ' ' } })).programme;
    expect(inLanguage(title, 'en')).toBe('Titel');
  });

  it('of a short name in two languages are both recognised', () => {
    const departments = [{ id: 'FB-10', shortName: { de: 'FB 10', en: 'Dept 10' }, name: 'Dienste', aliases: ['ZD'] }];
    const [department] = parsed(rawFile({ departments })).programme.departments;
    expect(department).toMatchObject({ shortName: 'FB 10', aliases: ['ZD', 'Dept 10'] });
  });
});

it('takes former names as texts or with the time until they held', () => {
  const formerNames = ['Alt', { name: { de: 'Älter' }, until: 2014 }, { name: 'Ältest', until: 'ca. 1990' }];
  const [department] = parsed(rawFile({ departments: [{ id: 'FB-10', name: 'x', formerNames }] })).programme
    .departments;
  expect(department?.formerNames).toEqual([
    { name: 'Alt', until: null },
    { name: 'Älter', until: '2014' },
    { name: 'Ältest', until: 'ca. 1990' },
  ]);
});

describe('a dissolved department', () => {
  it('keeps its successors where they are departments, and other words in its note', () => {
    const departments = [
      ...(rawFile().departments as object[]),
      {
        id: 'FB-9',
        name: 'Altes',
        kind: 'dissolved',
        successor: 'FB-10',
        successors: ['Stadtwerke'],
        note: 'seit 2024',
      },
    ];
    const old = parsed(rawFile({ departments })).programme.departments[2];
    expect(old).toMatchObject({ kind: 'dissolved', successors: ['FB-10'], note: { de: 'seit 2024 (Stadtwerke)' } });
  });
  it('names them in the language of the file', () => {
    const gone = { id: 'FB-9', name: 'Old', kind: 'dissolved', successor: 'Water board' };
    const departments = [...(rawFile().departments as object[]), gone];
    const old = parsed(rawFile({ language: 'en', departments })).programme.departments[2];
    expect(old).toMatchObject({ successors: [], note: { en: 'Water board' } });
  });
});

describe('reports of a file', () => {
  it('become imported reports with instants in UTC', () => {
    const reports = [rawReport({ progress: 40, decision: { text: 'Geld freigeben', by: '2026-06-30' } })];
    expect(parsed(rawFile({ reports })).reports[0]).toMatchObject({
      role: 'import',
      submittedAt: '2026-05-14T08:00:00.000Z',
      progress: 40,
      summary: '',
      decision: { text: 'Geld freigeben', by: '2026-06-30' },
      withdrawn: null,
    });
  });

  it('take an instant without offset as local time of the programme', () => {
    const reports = [rawReport({ submittedAt: '2026-01-14T10:00' })];
    expect(parsed(rawFile({ reports })).reports[0]?.submittedAt).toBe('2026-01-14T09:00:00.000Z');
  });

  it('ask for no decision when its text is empty', () => {
    const reports = [rawReport({ decision: { text: '', by: null } })];
    expect(parsed(rawFile({ reports })).reports[0]?.decision).toBeNull();
  });

  it('keep their id when their words are corrected, and differ by week', () => {
    const idOf = (overrides: object) => parsed(rawFile({ reports: [rawReport({ ...overrides })] })).reports[0]?.id;
    expect(idOf({ summary: 'Tippfeler' })).toBe(idOf({ summary: 'Tippfehler' }));
    expect(idOf({ week: '2026-W19' })).not.toBe(idOf({}));
  });
});

describe('what is doubtful but no fault', () => {
  it('is told as a warning with its line', () => {
    const projects = [rawProject({ colour: 'blue', lead: { department: 'FB-10', mood: 1 } })];
    const people = [{ id: 'p1', name: 'Ada', roles: ['office', 'chef'] }];
    const { warnings, programme } = parsed(rawFile({ projects, people }));
    expect(warnings.map(({ code, path }) => ({ code, path }))).toEqual([
      { code: 'unknownRole', path: '$.people[0].roles[1]' },
      { code: 'unknownField', path: '$.projects[0].lead.mood' },
      { code: 'unknownField', path: '$.projects[0].colour' },
    ]);
    expect(warnings.every((warning) => warning.line !== null && warning.line > 1)).toBe(true);
    expect(programme.people[0]?.roles).toEqual(['office']);
    expect(programme.projects[0]).not.toHaveProperty('colour');
  });

  it('is a project led by a dissolved department', () => {
    const departments = [{ id: 'FB-10', name: 'Alt', kind: 'dissolved' }];
    expect(
      parsed(rawFile({ departments, people: [], projects: [rawProject({ lead: { department: 'FB-10' } })] })).warnings,
    ).toMatchObject([{ code: 'ledByDissolved', path: '$.projects[0].lead.department', details: { value: 'FB-10' } }]);
  });
});

it('reads ten thousand projects', () => {
  const projects = Array.from({ length: 10_000 }, (_, index) => rawProject({ id: `p${index}` }));
  expect(parsed(rawFile({ projects })).programme.projects.length).toBe(10_000);
}, 60_000);

it('understands the example of the documentation, with every field', () => {
  const guide = fs.readFileSync(new URL('../../../docs/programme-file.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n([^]*?)```/.exec(guide) ?? [];
  const result = parseProgrammeFile(example);
  expect(result).toMatchObject({ ok: true, warnings: [] });
  if (result.ok) expect(result.reports).toHaveLength(1);
});

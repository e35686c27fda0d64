import { faultsOf, parseRaw, rawFile, rawProject, rawReport } from './files.js';
import { parseProgrammeFile } from '../../../src/programme/file/parse.js';
import { faultText } from '../../../src/locales/fault.js';
import { de } from '../../../src/locales/de/index.js';

const inProject = (overrides: object) => rawFile({ projects: [rawProject({ ...overrides })] });
const inReport = (overrides: object) => rawFile({ reports: [rawReport({ ...overrides })] });

const cases: [string, unknown, string, string][] = [
  ['no object', [], 'type', '$'],
  ['another format', rawFile({ format: 'programme/2' }), 'value', '$.format'],
  ['no format', rawFile({ format: undefined }), 'missing', '$.format'],
  ['no projects', rawFile({ projects: undefined }), 'missing', '$.projects'],
  ['an unknown time zone', rawFile({ timeZone: 'Europe/Entenhausen' }), 'timeZone', '$.timeZone'],
  ['an impossible day', rawFile({ asOf: '2026-02-30' }), 'day', '$.asOf'],
  ['holidays in words', rawFile({ holidays: 'Bayern' }), 'holidays', '$.holidays'],
  ['a title of no language', rawFile({ title: { fr: 'Titre' } }), 'text', '$.title'],
  ['a title that is a number', inProject({ title: 7 }), 'text', '$.projects[0].title'],
  ['no title', inProject({ title: '' }), 'missing', '$.projects[0].title'],
  ['no lead', inProject({ lead: null }), 'missing', '$.projects[0].lead'],
  ['a numeric id', rawFile({ goals: [{ id: 5, name: 'x' }] }), 'type', '$.goals[0].id'],
  ['an id with a line break', rawFile({ goals: [{ id: 'a\nb', name: 'x' }] }), 'id', '$.goals[0].id'],
  ['an unknown register', inProject({ register: 'runing' }), 'value', '$.projects[0].register'],
  ['an unknown department', inProject({ affects: ['FB-10', 'FB-99'] }), 'unknownId', '$.projects[0].affects[1]'],
  ['affects of another kind', inProject({ affects: 'some' }), 'affects', '$.projects[0].affects'],
  ['an unknown lead', inProject({ lead: { department: 'X' } }), 'unknownId', '$.projects[0].lead.department'],
  [
    'an unknown deputy',
    inProject({ lead: { department: 'FB-10', deputies: ['p9'] } }),
    'unknownId',
    '$.projects[0].lead.deputies[0]',
  ],
  ['an unknown action field', inProject({ actionFields: ['z'] }), 'unknownId', '$.projects[0].actionFields[0]'],
  ['an unknown goal', inProject({ goals: ['z'] }), 'unknownId', '$.projects[0].goals[0]'],
  [
    'an end before the start',
    inProject({ start: '2026-02-01', end: '2026-01-31' }),
    'endBeforeStart',
    '$.projects[0].end',
  ],
  ['a German date', inProject({ start: '01.02.2026' }), 'day', '$.projects[0].start'],
  ['a negative amount', inProject({ resources: { investment: -1 } }), 'tooSmall', '$.projects[0].resources.investment'],
  ['an amount in words', inProject({ resources: { fte: '1,5' } }), 'type', '$.projects[0].resources.fte'],
  ['a script for a link', inProject({ links: ['javascript:alert(1)'] }), 'link', '$.projects[0].links[0]'],
  [
    'a milestone without a day',
    inProject({ milestones: [{ title: 'x' }] }),
    'missing',
    '$.projects[0].milestones[0].due',
  ],
  [
    'an unknown division',
    rawFile({ departments: [{ id: 'FB-10', name: 'x', division: 'D9' }] }),
    'unknownId',
    '$.departments[0].division',
  ],
  ['a report of an unknown project', inReport({ project: 'nichts' }), 'unknownId', '$.reports[0].project'],
  ['a report by an unknown person', inReport({ by: 'p9' }), 'unknownId', '$.reports[0].by'],
  ['a colour for a health', inReport({ health: 'gelb' }), 'value', '$.reports[0].health'],
  ['too much progress', inReport({ progress: 101 }), 'tooBig', '$.reports[0].progress'],
  ['week 53 of a year of 52', inReport({ week: '2025-W53' }), 'week', '$.reports[0].week'],
  ['a time of day only', inReport({ submittedAt: '10:00' }), 'instant', '$.reports[0].submittedAt'],
  ['the same report twice', rawFile({ reports: [rawReport(), rawReport()] }), 'repeatedReport', '$.reports[1]'],
  ['a project twice', rawFile({ projects: [rawProject(), rawProject()] }), 'duplicate', '$.projects[1].id'],
  [
    'one account for two people',
    rawFile({
      people: [
        { id: 'p1', name: 'A', aadObjectId: 'ABC' },
        { id: 'p2', name: 'B', aadObjectId: 'abc' },
      ],
      projects: [],
    }),
    'duplicate',
    '$.people[1].aadObjectId',
  ],
];

it.each(cases)('a file with %s is refused at the right place', (_what, raw, code, path) => {
  expect(faultsOf(raw)).toContainEqual({ code, path });
});

it.each(cases)('the fault of a file with %s is told in German and English, naming what was written', (_what, raw) => {
  const result = parseRaw(raw);
  if (result.ok) throw new Error('no fault');
  for (const fault of result.faults) {
    const [german, english] = [faultText(fault, 'de'), faultText(fault, 'en')];
    expect(german).not.toBe(english);
    for (const text of [german, english]) {
      expect(text).not.toMatch(/[{}]value|undefined|\{reason\}/);
      if (fault.code !== 'missing' && typeof fault.details.value === 'string')
        expect(text).toContain(fault.details.value);
    }
  }
});

it('says of an author who is not listed any more that stored reports stay without being in the file', () => {
  const told = (raw: unknown) => {
    const result = parseRaw(raw);
    return result.ok ? [] : (['de', 'en'] as const).map((lang) => faultText(result.faults[0]!, lang));
  };
  expect(told(inReport({ by: 'p9' }))).toEqual([
    expect.stringMatching(/„p9“.*„reports“.* weg: .*bleibt\.$/),
    expect.stringMatching(/“p9”.*leave the “reports” out: .*stay\.$/),
  ]);
  for (const text of told(inReport({ project: 'nichts' }))) expect(text).not.toContain('leave');
  for (const text of told(inReport({ project: 'nichts' }))) expect(text).not.toContain('lassen');
});

it('lists all faults at once, shape and references alike, in the order of the file with lines and subjects', () => {
  const text = [
    '{"format": "programme/1", "id": "x", "title": "X",',
    '"departments": [{"id": "1", "name": "Eins"}],',
    '"projects": [',
    '{"id": "a", "title": "A", "register": "nie", "actionFields": ["q"],',
    ' "lead": {"department": "2"}},',
    '{"id": "b", "register": "running",',
    ' "lead": {"department": "1"}, "start": "morgen"}',
    ']}',
  ].join('\n');
  const result = parseProgrammeFile(text);
  expect(result.ok ? [] : result.faults.map(({ code, path, line, subject }) => [code, path, line, subject])).toEqual([
    ['value', '$.projects[0].register', 4, 'a'],
    ['unknownId', '$.projects[0].actionFields[0]', 4, 'a'],
    ['unknownId', '$.projects[0].lead.department', 5, 'a'],
    ['missing', '$.projects[1].title', 6, 'b'],
    ['day', '$.projects[1].start', 7, 'b'],
  ]);
});

describe('a text that is no JSON', () => {
  it.each([
    ['a comma too many', '{\n "a": 1,\n}', 'PropertyNameExpected', 3],
    ['a comma too few', '{\n "a": 1\n "b": 2}', 'CommaExpected', 3],
    ['a comment', '{\n// no\n"a": 1}', 'InvalidCommentToken', 2],
    ['nothing', '', 'ValueExpected', 1],
    ['an open end', '{"a": [1, 2', 'CloseBracketExpected', 1],
    ['a web page', '<!doctype html>', 'InvalidSymbol', 1],
  ])('(%s) is refused with the line', (_what, text, reason, line) => {
    const result = parseProgrammeFile(text);
    expect(result).toMatchObject({ ok: false, faults: [{ code: 'syntax', path: '$', line, details: { reason } }] });
    if (!result.ok) {
      for (const lang of ['de', 'en'] as const) expect(faultText(result.faults[0]!, lang)).not.toContain(reason);
    }
  });
});

it('shows how an object is written that is often given as an id', () => {
  const result = parseRaw(inProject({ lead: 'ghost' }));
  const [fault] = result.ok ? [] : result.faults;
  expect(faultText(fault!, 'en')).toContain('For example: {"department":"D1","person":"p1","deputies":["p2"]}');
  const other = parseRaw(inProject({ title: [] }));
  expect(JSON.stringify(other)).not.toContain('For example');
});

it('tells another format before what else is wrong', () => {
  const raw = Object.entries(inProject({ lead: 'ghost' })).filter(([field]) => field !== 'format');
  expect(faultsOf({ ...Object.fromEntries(raw), format: 'programme/2' })[0]).toEqual({
    code: 'value',
    path: '$.format',
  });
});

it('tells unknown fields of a refused file as well, with the field that may have been meant', () => {
  const { departments, ...rest } = rawFile() as { departments: unknown };
  const result = parseRaw({ ...rest, depatments: departments, weather: 'fine' });
  expect(result.ok ? [] : result.faults.map(({ path }) => path)).toContain('$.departments');
  const warnings = result.warnings.map((warning) => faultText(warning, 'de'));
  expect(warnings).toHaveLength(2);
  expect(warnings[0]).toContain('Meinten Sie „departments“?');
  expect(warnings[1]).not.toContain('Meinten Sie');
});

it('has a wording for every fault the checks can find', () => {
  const told = new Set(cases.map(([, , code]) => code));
  const worded = Object.keys(de)
    .filter((key) => key.startsWith('file.'))
    .map((key) => key.slice('file.'.length));
  const elsewhere = ['syntax', 'notJson', 'tooLong', 'formerName', 'unknownField', 'unknownRole', 'ledByDissolved'];
  expect(worded.filter((code) => !told.has(code) && !elsewhere.includes(code))).toEqual([]);
});

import { checkTables } from '../../../src/cli/spreadsheet/check.js';
import { findingLines, findingText } from '../../../src/cli/spreadsheet/finding-text.js';
import { reference } from '../../../src/cli/spreadsheet/place.js';
import type { Table } from '../../../src/cli/spreadsheet/table.js';

type Rows = Table['rows'];
const PROGRAMME: Rows = [
  ['Kennung', 'Titel (de)'],
  ['musterstadt', 'Digital'],
];
const DEPARTMENTS: Rows = [
  ['Kennung', 'Name'],
  ['FB-10', 'Zentrale Dienste'],
];
const PROJECTS: Rows = [
  ['Kennung', 'Titel', 'Register', 'Federführendes Amt'],
  ['antrag', 'Anträge', 'laufend', 'FB-10'],
];

/** A small good programme with some sheets replaced; null takes one away. */
function tables(changes: Record<string, Rows | null> = {}): Table[] {
  const all = { Programm: PROGRAMME, Ämter: DEPARTMENTS, Projekte: PROJECTS, ...changes };
  return Object.entries(all).flatMap(([name, rows]) => (rows ? [{ name, rows }] : []));
}
function faults(changes: Record<string, Rows | null>): [string, string][] {
  const result = checkTables(tables(changes));
  if (result.ok) throw new Error('there are no faults');
  return result.faults.map((one) => [reference(one.place), one.code]);
}
function good(changes: Record<string, Rows | null> = {}) {
  const result = checkTables(tables(changes));
  if (!result.ok) throw new Error(result.faults.map(findingLines).join('\n'));
  return result;
}

it('takes what people type: any order of columns, empty rows, spaces, German dates, numbers and words', () => {
  const rows: Rows = [
    [null, ' '],
    [
      'Federfuehrendes Amt',
      ' titel (EN) ',
      'Title (de) *',
      'REGISTER',
      'Kennung',
      'Beginn',
      'Ende',
      'Investition (Euro)',
      'Veröffentlicht',
      'Betroffene Ämter',
      'Stichwörter',
    ],
    [null],
    [
      ' FB-10 ',
      'Applications',
      'Anträge ',
      'Laufend',
      42,
      new Date('2026-01-01T00:00:00Z'),
      '31.12.2026',
      '54.000,50 €',
      'x',
      'Alle',
      'Formulare;\nOnline; ',
    ],
    ['', '   ', null],
  ];
  const { programme, warnings } = good({ Projekte: rows });
  expect(warnings).toEqual([]);
  expect(programme.projects).toMatchObject([
    {
      id: '42',
      title: { de: 'Anträge', en: 'Applications' },
      register: 'running',
      lead: { department: 'FB-10' },
      start: '2026-01-01',
      end: '2026-12-31',
      resources: { investment: 54_000.5 },
      published: true,
      affects: 'all',
      keywords: ['Formulare', 'Online'],
    },
  ]);
});

it('understands English sheets and headings beside German ones, and the names of the file format', () => {
  const english: Rows = [
    ['Id', 'Title (en)', 'Register', 'Lead department', 'resources.fte'],
    ['antrag', 'Applications', 'upcoming', 'FB-10', '1,250.5'],
  ];
  const { programme } = good({ Projekte: null, projects: english, 'Frühere Namen': null });
  expect(programme.projects).toMatchObject([
    { title: { en: 'Applications' }, register: 'upcoming', resources: { fte: 1250.5 } },
  ]);
});

it('puts milestones and former names where they belong', () => {
  const { programme } = good({
    Meilensteine: [
      ['Projekt', 'Titel (de)', 'Geplant für'],
      ['antrag', 'Start', '1.3.2026'],
      ['antrag', 'Ende', '1.4.2026'],
    ],
    'fruehere-namen': [
      ['Blatt', 'Kennung', 'Name', 'Bis'],
      ['Amt', 'FB-10', 'Hauptamt', 2021],
    ],
  });
  expect(programme.projects[0]?.milestones.map(({ due }) => due)).toEqual(['2026-03-01', '2026-04-01']);
  expect(programme.departments[0]?.formerNames).toEqual([{ name: 'Hauptamt', until: '2021' }]);
});

it('names every fault at once by sheet, row and column', () => {
  const rows: Rows = [
    [
      'Kennung',
      'Titel',
      'Register',
      'Federführendes Amt',
      'Beginn',
      'Ende',
      'Stellenanteile',
      'Ruht',
      'Ziele',
      'Verweise',
    ],
    ['antrag', 'Anträge', 'irgendwann', 'FB-99', '31.2.2026', null, 'viele', 'vielleicht', 'a; b', '#REF!'],
    [null, null, null, null, null],
    ['antrag', null, 'laufend', 'FB-10', '2026-05-01', '2026-04-01', -1, 'ja', null, 'ftp://x'],
  ];
  const milestones: Rows = [
    ['Projekt', 'Titel', 'Geplant für'],
    ['gibt-es-nicht', 'M', '1.1.2026'],
    [null, 'M', '1.1.2026'],
    ['antrag', 'M', 'morgen'],
  ];
  expect(faults({ Projekte: rows, Meilensteine: milestones })).toEqual([
    ['Projekte!C2', 'value'],
    ['Projekte!D2', 'unknownId'],
    ['Projekte!E2', 'day'],
    ['Projekte!G2', 'type'],
    ['Projekte!H2', 'type'],
    ['Projekte!I2', 'unknownId'],
    ['Projekte!I2', 'unknownId'],
    ['Projekte!J2', 'formula'],
    ['Projekte!A4', 'duplicate'],
    ['Projekte!B4', 'missing'],
    ['Projekte!F4', 'endBeforeStart'],
    ['Projekte!G4', 'tooSmall'],
    ['Projekte!J4', 'link'],
    ['Meilensteine!A2', 'unknownId'],
    ['Meilensteine!A3', 'missing'],
    ['Meilensteine!C4', 'day'],
  ]);
});

it.each<[string, Record<string, Rows | null>, [string, string][]]>([
  ['a sheet that is needed', { Programm: null }, [['Programm', 'missingSheet']]],
  [
    'a sheet whose name was changed, which would have emptied the programme',
    { Projekte: null, 'Projekte 2026': PROJECTS },
    [['Projekte', 'missingSheet']],
  ],
  ['a programme with two rows', { Programm: [...PROGRAMME, ['zwei', 'Zwei']] }, [['Programm!3', 'oneRow']]],
  ['a column that is needed', { Ämter: [['Kennung'], ['FB-10']] }, [['Ämter!1', 'missingColumn']]],
  [
    'a column that is there twice',
    {
      Ämter: [
        ['Kennung', 'Name', 'name (de)'],
        ['FB-10', 'a', 'b'],
      ],
    },
    [['Ämter!C1', 'doubleColumn']],
  ],
  ['a sheet that is there twice', { departments: DEPARTMENTS }, [['departments', 'doubleSheet']]],
  [
    'no project lead at all',
    { Projekte: [PROJECTS[0]!, ['antrag', 'Anträge', 'laufend']] },
    [['Projekte!D2', 'missing']],
  ],
  ['no known sheet', { Programm: null, Ämter: null, Projekte: null, Tabelle1: [['a']] }, [['Tabelle1', 'noSheets']]],
])('refuses %s', (_what, changes, expected) => expect(faults(changes)).toEqual(expected));

it('says in German and English where a fault is and what to do, in the words of a spreadsheet', () => {
  const result = checkTables(
    tables({ Projekte: [PROJECTS[0]!, ['antrag', 'Anträge', 'nie', 'FB-9'], ['antrag', 'B', 'laufend', 'FB-10']] }),
  );
  const lines = result.ok ? [] : result.faults.map(findingLines);
  expect(lines[0]).toBe(
    [
      '  Projekte!C2 (antrag)',
      '      Zeile 2, Spalte „Register“: „nie“ ist hier nicht vorgesehen. Möglich: Daueraufgabe, laufend, anstehend, Zukunftsthema.',
      '      row 2, column “Register”: “nie” is not possible here. Possible: permanent, running, upcoming, future.',
    ].join('\n'),
  );
  expect(lines[1]).toContain('„FB-9“ gibt es auf dem Blatt „Ämter“ nicht.');
  expect(lines[2]).toContain('„antrag“ steht schon bei Projekte!A2.');
});

it('says of an author who is not listed any more that stored reports stay without being on the sheet', () => {
  const rows: Rows = [
    ['Projekt', 'Woche', 'Abgegeben am', 'Von', 'Status'],
    ['antrag', '2026-W20', '2026-05-14T10:00:00+02:00', 'p9', 'grün'],
    ['fehlt', '2026-W20', '2026-05-14T10:00:00+02:00', null, 'grün'],
  ];
  const result = checkTables(tables({ Statusberichte: rows }));
  const texts = result.ok ? [] : result.faults.map((fault) => findingText(fault, 'de'));
  expect(texts).toEqual([expect.stringContaining('„p9“'), expect.stringContaining('„fehlt“')]);
  expect(texts[0]).toMatch(/lassen Sie dieses Blatt leer: .*bleiben\.$/);
  expect(texts[1]).not.toContain('leer');
});

it('warns of sheets and columns it does not know and takes the rest', () => {
  const { warnings } = good({
    Notizen: [['x']],
    Erläuterungen: [['x']],
    Ämter: [
      ['Kennung', 'Name', 'Farbe'],
      ['FB-10', 'Z', 'rot'],
    ],
  });
  expect(warnings.map(({ code, place }) => [reference(place), code])).toEqual([
    ['Ämter!C1', 'unknownColumn'],
    ['Notizen', 'unknownSheet'],
  ]);
  for (const warning of warnings) expect(findingText(warning, 'de')).toContain('nicht übernommen');
});

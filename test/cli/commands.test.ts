import { jest } from '@jest/globals';
import fs from 'node:fs';
import { makeProgram } from '../../src/cli/program.js';
import { rawFile, rawProject, rawReport } from '../programme/file/files.js';
import { demoFile, Workplace } from './run.js';

jest.setTimeout(240_000);
let at: Workplace;
beforeEach(() => void (at = new Workplace()));
afterEach(() => at.remove());

it('every command has help with an example', async () => {
  const { code, out } = await at.run(['import', '--help']);
  expect(code).toBe(0);
  expect(out).toMatch(/Examples?:\n {2}npm run lotse -- import programme\.json --dry-run/);

  const commands = makeProgram().commands.map((command) => command.name());
  expect(commands).toEqual(expect.arrayContaining(['import', 'export', 'publish', 'doctor']));
  for (const name of commands) {
    const command = makeProgram().commands.find((each) => each.name() === name)!;
    let help = '';
    command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
    expect(help).toMatch(/Examples?:\n {2}npm run/);
  }
});

it('export writes a file that imports as the same programme', async () => {
  await at.run(['import', demoFile]);
  expect(await at.run(['export', 'out.json'])).toMatchObject({ code: 0, out: '', err: 'Written to out.json.\n' });
  expect((await at.run(['import', 'out.json'])).out).toBe('Nothing to change.\n');
  expect((await at.run(['export', 'no/where.json'])).code).toBe(1);
});

it('export --decisions writes the log of decisions', async () => {
  const decision = { text: 'Zweites Los; ja?', by: '2026-06-30' };
  at.write('one.json', rawFile({ reports: [rawReport({ decision })] }));
  await at.run(['import', 'one.json']);
  const { code, out } = await at.run(['export', '--decisions', '--lang', 'en']);
  expect(code).toBe(0);
  const [heads, row] = out.split('\r\n');
  expect(heads).toMatch(/^\uFEFFId;Project;Question;Asked on;Wanted by;State;/);
  expect(row).toContain('"Zweites Los; ja?"');
  expect(row).toContain(';2026-06-30;open;');
});

it('export --audit writes who did what', async () => {
  await at.run(['import', demoFile]);
  const { code, out } = await at.run(['export', '--audit', '--lang', 'en']);
  expect(code).toBe(0);
  const [heads, row] = out.split('\r\n');
  expect(heads).toBe('\uFEFFTime;Who;What;About;Details;Reason');
  expect(row).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d;Lotse, operations or erased;Programme file imported;;/);
  expect(row).toContain('import of ');
  expect((await at.run(['export', '--audit', '--decisions'])).code).toBe(1);
});

it('publish writes published projects only, as data, page and Markdown in both languages', async () => {
  const hidden = rawProject({ id: 'intern', title: 'Internes Vorhaben' });
  at.write('one.json', rawFile({ projects: [rawProject({ published: true }), hidden] }));
  await at.run(['import', 'one.json']);
  const { code, out } = await at.run(['publish', '--out', 'public']);
  expect(code).toBe(0);
  expect(out).toContain('Published 1 project:');
  const files = fs.readdirSync(at.path('public')).sort();
  expect(files).toEqual([
    'programme.json',
    'registers.de.html',
    'registers.de.md',
    'registers.en.html',
    'registers.en.md',
  ]);
  for (const file of files) {
    expect(at.read(`public/${file}`)).toContain('Anträge online');
    expect(at.read(`public/${file}`)).not.toMatch(/Internes Vorhaben|Ben Buche|p2/);
  }
});

describe('digest --preview', () => {
  const report = { submittedAt: '2026-05-14T10:00:00+02:00', week: '2026-W20', risk: 'Lieferant weg' };

  it('shows the digest that is due, in German or English, and past ones as they were', async () => {
    const reports = [
      rawReport({ week: '2026-W19', submittedAt: '2026-05-07T10:00:00+02:00' }),
      rawReport({ ...report, health: 'red' }),
    ];
    at.write('one.json', rawFile({ reports }));
    await at.run(['import', 'one.json'], { LOTSE_NOW: '2026-05-01T08:00:00Z' });
    const now = { LOTSE_NOW: '2026-05-18T11:30:00Z' };

    const german = await at.run(['digest', '--preview'], now);
    expect(german).toMatchObject({ code: 0, err: '' });
    expect(german.out).toMatch(/KW 20\b[^]*Anträge online: jetzt kritisch, vorher im Plan – Lieferant weg/);

    const before = await at.run(['digest', '--preview', '--week', '2026-W19', '--lang', 'en'], now);
    expect(before.out).toContain('week 19');
    expect(before.out).not.toContain('Lieferant');
  });

  it('shows a week that had its time as it was known then, with nothing that came since', async () => {
    const reports = [
      rawReport({ ...report, risk: '' }),
      rawReport({ week: '2026-W21', submittedAt: '2026-05-21T10:00:00+02:00', health: 'red', risk: 'Lieferant weg' }),
    ];
    at.write('one.json', rawFile({ reports }));
    await at.run(['import', 'one.json'], { LOTSE_NOW: '2026-05-01T08:00:00Z' });
    const friday = { LOTSE_NOW: '2026-05-22T08:00:00Z' };
    for (const week of [[], ['--week', '2026-W20']]) {
      const { out } = await at.run(['digest', '--preview', ...week], friday);
      expect(out).toContain('KW 20');
      expect(out).toContain('Stand: 18.05.2026, 13:00 Uhr');
      expect(out).not.toMatch(/Lieferant|neu kritisch/);
    }
    const next = await at.run(['digest', '--preview', '--week', '2026-W21'], friday);
    expect(next.out).toMatch(/KW 21\b[^]*neu kritisch[^]*Stand: 22.05.2026/);
  });

  it('refuses a week that has not begun, in German and English', async () => {
    at.write('one.json', rawFile());
    await at.run(['import', 'one.json'], { LOTSE_NOW: '2026-05-01T08:00:00Z' });
    const sunday = { LOTSE_NOW: '2026-05-24T21:59:00Z' };
    const { code, out, err } = await at.run(['digest', '--preview', '--week', '2026-W22'], sunday);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/Woche 2026-W22 hat noch nicht begonnen[^]*2026-W21[^]*week 2026-W22 has not begun/);
    // Monday has begun in Berlin.
    const monday = { LOTSE_NOW: '2026-05-24T22:00:00Z' };
    expect(await at.run(['digest', '--preview', '--week', '2026-W22'], monday)).toMatchObject({ code: 0 });
  });

  it('asks for --preview, and for a week that there is', async () => {
    expect((await at.run(['digest'])).err).toContain("required option '--preview'");
    expect((await at.run(['digest', '--preview', '--week', '2025-W53'])).err).toContain('Write it like 2026-W21.');
  });
});

it('where nothing is stored but a demo has run, commands say how to look into it', async () => {
  const demo = 'To look into the demo: DATA_DIR=data/demo npm run lotse -- …';
  expect((await at.run(['digest', '--preview'])).err).not.toContain(demo);
  at.write('town.json', rawFile());
  await at.run(['import', 'town.json'], { DATA_DIR: at.path('data/demo') });
  expect((await at.run(['digest', '--preview'])).err).toContain(demo);
  expect((await at.run(['doctor'])).out).toContain(demo);
  const inside = await at.run(['doctor'], { DATA_DIR: at.path('data/demo') });
  expect(inside.out).not.toContain(demo);
});

describe('doctor', () => {
  it('says what will happen when nothing was imported yet', async () => {
    const { code, out } = await at.run(['doctor']);
    expect(code).toBe(0);
    expect(out).toContain('none has been imported yet; the bot will read');
  });

  it('finds people who cannot be recognised, projects nobody is asked about, and tells the next instants', async () => {
    const projects = [rawProject(), rawProject({ id: 'leer', lead: { department: 'FB-10' } })];
    at.write('one.json', rawFile({ projects, holidays: 'XX' }));
    await at.run(['import', 'one.json']);
    const { code, out } = await at.run(['doctor'], { LOTSE_NOW: '2026-05-18T08:00:00Z' });
    expect(code).toBe(0);
    expect(out).toContain('! steering group: nobody');
    expect(out).toContain('! steering channel: not known yet');
    expect(out).toContain('! people: 1 without a Teams identity: p1');
    expect(out).toContain('! leads: 1 projects that report have none: leer');
    expect(out).toContain('! public holidays: XX is not known');
    expect(out).toMatch(/✓ status requests: next Thu 2026-05-21 09:00 .*for 2026-W21/);
    expect(out).toMatch(/✓ digest: next Mon 2026-05-18 13:00 .*for 2026-W20/);
  });

  it('fails with problems of the configuration, each with its fix', async () => {
    const { code, out } = await at.run(['doctor'], { NODE_ENV: 'production', PORT: '-1' });
    expect(code).toBe(1);
    expect(out).toContain('✗ configuration: BOT_ID is missing');
    expect(out).toContain('✗ configuration: PORT "-1"');
    expect(out).toContain('2 to repair');
  });

  it('fails when the database is damaged', async () => {
    fs.mkdirSync(at.path('data'));
    fs.writeFileSync(at.path('data/lotse.db'), 'this is no database '.repeat(100));
    const { code, out } = await at.run(['doctor']);
    expect(code).toBe(1);
    expect(out).toContain('✗ store: cannot be opened');
  });
});

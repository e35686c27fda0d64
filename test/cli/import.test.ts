import { jest } from '@jest/globals';
import fs from 'node:fs';
import { openSqliteStore } from '../../src/store/sqlite/open.js';
import { rawFile, rawProject, rawReport } from '../programme/file/files.js';
import { Workplace } from './run.js';

jest.setTimeout(240_000);
let at: Workplace;
beforeEach(() => void (at = new Workplace()));
afterEach(() => at.remove());

it('imports a file, then finds nothing to change, then shows changes field by field and keeps reports', async () => {
  at.write('one.json', rawFile({ reports: [rawReport()] }));
  const first = await at.run(['import', 'one.json']);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/^ {2}1 project\n {4}antrag {2}Anträge online$/m);
  expect(first.out).toContain('1 new report');
  expect(first.out).toContain('Imported as revision 1.');

  expect(await at.run(['import', 'one.json'])).toEqual({ code: 0, out: 'Nothing to change.\n', err: '' });

  const changed = rawProject({ register: 'permanent', title: 'Alle Anträge online', affects: ['FB-Grün'] });
  at.write('two.json', rawFile({ projects: [changed, rawProject({ id: 'neu', title: 'Neues' })], goals: [] }));
  const second = await at.run(['import', 'two.json']);
  expect(second.out).toContain('Changed\n  project antrag  Alle Anträge online\n');
  expect(second.out).toContain('    register: "running" → "permanent"\n');
  expect(second.out).toContain('    title (de): "Anträge online" → "Alle Anträge online"\n');
  expect(second.out).toContain('    affects: + "FB-Grün"\n');
  expect(second.out).toContain('Added\n  1 project\n    neu  Neues\n');
  expect(second.out).toContain('Removed\n  1 goal\n    schnell  Schneller werden\n');
  expect(second.out).toContain('1 added, 3 fields changed, 1 removed, 0 new reports');

  const exported = JSON.parse((await at.run(['export'])).out) as { reports: unknown[]; projects: unknown[] };
  expect(exported.reports).toHaveLength(1);
  expect(exported.projects).toHaveLength(2);
});

it('a dry run shows the same and writes nothing', async () => {
  at.write('one.json', rawFile());
  const dry = await at.run(['import', 'one.json', '--dry-run']);
  expect(dry.code).toBe(0);
  expect(dry.out).toContain('This was a dry run: nothing was written.');
  expect(fs.existsSync(at.path('data'))).toBe(false);

  await at.run(['import', 'one.json']);
  at.write('two.json', rawFile({ city: 'Neustadt' }));
  expect((await at.run(['import', 'two.json', '--dry-run'])).out).toContain('city: "Musterstadt" → "Neustadt"');
  expect((await at.run(['import', 'one.json'])).out).toBe('Nothing to change.\n');
});

it('refuses a file with faults whole, naming each in both languages, and changes nothing', async () => {
  at.write('good.json', rawFile());
  await at.run(['import', 'good.json']);
  const lead = { department: 'FB-99' };
  at.write('bad.json', rawFile({ city: 'Neustadt', projects: [rawProject({ register: 'nie', lead })] }));
  const { code, out, err } = await at.run(['import', 'bad.json']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('bad.json: 2 faults. Nothing was changed.');
  expect(err).toMatch(
    /\$\.projects\[0\]\.register \(line \d+, antrag\)\n {6}„nie“ ist hier nicht .*\n {6}“nie” is not /,
  );
  expect(err).toMatch(/\$\.projects\[0\]\.lead\.department \(line \d+, antrag\)/);
  expect(err).not.toMatch(/\n\s+at /);
  expect((await at.run(['import', 'good.json'])).out).toBe('Nothing to change.\n');
});

it('tells of people who asked to be forgotten and whom a file brings back', async () => {
  const all = rawFile({ reports: [rawReport()] }) as { people: { id: string; name: string }[]; projects: unknown[] };
  const [one, two] = all.people as [{ id: string; name: string }, { id: string; name: string }];
  at.write('all.json', all);
  await at.run(['import', 'all.json']);
  expect((await at.run(['forget', two.id])).err).toContain(`${two.id} is in the programme file`);
  const projects = [rawProject({ lead: { department: 'FB-10', person: one.id } })];
  at.write('fewer.json', { ...all, people: [one], projects, reports: [] });
  expect((await at.run(['import', 'fewer.json'])).err).not.toContain('forget');
  expect(await at.run(['forget', two.id])).toMatchObject({ code: 0, err: '' });
  expect((await at.run(['forget', two.id])).err).toContain('History names nobody');

  const everything = (await at.run(['export', '--full'])).out;
  expect(everything).not.toContain(`"${two.id}"`);
  expect(everything).not.toContain(two.name);
  for (const args of [['--dry-run'], []]) {
    const { err, code } = await at.run(['import', 'all.json', ...args]);
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('asked Lotse to forget them') });
    expect(err).toContain(`${two.name} (${two.id})`);
  }
});

it('forgets with somebody what leads to them on the platform, down to the file of the database', async () => {
  const all = rawFile({ reports: [] }) as { people: { id: string }[] };
  const [stays, leaves] = all.people.map(({ id }, index) => ({
    id,
    aadObjectId: `b0000000-0000-4000-8000-00000000000${index}`,
    userPrincipalName: `name${index}@stadt.example`,
  }));
  at.write('all.json', { ...all, people: all.people.map((one, index) => ({ ...one, ...[stays, leaves][index] })) });
  await at.run(['import', 'all.json']);
  const store = await openSqliteStore({ dataDir: at.path('data'), mode: 'writer' });
  for (const one of [stays!, leaves!]) {
    const chat = { id: `a:chat-${one.id}`, kind: 'personal', user: { ...one, id: `29:${one.id}` }, actingAs: null };
    await store.create('conversations', chat.id, chat);
    await store.create('welcomes', chat.id, {});
    await store.create('chats', `aad-${one.aadObjectId}`, { conversation: chat.id });
    await store.create('chats', `upn-${one.userPrincipalName}`, { conversation: chat.id });
    await store.create('identities', one.aadObjectId, { userPrincipalName: one.userPrincipalName });
    await store.create('acting', `29:${one.id}`, { person: one.id });
  }
  await store.create('conversations', '19:channel', { id: '19:channel', kind: 'channel', user: null, actingAs: null });
  await store.close();

  const projects = [rawProject({ lead: { department: 'FB-10', person: stays!.id } })];
  const people = [{ ...all.people[0], ...stays }];
  at.write('fewer.json', { ...all, people, projects });
  await at.run(['import', 'fewer.json']);
  const audit = (await at.run(['export', '--audit'])).out;
  const { out, code } = await at.run(['forget', leaves!.id]);
  expect((await at.run(['export', '--audit'])).out).toBe(audit);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('3 documents with accounts') });

  const after = await openSqliteStore({ dataDir: at.path('data'), mode: 'reader' });
  const left = async (partition: string) => (await after.list(partition)).map(({ id }) => id);
  expect(await left('conversations')).toEqual(['19:channel', `a:chat-${stays!.id}`]);
  expect(await left('welcomes')).toEqual([`a:chat-${stays!.id}`]);
  expect(await left('chats')).toEqual([`aad-${stays!.aadObjectId}`, `upn-${stays!.userPrincipalName}`]);
  expect(await left('identities')).toEqual([stays!.aadObjectId]);
  expect(await left('acting')).toEqual([`29:${stays!.id}`]);
  await after.close();
  for (const file of fs.readdirSync(at.path('data'))) {
    const bytes = fs.readFileSync(at.path(`data/${file}`), 'latin1');
    for (const trace of [leaves!.aadObjectId, leaves!.userPrincipalName, `29:${leaves!.id}`])
      expect(bytes).not.toContain(trace);
  }
});

it('takes a file with unknown fields and tells them', async () => {
  at.write('one.json', rawFile({ colour: 'blue' }));
  const { code, err } = await at.run(['import', 'one.json']);
  expect(code).toBe(0);
  expect(err).toContain('$.colour');
});

it('says when a report in the file differs from the recorded one', async () => {
  at.write('one.json', rawFile({ reports: [rawReport()] }));
  await at.run(['import', 'one.json']);
  at.write('two.json', rawFile({ reports: [rawReport({ health: 'red' })] }));
  const { out, err } = await at.run(['import', 'two.json']);
  expect(out).toBe('Nothing to change.\n');
  expect(err).toContain('1 report of the file differ from what is recorded; history is not rewritten.');
});

it.each([
  ['no such file', ['import', 'nothing.json'], 'There is no file nothing.json'],
  ['a folder without tables', ['import', '.'], 'There is no .csv file in the folder .'],
  ['no JSON', ['import', 'page.html'], 'page.html: one fault'],
  ['another encoding', ['import', 'latin1.json'], 'not encoded as UTF-8'],
  ['no argument', ['import'], "missing required argument 'file'"],
  ['an unknown command', ['imprt'], "unknown command 'imprt'"],
])('fails in plain words with %s', async (_what, args, words) => {
  at.write('page.html', '<!doctype html>');
  fs.writeFileSync(at.path('latin1.json'), Buffer.from('{"title": "Gr\u00fcn"}', 'latin1'));
  const { code, err } = await at.run(args);
  expect(code).toBe(1);
  expect(err).toContain(words);
  expect(err).not.toMatch(/\n\s+at /);
});

it('fails with all problems of the configuration', async () => {
  at.write('one.json', rawFile());
  const { code, err } = await at.run(['import', 'one.json'], { PORT: 'x', LOG_LEVEL: 'loud' });
  expect(code).toBe(1);
  expect(err).toMatch(/PORT "x".*\n.*LOG_LEVEL "loud"/);
});

it('reads a .env file in the working folder, the environment winning', async () => {
  at.write('one.json', rawFile());
  at.write('.env', 'DATA_DIR=ignored\nPROGRAMME_FILE=one.json\n');
  const { out, err } = await at.run(['export']);
  expect(err).toContain('one.json as the bot would read it');
  expect(JSON.parse(out)).toMatchObject({ id: 'musterstadt' });
  expect(fs.existsSync(at.path('ignored'))).toBe(false);
});

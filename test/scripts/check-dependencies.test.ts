import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SCRIPT = path.join(import.meta.dirname, '../../scripts/check-dependencies.mjs');
let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-lock-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

interface Entry {
  version: string;
  license?: string | null;
  dev?: boolean;
  optional?: boolean;
  /** Locked, and of no use on this machine. */
  absent?: boolean;
}

/** What the check says about a folder with these packages, by their place below node_modules. */
function check(packages: Record<string, Entry>): { status: number | null; said: string } {
  const lock: Record<string, unknown> = { '': { name: 'a-bot' } };
  for (const [name, { absent, ...entry }] of Object.entries(packages)) {
    const place = `node_modules/${name}`;
    lock[place] = { ...entry, license: entry.license ?? undefined };
    if (absent) continue;
    fs.mkdirSync(path.join(folder, place), { recursive: true });
    const { version, license = 'MIT' } = entry;
    fs.writeFileSync(path.join(folder, place, 'package.json'), JSON.stringify({ name, version, license }));
  }
  fs.writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages: lock }));
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, folder], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, said: stdout + stderr };
}

const PLATFORMS = ['linux-x64-gnu', 'linux-x64-musl', 'linux-arm64-gnu', 'linux-arm64-musl', 'darwin-x64'].concat(
  'darwin-arm64',
  'win32-x64-msvc',
);
function libsql(change: Record<string, Entry | undefined> = {}): Record<string, Entry> {
  const platform: Entry = { version: '0.5.29', optional: true, absent: true, license: 'MIT' };
  const all = Object.fromEntries(PLATFORMS.map((name): [string, Entry] => [`@libsql/${name}`, platform]));
  const entries = Object.entries({ libsql: { version: '0.5.29' }, ...all, ...change });
  return Object.fromEntries(entries.filter((entry): entry is [string, Entry] => entry[1] !== undefined));
}

it('what is locked here passes', () => {
  const root = path.join(import.meta.dirname, '../..');
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, root], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it('a folder in order passes', () => {
  expect(check({ 'find-my-way': { version: '9.0.1' }, ...libsql() })).toMatchObject({ status: 0 });
});

it.each<[string, string]>([
  ['find-my-way', '7.6.2'],
  ['find-my-way', '9.0.0'],
  ['restify', '11.1.0'],
  ['@babel/traverse', '7.23.0'],
  ['restify/node_modules/find-my-way', '8.0.0'],
])('%s %s is known to be bad, also where only developers have it', (place, version) => {
  const { status, said } = check({ [place]: { version, dev: true } });
  expect(status).toBe(1);
  expect(said).toContain(`${place.split('node_modules/').at(-1)} ${version} (node_modules/${place})`);
});

it.each<[string | null]>([['GPL-3.0-only'], ['AGPL-3.0'], ['(MIT AND GPL-2.0)'], ['SEE LICENSE IN terms.txt'], [null]])(
  'production does not take the licence %s',
  (license) => {
    const { status, said } = check({ borrowed: { version: '1.0.0', license } });
    expect(status).toBe(1);
    expect(said).toContain('borrowed 1.0.0');
  },
);

it.each(['MIT', '(GPL-2.0 OR MIT)', 'ISC AND Apache-2.0'])('production takes the licence %s', (license) => {
  expect(check({ borrowed: { version: '1.0.0', license } }).status).toBe(0);
});

it('developers may use what production must not carry', () => {
  expect(check({ tool: { version: '1.0.0', license: 'GPL-3.0-only', dev: true } }).status).toBe(0);
});

it('a package that is locked and not installed cannot be judged', () => {
  expect(check({ borrowed: { version: '1.0.0', absent: true } })).toMatchObject({ status: 1 });
});

it.each(PLATFORMS)('a lock file without libsql for %s does not pass, nor one with another version', (name) => {
  const missing = check(libsql({ [`@libsql/${name}`]: undefined }));
  expect(missing).toMatchObject({ status: 1 });
  expect(missing.said).toContain(`@libsql/${name} is missing`);
  const other = check(
    libsql({ [`@libsql/${name}`]: { version: '0.5.28', optional: true, absent: true, license: 'MIT' } }),
  );
  expect(other.said).toContain(`@libsql/${name} is locked as 0.5.28`);
});

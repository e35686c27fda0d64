import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const script = path.resolve('scripts/package-app.ts');
const VALUES = {
  TEAMS_APP_ID: '6c6f7473-652d-4465-8d6f-000000000001',
  BOT_ID: '6c6f7473-652d-4465-8d6f-000000000002',
  BOT_DOMAIN: 'lotse.musterstadt.example',
  APP_NAME_SUFFIX: '" (Test)"',
  DEVELOPER_NAME: '\'Stadt "Musterstadt"\'',
  DEVELOPER_WEBSITE_URL: 'https://musterstadt.example',
  DEVELOPER_PRIVACY_URL: 'https://musterstadt.example/datenschutz',
  DEVELOPER_TERMS_URL: 'https://musterstadt.example/nutzung',
  PUBLICATION_DOMAIN: 'musterstadt.example',
};

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-package-'));
  fs.mkdirSync(path.join(folder, 'env'));
  fs.cpSync('appPackage', path.join(folder, 'appPackage'), { recursive: true });
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function environment(name: string, values: Record<string, string>): void {
  const lines = Object.entries(values).map(([key, value]) => `${key}=${value}`);
  fs.writeFileSync(path.join(folder, 'env', `.env.${name}`), lines.join('\n'));
}
function pack(name: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tsx, script, name], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder },
  });
  return { status, said: stdout + stderr };
}

it('explains itself', () => {
  environment('town', VALUES);
  const { status, said } = pack('--help');
  expect(status).toBe(0);
  expect(said).toContain('npm run package -- <environment>');
  expect(said).toContain('Environments: town.');
});

it('packs the app for an environment: everything Teams wants, nothing else, no placeholder left', () => {
  environment('test', VALUES);
  expect(pack('test')).toEqual({ status: 0, said: 'Written to appPackage/build/appPackage.test.zip.\n' });
  const files = unzipSync(fs.readFileSync(path.join(folder, 'appPackage/build/appPackage.test.zip')));
  expect(Object.keys(files).sort()).toEqual(['color.png', 'de.json', 'en.json', 'manifest.json', 'outline.png']);
  const texts = Object.entries(files).filter(([name]) => name.endsWith('.json'));
  const [manifest] = texts
    .filter(([name]) => name === 'manifest.json')
    .map(([, bytes]) => Buffer.from(bytes).toString());
  for (const [, bytes] of texts) expect(Buffer.from(bytes).toString()).not.toContain('${{');
  expect(JSON.parse(manifest!)).toMatchObject({
    id: VALUES.TEAMS_APP_ID,
    name: { short: 'Lotse (Test)' },
    developer: { name: 'Stadt "Musterstadt"' },
    bots: [{ botId: VALUES.BOT_ID }],
    validDomains: expect.arrayContaining([VALUES.BOT_DOMAIN]),
  });
  expect(PNG.sync.read(Buffer.from(files['outline.png']!))).toMatchObject({ width: 32, height: 32 });
});

it('gives the same file for the same input, and takes a secret file into account', () => {
  const { DEVELOPER_NAME: _, ...rest } = VALUES;
  environment('test', rest);
  environment('test.user', { DEVELOPER_NAME: 'Amt' });
  const bytes = () => fs.readFileSync(path.join(folder, 'appPackage/build/appPackage.test.zip'));
  expect(pack('test').status).toBe(0);
  const first = bytes();
  pack('test');
  expect(bytes().equals(first)).toBe(true);
});

it.each<[string, Record<string, string>, string[]]>([
  ['what is not set, all of it', { BOT_ID: VALUES.BOT_ID }, ['TEAMS_APP_ID', 'BOT_DOMAIN', 'DEVELOPER_TERMS_URL']],
  ['a name that is too long', { ...VALUES, APP_NAME_SUFFIX: 'x'.repeat(30) }, ['manifest.json/name/short']],
  ['an id that is none', { ...VALUES, BOT_ID: 'bot' }, ['manifest.json/bots/0/botId']],
])('refuses %s', (_what, values, words) => {
  environment('test', values);
  const { status, said } = pack('test');
  expect(status).toBe(1);
  for (const word of words) expect(said).toContain(word);
  expect(said).not.toMatch(/\n\s+at /);
  expect(fs.existsSync(path.join(folder, 'appPackage/build'))).toBe(false);
});

it('says which environments there are', () => {
  environment('one', {});
  environment('two', {});
  expect(pack('three').said).toContain('There is no env/.env.three. There are: one, two.');
});

it('the committed environments hold no secret and name every variable of the package', () => {
  for (const name of ['dev', 'local']) {
    const text = fs.readFileSync(`env/.env.${name}`, 'utf8');
    for (const variable of Object.keys(VALUES)) expect(text).toMatch(new RegExp(`^${variable}=`, 'm'));
    expect(text).not.toMatch(/^\w*(SECRET|PASSWORD|KEY|TOKEN)\w*=/m);
  }
});

it('asks for nothing that the documentation does not explain', () => {
  const manifest = JSON.parse(fs.readFileSync('appPackage/manifest.json', 'utf8')) as Record<string, unknown>;
  const explained = fs.readFileSync('docs/app-package.md', 'utf8');
  const permissions = manifest['permissions'] as string[];
  for (const permission of permissions) expect(explained).toContain(`| \`${permission}\` |`);
  // Resource-specific permissions would stand here.
  expect(manifest).not.toHaveProperty('authorization');
  expect(manifest).not.toHaveProperty('webApplicationInfo');
});

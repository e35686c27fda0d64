import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { productionFolder, productionPackages } from '../support/production-folder.js';

const { devDependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { devDependencies: object };
const nameOf = (folder: string) =>
  folder
    .split(/node_modules[/\\]/)
    .at(-1)!
    .replaceAll('\\', '/');
/** Development packages of ours that packages of production need for themselves. */
const NEEDED_BELOW: Record<string, string> = {
  adaptivecards: 'botframework-schema has an old one for its types',
  semver: 'jsonwebtoken checks the version of Node with it',
  yaml: 'teams-ai reads the settings of prompts with it',
  '@types/node': 'openai and botframework-connector name it; it is trimmed from the image',
};

/** What Teams sends, without its token. */
const ACTIVITY = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:x' },
  recipient: { id: '28:x' },
  conversation: { id: 'a:x' },
  text: 'Hallo',
};

it('production holds no development package', () => {
  const installed = [...new Set(productionPackages().map(nameOf))];
  expect(installed).toEqual(expect.arrayContaining(['botbuilder', '@microsoft/teams-ai', 'restify', '@azure/cosmos']));
  const development = Object.keys(devDependencies).filter((name) => installed.includes(name));
  expect(development.filter((name) => !(name in NEEDED_BELOW))).toEqual([]);
  const tools = /^(typescript|eslint|prettier|jest|ts-jest|tsx|esbuild|playwright.*|@babel\/.*|mocha|nyc|rimraf)$/;
  expect(installed.filter((name) => tools.test(name))).toEqual([]);
});

describe('what the image holds', () => {
  let folder: string;
  let bot: ChildProcess | undefined;
  beforeAll(() => void (folder = productionFolder()));
  afterAll(async () => {
    if (bot && bot.exitCode === null) {
      bot.kill('SIGTERM');
      await once(bot, 'exit');
    }
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const env = (more: Record<string, string> = {}) => ({
    PATH: process.env.PATH,
    DATA_DIR: path.join(folder, 'data'),
    ...more,
  });
  const node = (...args: string[]) =>
    execFileSync(process.execPath, args, { cwd: folder, env: env(), encoding: 'utf8' });

  it('is trimmed of types, source maps and sources', () => {
    const files = fs.readdirSync(path.join(folder, 'node_modules'), { recursive: true, encoding: 'utf8' });
    expect(files.length).toBeGreaterThan(5_000);
    expect(files.filter((file) => /\.(map|[cm]?tsx?)$|^@types([/\\]|$)/.test(file)).slice(0, 5)).toEqual([]);
    expect(files.filter((file) => file.startsWith('.cache'))).toEqual([]);
    const bytes = files.reduce((sum, file) => sum + fs.lstatSync(path.join(folder, 'node_modules', file)).size, 0);
    expect(bytes / 1e6).toBeLessThan(200);
  });

  it('loads everything that is loaded late', () => {
    const late = ['@azure/cosmos', '@azure/identity', 'openai', 'hucre/xlsx', 'fflate', '@libsql/client', 'botbuilder'];
    const own = [
      'telemetry/start',
      'store/cosmos/open',
      'teams/planner/create',
      'cli/spreadsheet/export',
      'publication/html',
    ];
    const modules = [...late, ...own.map((name) => `./dist/${name}.js`)];
    const script = `for (const name of ${JSON.stringify(modules)}) await import(name); console.log('all')`;
    expect(node('--input-type=module', '-e', script)).toBe('all\n');
  });

  it('is the operator’s command line', () => {
    fs.copyFileSync('demo/programme-erlangen.json', path.join(folder, 'p.json'));
    expect(node('dist/cli/main.js', 'import', 'p.json')).toContain('Imported as revision 1.');
    node('dist/cli/main.js', 'export', '--xlsx', 'p.xlsx');
    expect(node('dist/cli/main.js', 'import', 'p.xlsx')).toBe('Nothing to change.\n');
    expect(node('dist/cli/main.js', 'ask', 'Welche Projekte leitet Amt 17?')).toMatch(/\S/);
  });

  it('starts as in production, with telemetry, and is ready', async () => {
    bot = spawn(process.execPath, ['dist/main.js'], {
      cwd: folder,
      env: env({
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: '0',
        BOT_ID: '6c6f7473-652d-4465-8d6f-000000000002',
        BOT_TYPE: 'UserAssignedMSI',
        BOT_TENANT_ID: '6c6f7473-652d-4465-8d6f-000000000003',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    const port = await new Promise<string>((resolve, reject) => {
      bot?.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const [, found] = /"port":(\d+).*"listening"/.exec(said) ?? [];
        if (found) resolve(found);
      });
      bot?.once('exit', () => reject(new Error(`it ended: ${said}`)));
    });
    const address = `http://127.0.0.1:${port}`;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await fetch(`${address}/api/programme`)).status).toBe(200);
    const stranger = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ACTIVITY),
    };
    expect((await fetch(`${address}/api/messages`, stranger)).status).toBe(401);
  });
});

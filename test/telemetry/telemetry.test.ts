import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { Connector } from '../support/connector.js';
import { Person } from '../support/person.js';
import { Receiver } from './receiver.js';

const root = path.join(import.meta.dirname, '../..');
// Beside the sources, so that the packages are found.
const built = path.join(root, `.telemetry-main-${process.pid}`);
const SAID = 'Welche Projekte sind ueberfaellig, fragt sich Frau Zwirbelwind';
const NAME = 'Zenobia Zwirbelwind';
const AAD = '5e5c7d11-0000-4000-8000-0123456789ab';
let connector: Connector;
let receiver: Receiver;
let folder: string;

beforeAll(async () => {
  connector = await Connector.start();
  await build({
    entryPoints: [path.join(root, 'src/main.ts')],
    outdir: built,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is loaded only when it is needed stays so.
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
});
afterAll(async () => {
  await connector.close();
  await rm(built, { recursive: true, force: true });
});
beforeEach(async () => {
  receiver = await Receiver.start();
  folder = await mkdtemp(path.join(tmpdir(), 'lotse-telemetry-'));
});
afterEach(async () => {
  await receiver.stop();
  await rm(folder, { recursive: true });
});

/** A running bot with these variables: somebody asks it something, a job runs, and it is told to end. */
async function live(variables: Record<string, string>): Promise<{ code: number | null; loaded: string[] }> {
  const trace = path.join(import.meta.dirname, 'loaded.mjs');
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    DATA_DIR: folder,
    PROGRAMME_FILE: path.join(root, 'demo/programme-erlangen.json'),
    LOTSE_NOW: '2026-05-21T08:00:00Z',
    ...variables,
  };
  const child = spawn(process.execPath, ['--import', trace, path.join(built, 'main.mjs')], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const loaded: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const entry = JSON.parse(line) as { msg?: string; port?: number; loaded?: string };
    if (entry.loaded) loaded.push(entry.loaded);
    if (entry.msg !== 'listening') continue;
    const url = `http://127.0.0.1:${entry.port}`;
    const person = new Person(url, connector, { name: NAME, aadObjectId: AAD });
    await person.say(SAID);
    await person.say('Hilfe');
    await fetch(`${url}/api/jobs/status-requests`, { method: 'POST' });
    child.kill('SIGTERM');
  }
  const [code] = await exited;
  return { code, loaded };
}

it('turns, jobs and the store are seen, each in its place, without texts, names or ids', async () => {
  const { code } = await live({
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  });
  expect(code).toBe(0);
  const spans = receiver.spans();
  const turns = spans.filter(({ name }) => name === 'turn');
  expect(turns.map(({ attributes }) => attributes)).toEqual([
    { scope: 'personal', route: 'question', intent: expect.any(String) },
    { scope: 'personal', route: 'help' },
  ]);
  const job = spans.find(({ name, attributes }) => name === 'job' && attributes.job === 'status-requests')!;
  const ofJob = spans.filter(({ parentSpanId }) => parentSpanId === job.spanId);
  expect(new Set(ofJob.map(({ name }) => name))).toEqual(new Set(['store']));
  expect(spans.every(({ events }) => events.length === 0)).toBe(true);
  const measured = receiver.measured();
  const total = (name: string) => (measured.get(name) ?? []).reduce((sum, { value }) => sum + value, 0);
  expect(total('lotse.turns')).toBe(2);
  expect(total('lotse.turn.duration')).toBe(2);
  expect(total('lotse.store.duration')).toBeGreaterThan(2);
  // Nobody of the demo has ever written to this bot: there is nobody it could reach.
  expect(total('lotse.jobs.failed') + total('lotse.jobs.sent')).toBeGreaterThan(0);
  expectNothingPrivate();
}, 60_000);

it('without a word about the form it is protobuf, under the name that is given', async () => {
  const { code } = await live({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_SERVICE_NAME: 'lotse-of-a-town' });
  expect(code).toBe(0);
  expect(new Set(receiver.received.map(({ type }) => type))).toEqual(new Set(['application/x-protobuf']));
  const traces = receiver.received.filter(({ path: at }) => at === '/v1/traces');
  expect(traces.some(({ body }) => body.includes('lotse-of-a-town') && body.includes('question'))).toBe(true);
  expectNothingPrivate();
}, 60_000);

it.each<[string, Record<string, string>]>([
  ['without the variables', {}],
  ['when it is switched off', { OTEL_EXPORTER_OTLP_ENDPOINT: 'here', OTEL_SDK_DISABLED: 'true' }],
])(
  '%s no SDK is loaded and nothing is sent',
  async (_what, { OTEL_EXPORTER_OTLP_ENDPOINT: at, ...more }) => {
    const { code, loaded } = await live(at ? { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, ...more } : more);
    expect(code).toBe(0);
    expect(loaded).toContain('restify');
    expect(loaded.filter((name) => name.startsWith('@opentelemetry/'))).toEqual([]);
    expect(receiver.received).toEqual([]);
  },
  60_000,
);

it('a collector that is not there disturbs nobody', async () => {
  await receiver.stop();
  expect(await live({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_EXPORTER_OTLP_TIMEOUT: '500' })).toMatchObject({
    code: 0,
  });
  receiver = await Receiver.start();
}, 60_000);

function expectNothingPrivate(): void {
  const sent = receiver.received.map(({ body }) => body.toString('latin1')).join('\n');
  expect(sent).toContain('question');
  for (const secret of [...SAID.split(/[ ,]+/).filter((word) => word.length > 4), ...NAME.split(' '), AAD, 'a:chat-']) {
    expect(sent).not.toContain(secret);
  }
}

import fs from 'node:fs';
import { readConfig, type Config } from '../src/config.js';
import { VARIABLES } from '../src/environment.js';
import { isLoopback } from '../src/loopback.js';

const ID = '12345678-90ab-cdef-1234-567890abcdef';
const registered = { BOT_ID: ID, BOT_TYPE: 'UserAssignedMSI', BOT_TENANT_ID: ID };

function config(environment: Record<string, string>): Config {
  const result = readConfig(environment);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.config;
}
function variablesInTrouble(environment: Record<string, string>): string[] {
  const result = readConfig(environment);
  return result.ok ? [] : result.problems.map((problem) => problem.variable);
}

describe('without any variable', () => {
  it('is local mode on loopback with the demo programme', () => {
    expect(config({})).toMatchObject({
      local: true,
      host: '127.0.0.1',
      port: 3978,
      bot: null,
      dataDir: './.data',
      cosmos: null,
      jobsToken: null,
      startAt: null,
      model: null,
      logLevel: 'info',
    });
    expect(fs.existsSync(config({}).programmeFile ?? '')).toBe(true);
  });

  it('is the same as with all of them empty', () => {
    expect(config(Object.fromEntries(VARIABLES.map((name) => [name, ' '])))).toEqual(config({}));
  });

  it('has the schedule of the contract', () => {
    expect(config({}).schedule).toMatchObject({
      requests: { weekday: 4, time: '09:00' },
      reminders: [
        { weekday: 5, time: '09:00' },
        { weekday: 1, time: '09:00' },
      ],
      digest: { weekday: 1, time: '13:00' },
    });
  });
});

describe('with a bot registration', () => {
  it('listens everywhere and takes no demo programme', () => {
    expect(config(registered)).toMatchObject({
      local: false,
      host: '0.0.0.0',
      programmeFile: null,
      bot: { id: ID, type: 'UserAssignedMSI', tenant: ID, password: null },
    });
  });

  it('may run in production', () => {
    expect(config({ ...registered, NODE_ENV: 'production' }).local).toBe(false);
  });

  it('takes a secret for a single tenant', () => {
    const bot = config({ ...registered, BOT_TYPE: 'SingleTenant', BOT_PASSWORD: 'geheim' }).bot;
    expect(bot).toEqual({ id: ID, type: 'SingleTenant', tenant: ID, password: 'geheim' });
  });
});

it.each<[string, Record<string, string>, string[]]>([
  ['a port in words', { PORT: 'http' }, ['PORT']],
  ['a port too high', { PORT: '65536' }, ['PORT']],
  ['an open address in local mode', { HOST: '0.0.0.0' }, ['HOST']],
  ['production without a registration', { NODE_ENV: 'production' }, ['BOT_ID']],
  ['a secret without a registration', { BOT_PASSWORD: 'x' }, ['BOT_ID']],
  ['a registration with nothing else', { BOT_ID: ID }, ['BOT_TYPE', 'BOT_TENANT_ID']],
  ['an id that is no GUID', { ...registered, BOT_ID: 'lotse' }, ['BOT_ID']],
  ['a tenant that is no GUID', { ...registered, BOT_TENANT_ID: 'stadt.example' }, ['BOT_TENANT_ID']],
  ['a type with a typo', { ...registered, BOT_TYPE: 'SingelTenant' }, ['BOT_TYPE']],
  ['a type in other letters', { ...registered, BOT_TYPE: 'userassignedmsi' }, ['BOT_TYPE']],
  ['the type that is gone', { ...registered, BOT_TYPE: 'MultiTenant' }, ['BOT_TYPE']],
  ['a single tenant without its secret', { ...registered, BOT_TYPE: 'SingleTenant' }, ['BOT_PASSWORD']],
  ['a set clock outside local mode', { ...registered, LOTSE_NOW: '2026-05-18T08:00:00Z' }, ['LOTSE_NOW']],
  ['a clock set to a word', { LOTSE_NOW: 'gestern' }, ['LOTSE_NOW']],
  ['an unencrypted database', { COSMOS_ENDPOINT: 'http://cosmos.example' }, ['COSMOS_ENDPOINT']],
  ['a database that is no address', { COSMOS_ENDPOINT: 'cosmos.example' }, ['COSMOS_ENDPOINT']],
  ['a key without a database', { COSMOS_KEY: 'x' }, ['COSMOS_ENDPOINT']],
  ['a database name with a slash', { COSMOS_DATABASE: 'a/b' }, ['COSMOS_DATABASE']],
  ['a model without a key', { OPENAI_MODEL: 'x' }, ['OPENAI_API_KEY']],
  ['an Azure model without a deployment', { AZURE_OPENAI_ENDPOINT: 'https://m.example' }, ['AZURE_OPENAI_DEPLOYMENT']],
  ['a deployment without an address', { AZURE_OPENAI_DEPLOYMENT: 'x' }, ['AZURE_OPENAI_ENDPOINT']],
  [
    'a model told over an open line',
    { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://m.example/v1' },
    ['OPENAI_BASE_URL'],
  ],
  ['… by its number', { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://10.0.0.7:8080/v1' }, ['OPENAI_BASE_URL']],
  [
    '… that is Azure’s',
    { AZURE_OPENAI_ENDPOINT: 'http://m.example', AZURE_OPENAI_DEPLOYMENT: 'x' },
    ['AZURE_OPENAI_ENDPOINT'],
  ],
  ['a moment that is none', { LOTSE_SCHEDULE_DIGEST: 'Mon 25:00' }, ['LOTSE_SCHEDULE_DIGEST']],
  ['two moments for the digest', { LOTSE_SCHEDULE_DIGEST: 'Mon 9:00, Tue 9:00' }, ['LOTSE_SCHEDULE_DIGEST']],
  ['no look for news at all', { LOTSE_REFRESH_SECONDS: '0' }, ['LOTSE_REFRESH_SECONDS']],
  ['an unencrypted publication', { PUBLICATION_URL: 'http://stadt.example' }, ['PUBLICATION_URL']],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, ['LOG_LEVEL']],
])('%s is a problem', (_what, environment, variables) => {
  expect(variablesInTrouble(environment)).toEqual(variables);
});

it('reports all problems at once, each with what to do', () => {
  const result = readConfig({ PORT: '-1', BOT_ID: 'x', BOT_TYPE: 'y', LOG_LEVEL: 'z', COSMOS_ENDPOINT: 'c' });
  const problems = result.ok ? [] : result.problems;
  expect(new Set(problems.map(({ variable }) => variable))).toEqual(
    new Set(['PORT', 'BOT_ID', 'BOT_TYPE', 'BOT_TENANT_ID', 'LOG_LEVEL', 'COSMOS_ENDPOINT']),
  );
  expect(problems.every(({ what, fix }) => what !== '' && fix !== '')).toBe(true);
});

describe('single settings', () => {
  it('a port of 0 is any free one', () => {
    expect(config({ PORT: '0' }).port).toBe(0);
  });

  it.each(['localhost', '127.0.0.2', '::1', '[::1]'])('%s is this machine', (host) => {
    expect(isLoopback(host)).toBe(true);
    expect(config({ HOST: host }).host).toBe(host);
  });

  it.each(['0.0.0.0', '::', '127.evil.example', '10.0.0.1', 'lotse.example'])('%s is not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });

  it('the clock may be set with and without an offset', () => {
    const expected = new Date('2026-05-18T08:00:00Z');
    expect(config({ LOTSE_NOW: '2026-05-18T10:00:00+02:00' }).startAt).toEqual(expected);
    expect(config({ LOTSE_NOW: '2026-05-18T08:00' }).startAt).toEqual(expected);
  });

  it('Cosmos DB may be unencrypted on this machine, and its database has a name', () => {
    expect(config({ COSMOS_ENDPOINT: 'http://127.0.0.1:8081', COSMOS_KEY: 'k' }).cosmos).toEqual({
      endpoint: 'http://127.0.0.1:8081/',
      key: 'k',
      database: 'lotse',
    });
    expect(config({ COSMOS_ENDPOINT: 'https://c.example' }).cosmos?.key).toBeNull();
  });

  it('both services can carry the planner', () => {
    expect(config({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }).model).toMatchObject({
      kind: 'openai',
      baseUrl: 'http://127.0.0.1:1/v1',
    });
    expect(
      config({ AZURE_OPENAI_ENDPOINT: 'https://m.example', AZURE_OPENAI_DEPLOYMENT: 'klein' }).model,
    ).toMatchObject({ kind: 'azure', deployment: 'klein', apiKey: null });
  });

  it('the schedule is read in both languages', () => {
    const { schedule } = config({
      LOTSE_SCHEDULE_REQUESTS: 'Mittwoch 8:30',
      LOTSE_SCHEDULE_REMINDERS: 'Do 08:30; Fri 12:00',
      LOTSE_SCHEDULE_DIGEST: 'Fri 15:00',
      LOTSE_SCHEDULE_ESCALATION: 'never',
      LOTSE_DIGEST_PREVIEW_MINUTES: '120',
    });
    expect(schedule).toEqual({
      requests: { weekday: 3, time: '08:30' },
      reminders: [
        { weekday: 4, time: '08:30' },
        { weekday: 5, time: '12:00' },
      ],
      digest: { weekday: 5, time: '15:00' },
      escalation: null,
      previewMinutes: 120,
    });
  });
});

describe('what is read and what is explained agree:', () => {
  const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
  const inFile = (name: string) => fs.readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

  it('the list of variables', () => {
    const read = new Set<string>();
    const spy = (values: Record<string, string>) =>
      new Proxy(values, {
        get: (target, name) => {
          read.add(String(name));
          return target[String(name)];
        },
      });
    readConfig(spy({}));
    readConfig(spy(registered));
    expect(sorted(read)).toEqual(sorted(VARIABLES));
  });

  it('.env.example, which as it stands is no problem', () => {
    const lines = [...inFile('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)];
    expect(sorted(lines.map(([, name]) => name!))).toEqual(sorted(VARIABLES));
    expect(readConfig(Object.fromEntries(lines.map(([, name, value]) => [name!, value!]))).ok).toBe(true);
  });

  it('the table in README.md', () => {
    const table = inFile('README.md').match(/^## Configuration\n[\s\S]*?(?=^## |$(?![\s\S]))/m)?.[0] ?? '';
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name!),
    );
    expect(sorted(named)).toEqual(sorted(VARIABLES));
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { parse as parseJson, type ParseError } from 'jsonc-parser';
import { parse as parseYaml } from 'yaml';

interface Action {
  uses: string;
  with?: Record<string, unknown>;
  writeToEnvironmentFile?: Record<string, string>;
}
type Project = { version: string } & Record<'provision' | 'deploy' | 'publish', Action[] | undefined>;

const read = (file: string) => fs.readFileSync(file, 'utf8');
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);

function json<T>(file: string): T {
  const errors: ParseError[] = [];
  const value = parseJson(read(file), errors) as T;
  expect(errors).toEqual([]);
  return value;
}
const npmScripts = (command: string) => [...command.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);

describe('the editor', () => {
  interface Task {
    label: string;
    command?: string;
    dependsOn?: string[];
    args?: { env?: string };
  }
  interface Launch {
    configurations: { name: string; type: string; url?: string; program?: string }[];
    compounds: { name: string; configurations: string[]; preLaunchTask: string }[];
  }
  const { tasks } = json<{ tasks: Task[] }>('.vscode/tasks.json');
  const labels = tasks.map(({ label }) => label);

  it('has tasks that run scripts and tasks there are', () => {
    expect(new Set(labels).size).toBe(labels.length);
    for (const { command = '', dependsOn = [] } of tasks) {
      expect(scripts).toEqual(expect.arrayContaining(npmScripts(command)));
      expect(labels).toEqual(expect.arrayContaining(dependsOn));
    }
    expect(tasks.flatMap(({ command }) => npmScripts(command ?? ''))).toEqual(
      expect.arrayContaining(['dev:local', 'dev:playground']),
    );
  });

  it('debugs by one key, in the Playground first', () => {
    const { configurations, compounds } = json<Launch>('.vscode/launch.json');
    const names = configurations.map(({ name }) => name);
    expect(compounds[0]?.name).toMatch(/Playground/);
    for (const compound of compounds) {
      expect(names).toEqual(expect.arrayContaining(compound.configurations));
      expect(labels).toContain(compound.preLaunchTask);
    }
    for (const { program } of configurations) {
      if (program) expect(fs.existsSync(program.replace('${workspaceFolder}/', ''))).toBe(true);
    }
  });

  it('waits at the door that the bot opens for it', () => {
    const { configurations } = json<{ configurations: { name: string; port?: number }[] }>('.vscode/launch.json');
    const port = configurations.find(({ name }) => name === 'Attach to Lotse')?.port;
    const { scripts: all } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const text of [all['dev'], all['dev:local'], read('src/cli/demo/bot.ts')]) {
      expect(text).toContain(`--inspect=127.0.0.1:${port}`);
    }
  });

  it('recommends extensions', () => {
    const { recommendations } = json<{ recommendations: string[] }>('.vscode/extensions.json');
    for (const id of recommendations) expect(id).toMatch(/^[\w-]+\.[\w-]+$/);
  });
});

describe.each([
  ['m365agents.yml', 'dev'],
  ['m365agents.local.yml', 'local'],
  ['m365agents.playground.yml', 'playground'],
])('%s', (file, environment) => {
  const project = parseYaml(read(file)) as Project;
  const actions = [project.provision, project.deploy, project.publish].flatMap((stage) => stage ?? []);
  const used = (text: string) => [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name!);
  const texts = [
    read(file).replace(/^\s*#.*$/gm, ''),
    ...actions.flatMap(({ with: given }) => {
      const templates = (given?.['templates'] ?? []) as { parameters: string }[];
      return [...templates.map(({ parameters }) => read(parameters)), ...packaged(given)];
    }),
  ];

  it('is of a version that the Toolkit knows, by its schema', () => {
    expect(project.version).toMatch(/^v1\.(8|9|\d\d)$/);
    expect(read(file)).toContain(`/${project.version}/yaml.schema.json`);
    for (const { uses } of actions) expect(uses).toMatch(/^(script|\w+\/\w+)$/);
  });

  it('names files and scripts there are', () => {
    for (const { with: given = {} } of actions) {
      const templates = (given['templates'] ?? []) as { path: string; parameters: string }[];
      const files = [...templates.flatMap((one) => [one.path, one.parameters]), given['manifestPath']];
      for (const one of files.filter((each) => typeof each === 'string')) expect(fs.existsSync(one)).toBe(true);
      const [, script] = /^node (\S+)/.exec(String(given['run'] ?? '')) ?? [];
      if (script) expect(fs.existsSync(script)).toBe(true);
    }
  });

  it('finds every variable in its environment file, in a secret one, or sets it itself', () => {
    const inFile = Object.keys(parseEnv(read(path.join('env', `.env.${environment}`))));
    const written = actions.flatMap((action) => Object.values(action.writeToEnvironmentFile ?? {}));
    const known = [...inFile, ...written];
    expect(texts.flatMap(used).filter((name) => !known.includes(name) && !name.startsWith('SECRET_'))).toEqual([]);
    const secrets = texts.flatMap(used).filter((name) => name.startsWith('SECRET_'));
    expect(written).toEqual(expect.arrayContaining(secrets));
    expect(inFile.filter((name) => name.startsWith('SECRET_'))).toEqual([]);
  });
});

/** The texts of the app package, where an action packs it. */
function packaged(given: Record<string, unknown> | undefined): string[] {
  if (!given?.['outputZipPath']) return [];
  return ['manifest.json', 'de.json', 'en.json'].map((name) => read(path.join('appPackage', name)));
}

it('outputs of the templates are the variables that are read after them', () => {
  const outputs = ['infra/main.bicep', 'infra/registry.bicep'].flatMap((file) =>
    [...read(file).matchAll(/^output (\w+) /gm)].map(([, name]) => name!),
  );
  expect(outputs).toEqual(expect.arrayContaining(['BOT_ID', 'BOT_DOMAIN', 'APP_NAME', 'REGISTRY_NAME']));
  expect(Object.keys(parseEnv(read('env/.env.dev')))).toEqual(expect.arrayContaining(outputs));
});

it('what is secret or made is not committed', () => {
  const ignored = read('.gitignore').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['env/.env.*.user', '.localConfigs*', 'appPackage/build/', '.env']));
});

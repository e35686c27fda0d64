import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { VARIABLES } from '../../src/environment.js';
import { CONTAINER } from '../../src/store/cosmos/container.js';

const require = createRequire(import.meta.url);
const isBicep = (name: string) => name.endsWith('.bicep');
const modules = fs
  .readdirSync('infra/modules')
  .filter(isBicep)
  .map((name) => `modules/${name}`);
const files = ['main.bicep', ...modules];
/** What is deployed by itself, with the parameter file that the Agents Toolkit takes. */
const deployed = ['main', 'registry', 'local'];
const source = (file: string) => fs.readFileSync(path.join('infra', file), 'utf8');

let parser: Parser;
beforeAll(async () => {
  await Parser.init();
  const grammar = await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
  parser = new Parser().setLanguage(grammar);
});

function tree(text: string): Node {
  const parsed = parser.parse(text);
  if (!parsed) throw new Error('the parser gave nothing');
  return parsed.rootNode;
}
function faults(node: Node): string[] {
  const own = node.isError || node.isMissing ? [`line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`] : [];
  return [...own, ...node.children.flatMap((child) => (child ? faults(child) : []))];
}
const declared = (file: string, kind: 'param' | 'output') =>
  [...source(file).matchAll(new RegExp(`^${kind} (\\w+) \\w+( =)?`, 'gm'))].map(([, name, given]) => ({ name, given }));

describe('the infrastructure', () => {
  it.each([...fs.readdirSync('infra').filter((name) => /\.bicep(param)?$/.test(name)), ...modules])(
    '%s is Bicep',
    (file) => {
      // The grammar knows no parameter files; their lines have the form of variables.
      const text = file.endsWith('.bicepparam') ? source(file).replace(/^param /gm, 'var ') : source(file);
      expect(faults(tree(text))).toEqual([]);
    },
  );

  it('would be told about a fault', () => {
    expect(faults(tree("resource bot 'a/b@2024-01-01' = {\n  name: 'x'\n"))).not.toEqual([]);
  });

  it('gives every module the parameters it wants, and no others', () => {
    const main = source('main.bicep');
    const calls = [...main.matchAll(/^module \w+ '(modules\/\w+\.bicep)'[^]*?\n {2}params: \{\n([^]*?)\n {2}\}/gm)];
    expect(calls.map(([, file]) => file).sort()).toEqual(files.filter((file) => file !== 'main.bicep').sort());
    for (const [, file = '', block = ''] of calls) {
      const given = [...block.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name);
      expect([file, given.sort()]).toEqual([
        file,
        declared(file, 'param')
          .map(({ name }) => name)
          .sort(),
      ]);
    }
  });

  it('reads only what modules put out', () => {
    const main = source('main.bicep');
    for (const [, module = '', output] of main.matchAll(/\b(\w+)\.outputs\.(\w+)/g)) {
      const file = new RegExp(`^module ${module} '(modules/\\w+\\.bicep)'`, 'm').exec(main)?.[1] ?? '';
      expect(declared(file, 'output').map(({ name }) => name)).toContain(output);
    }
  });

  it('reads only parameters that there are in parameter files, and gives every one that is needed', () => {
    const needed = (file: string) => declared(file, 'param').filter(({ given }) => !given);
    for (const name of deployed) {
      const { parameters } = JSON.parse(source(`${name}.parameters.json`)) as { parameters: Record<string, unknown> };
      const known = declared(`${name}.bicep`, 'param').map((one) => one.name);
      expect(known).toEqual(expect.arrayContaining(Object.keys(parameters)));
      expect(Object.keys(parameters)).toEqual(expect.arrayContaining(needed(`${name}.bicep`).map((one) => one.name)));
    }
    for (const file of ['dev.bicepparam', 'prod.bicepparam']) {
      const given = [...source(file).matchAll(/^param (\w+) =/gm)].map(([, name]) => name);
      const known = declared('main.bicep', 'param').map((one) => one.name);
      expect(known).toEqual(expect.arrayContaining(given));
      expect(given).toEqual(expect.arrayContaining(needed('main.bicep').map((one) => one.name)));
      expect(source(file)).toContain("using './main.bicep'");
    }
  });

  it('hands no secret on but to the vault', () => {
    const secure = [...source('main.bicep').matchAll(/@secure\(\)\nparam (\w+)/g)].map(([, name]) => name!);
    expect(secure).toEqual(['jobsToken', 'openAiKey']);
    for (const name of secure) {
      const uses = [...source('main.bicep').matchAll(new RegExp(`^.*\\b${name}\\b.*$`, 'gm'))].map(([line]) =>
        line.trim(),
      );
      const values = uses.filter((line) => !/^param|empty\(/.test(line));
      expect(values).toEqual([`${name}: ${name}`]);
    }
    expect(source('modules/vault.bicep')).toMatch(/enableRbacAuthorization: true/);
  });

  const settings = [...source('modules/app.bicep').matchAll(/name: '([A-Z][A-Z_]+)'/g)].map(([, name]) => name!);
  /** Read by the Azure SDK, the OpenTelemetry SDK and the collector beside the program. */
  const otherReaders = [
    'AZURE_CLIENT_ID',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'COLLECTOR_CONFIG',
    'APPLICATIONINSIGHTS_CONNECTION_STRING',
  ];
  const optional = [...fs.readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);

  it('sets only variables that are read', () => {
    const known: readonly string[] = [...VARIABLES, ...otherReaders];
    expect(settings.filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(settings).size).toBe(settings.length);
    const readElsewhere = ['docs/operating.md', 'infra/modules/collector.yaml'].map((file) =>
      fs.readFileSync(file, 'utf8'),
    );
    expect(readElsewhere.join()).toContain('OTEL_EXPORTER_OTLP_ENDPOINT');
    expect(readElsewhere.join()).toContain('${env:APPLICATIONINSIGHTS_CONNECTION_STRING}');
  });

  it('sets or explains as optional every variable that the program reads, and explains no other', () => {
    expect(VARIABLES.filter((name) => !settings.includes(name) && !optional.includes(name))).toEqual([]);
    expect(optional.filter((name) => !(VARIABLES as readonly string[]).includes(name))).toEqual([]);
    // What a real installation cannot do without is set, whatever the operator gives.
    const always = [
      'NODE_ENV',
      'HOST',
      'PORT',
      'BOT_ID',
      'BOT_TYPE',
      'BOT_TENANT_ID',
      'COSMOS_ENDPOINT',
      'COSMOS_DATABASE',
    ];
    expect(settings).toEqual(expect.arrayContaining(always));
  });

  it('knows every variable that the source reads', () => {
    const texts = fs
      .readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [file, fs.readFileSync(path.join('src', file), 'utf8')] as const);
    const direct = texts.flatMap(([file, text]) =>
      [...text.matchAll(/process\.env(?:\.(\w+)|\['(\w+)'\])/g)].map(([, one, other]) => `${file} ${one ?? other}`),
    );
    // Everything else goes through EnvironmentReader, whose names the compiler holds to VARIABLES.
    expect(direct.filter((use) => !/ (PATH|CI)$/.test(use))).toEqual([]);
    expect(texts.find(([file]) => file === 'environment.ts')?.[1]).toContain('this.environment[name]');
  });

  it('alerts by log lines that the program writes', () => {
    const alerts = source('modules/alerts.bicep');
    const messages = [...alerts.matchAll(/\bmsg (?:== "([^"]+)"|in \(([^)]+)\))/g)].flatMap(([, one, list]) =>
      one ? [one] : [...(list ?? '').matchAll(/"([^"]+)"/g)].map(([, each]) => each!),
    );
    expect(messages.length).toBeGreaterThan(4);
    const written = ['jobs', 'teams']
      .flatMap((folder) =>
        fs.readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `src/${folder}/${file}`),
      )
      .filter((file) => file.endsWith('.ts'))
      .map((file) => fs.readFileSync(file, 'utf8'))
      .join('\n');
    for (const message of messages) expect(written).toContain(`'${message}'`);
    expect(alerts).toMatch(/statusCodeCategory/);
  });

  it('makes the container that the store expects', () => {
    const store = source('modules/store.bicep');
    expect(store).toContain(`var containerName = '${CONTAINER.id}'`);
    expect(store).toContain(`paths: ['${CONTAINER.partitionKey.paths.join("', '")}']`);
    const paths = [...store.matchAll(/ path: '(.*)'/g)].map(([, one]) => one);
    const { includedPaths, excludedPaths } = CONTAINER.indexingPolicy;
    expect(paths).toEqual([...includedPaths, ...excludedPaths].map((each) => each.path));
  });

  it('watches with what stays in the same region', () => {
    expect(source('modules/monitoring.bicep')).toMatch(/WorkspaceResourceId: workspace\.id/);
    expect([...source('modules/monitoring.bicep').matchAll(/^ {2}location: (.*)$/gm)].map(([, at]) => at)).toEqual([
      'location',
      'location',
    ]);
    expect(source('modules/app.bicep')).toContain("loadTextContent('collector.yaml')");
  });

  it('keeps data in the EU and nobody gets in by key', () => {
    expect(source('modules/store.bicep')).toContain('disableLocalAuth: true');
    expect(source('modules/bot.bicep')).toMatch(/location: 'westeurope'[^]*msaAppType: 'UserAssignedMSI'/);
    expect(source('main.bicep')).toMatch(/param location string = 'germanywestcentral'/);
    expect(files.map(source).join('\n')).not.toMatch(/BOT_PASSWORD|COSMOS_KEY/);
  });
});

describe('the image', () => {
  const dockerfile = fs.readFileSync('Dockerfile', 'utf8');
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  it('holds no development packages, runs as nobody special and tells how it is', () => {
    expect(dockerfile).toMatch(/npm prune --omit=dev/);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK [^]*\/healthz/m);
    expect(last).not.toMatch(/npm (ci|install)/);
  });

  it('is given every file that it copies', () => {
    const allowed = fs.readFileSync('.dockerignore', 'utf8').split('\n');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, from = '']) => from.split(' '));
    expect(copied.length).toBeGreaterThan(5);
    for (const file of copied) {
      expect(fs.existsSync(file)).toBe(true);
      expect(allowed).toContain(`!${file}`);
    }
  });
});

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { VARIABLES } from '../../src/environment.js';
import { CONTAINER } from '../../src/store/cosmos/container.js';

const require = createRequire(import.meta.url);
const files = ['main.bicep', ...fs.readdirSync('infra/modules').map((name) => `modules/${name}`)];
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
  it.each(files)('%s is Bicep', (file) => {
    expect(faults(tree(source(file)))).toEqual([]);
  });

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

  it('sets only variables that the program reads; the others are explained', () => {
    const set = [...source('modules/app.bicep').matchAll(/name: '([A-Z][A-Z_]+)'/g)].map(([, name]) => name!);
    const forTheAzureSdk = ['AZURE_CLIENT_ID'];
    const known: readonly string[] = [...VARIABLES, ...forTheAzureSdk];
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
    expect(set).toEqual(expect.arrayContaining(['NODE_ENV', 'BOT_ID', 'BOT_TYPE', 'BOT_TENANT_ID', 'COSMOS_ENDPOINT']));
    const explained = fs.readFileSync('.env.example', 'utf8');
    const unexplained = VARIABLES.filter((name) => !set.includes(name) && !explained.includes(`${name}=`));
    expect(unexplained).toEqual([]);
  });

  it('makes the container that the store expects', () => {
    const store = source('modules/store.bicep');
    expect(store).toContain(`var containerName = '${CONTAINER.id}'`);
    expect(store).toContain(`paths: ['${CONTAINER.partitionKey.paths.join("', '")}']`);
    const paths = [...store.matchAll(/ path: '(.*)'/g)].map(([, one]) => one);
    const { includedPaths, excludedPaths } = CONTAINER.indexingPolicy;
    expect(paths).toEqual([...includedPaths, ...excludedPaths].map((each) => each.path));
  });

  it('keeps data in the EU and nobody gets in by key', () => {
    expect(source('modules/store.bicep')).toContain('disableLocalAuth: true');
    expect(source('modules/bot.bicep')).toMatch(/location: 'westeurope'[^]*msaAppType: 'UserAssignedMSI'/);
    expect(source('main.bicep')).toMatch(/param location string = 'germanywestcentral'/);
    expect(files.map(source).join('\n')).not.toMatch(/BOT_PASSWORD|COSMOS_KEY|JOBS_TOKEN/);
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

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

const FILES: Record<string, string> = {
  'package.json': '{"type":"module"}',
  'tsconfig.json': JSON.stringify({ compilerOptions: { module: 'NodeNext', target: 'ES2023', types: [] } }),
  'tsconfig.build.json': JSON.stringify({
    extends: './tsconfig.json',
    compilerOptions: { rootDir: 'src', outDir: 'dist', sourceMap: true },
    include: ['src'],
  }),
  'src/one.ts': 'export const one = 1;\n',
  'src/two.ts': "import { one } from './one.js';\nexport const two = one + 1;\n",
  'src/cards/card.json': '{"text":"${title}"}',
};
let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'lotse-build-'));
  for (const [file, text] of Object.entries(FILES)) write(file, text);
  write('scripts/build.mjs', fs.readFileSync('scripts/build.mjs', 'utf8'));
  fs.mkdirSync(path.join(folder, 'node_modules'));
  fs.symlinkSync(path.resolve('node_modules/typescript'), path.join(folder, 'node_modules/typescript'), 'junction');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

it('builds what has changed and leaves the rest of dist alone', () => {
  expect(build()).toBe(0);
  const first = dist();
  expect(Object.keys(first).sort()).toEqual(['cards/card.json', 'one.js', 'one.js.map', 'two.js', 'two.js.map']);

  expect(build()).toBe(0);
  expect(dist()).toEqual(first);

  write('src/two.ts', FILES['src/two.ts']!.replace('+ 1', '+ 2'));
  write('src/cards/card.json', '{"text":"new"}');
  expect(build()).toBe(0);
  const second = dist();
  expect(second['one.js']).toBe(first['one.js']);
  expect(second['two.js']).not.toBe(first['two.js']);
  expect(read('dist/two.js')).toContain('one + 2');
  expect(read('dist/cards/card.json')).toBe('{"text":"new"}');

  fs.rmSync(path.join(folder, 'src/two.ts'));
  expect(build()).toBe(0);
  expect(Object.keys(dist())).not.toContain('two.js');
});

it('builds whole where dist is not as it left it', () => {
  build();
  fs.rmSync(path.join(folder, 'dist/two.js'));
  write('dist/one.js', 'export const one = "of another version";');
  expect(build()).toBe(0);
  expect(read('dist/one.js')).toContain('one = 1');
  expect(read('dist/two.js')).toContain('one + 1');
});

it('fails as long as the types are wrong', () => {
  write('src/one.ts', 'export const one: number = "1";\n');
  expect([build(), build()]).toEqual([2, 2]);
  write('src/one.ts', FILES['src/one.ts']!);
  expect(build()).toBe(0);
});

function build(): number | null {
  return spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: folder }).status;
}

/** When each file was written. */
function dist(): Record<string, number> {
  const root = path.join(folder, 'dist');
  const files = fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(root, file).replaceAll('\\', '/'), fs.statSync(file).mtimeMs];
    }),
  );
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), text);
}

function read(file: string): string {
  return fs.readFileSync(path.join(folder, file), 'utf8');
}

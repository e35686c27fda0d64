// Builds dist from src, only what has changed. Nothing is done where sources and outputs are as the last build left them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

process.chdir(path.resolve(import.meta.dirname, '..'));

const CACHE = 'node_modules/.cache/lotse-build';
const INFO = `${CACHE}/tsbuildinfo`;
const STAMP = `${CACHE}/stamp.json`;
const SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs', 'node_modules/typescript/package.json'];
/** What tsc leaves behind: JSON that is read as a file, card templates, what is loaded before a program. */
const ASSET = /\.(json|mjs)$/;

const sources = filesIn('src');
const inputs = stateOf([...SETTINGS, ...sources]);
const last = readStamp();
if (last && same(last.inputs, inputs) && same(last.outputs, stateOf(outputsOf(sources)))) process.exit(0);

// What dist holds is not what was built last, e.g. because it was deleted: then tsc must not rely on it.
const intact = last && same(last.outputs, stateOf(Object.keys(last.outputs)));
fs.rmSync(STAMP, { force: true });
if (!intact) fs.rmSync(INFO, { force: true });
fs.mkdirSync(CACHE, { recursive: true });

const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--incremental', '--tsBuildInfoFile'];
const { status } = spawnSync(process.execPath, [...compiler, INFO], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
for (const source of sources.filter((file) => ASSET.test(file)))
  copy(source, path.join('dist', path.relative('src', source)));

const outputs = outputsOf(sources);
// As src is by now: another build may be under way.
const kept = new Set(outputsOf(filesIn('src')));
for (const file of filesIn('dist')) if (!kept.has(file)) fs.rmSync(file);
const draft = `${STAMP}.${process.pid}`;
fs.writeFileSync(draft, JSON.stringify({ inputs, outputs: stateOf(outputs) }));
fs.renameSync(draft, STAMP);

function filesIn(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

function outputsOf(files) {
  return files.flatMap((file) => {
    const output = path.join('dist', path.relative('src', file));
    if (ASSET.test(file)) return [output];
    return file.endsWith('.ts') ? ['.js', '.js.map'].map((end) => output.replace(/\.ts$/, end)) : [];
  });
}

/** Size and time of each file; null where there is none. */
function stateOf(files) {
  return Object.fromEntries(
    files.map((file) => {
      const stat = fs.statSync(file, { throwIfNoEntry: false });
      return [file, stat ? `${stat.size} ${stat.mtimeMs}` : null];
    }),
  );
}

function same(a, b) {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] !== null && a[name] === b[name]);
}

function readStamp() {
  try {
    return JSON.parse(fs.readFileSync(STAMP, 'utf8'));
  } catch {
    return null;
  }
}

/** A running program may be reading the file: it is written only when it is another. */
function copy(from, to) {
  const wanted = fs.readFileSync(from);
  if (fs.existsSync(to) && fs.readFileSync(to).equals(wanted)) return;
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to, wanted);
}

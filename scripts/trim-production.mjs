// node scripts/trim-production.mjs [folder]: removes from node_modules what a running Lotse never loads. For the image,
// after `npm prune --omit=dev`; a test starts and uses what is left. Licences and readmes stay.
import fs from 'node:fs';
import path from 'node:path';

const modules = path.join(process.argv[2] ?? '.', 'node_modules');
const glibc = process.report.getReport().header.glibcVersionRuntime !== undefined;

/** For debuggers and compilers: source maps, type declarations, TypeScript sources. */
const SPARE_FILE = /\.(map|[cm]?tsx?)$/;
/** At the top of a package. */
const SPARE_FOLDERS = new Set(['test', 'tests', '__tests__', 'docs', 'example', 'examples', 'coverage', '_ts3.4']);
/** Paths below node_modules, with the reason. */
const SPARE_PATHS = [
  [/^\.cache$/, 'what the build remembers'],
  [/^@types$/, 'types only'],
  [/^@azure\/msal-browser$/, 'signs in from a browser'],
  [/^(@azure|@typespec)\/[^/]+\/dist\/(browser|react-native)$/, 'for browsers and telephones'],
  [/^@opentelemetry\/[^/]+\/build\/(esm|esnext)$/, 'for bundlers; Node loads build/src'],
  [/^gpt-tokenizer\/(dist|esm|src|data)$/, 'for browsers and bundlers; Node loads cjs'],
  [glibc ? /^@libsql\/.*-musl$/ : /^@libsql\/.*-gnu$/, 'the database driver for the other C library'],
];

const removed = { files: 0, bytes: 0 };
visit(modules, '');
console.log(`trimmed ${removed.files} files, ${(removed.bytes / 1e6).toFixed(0)} MB`);

/** `inside` is the path below the innermost node_modules. */
function visit(folder, inside) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    const below = entry.name === 'node_modules' ? '' : path.posix.join(inside, entry.name);
    if (entry.isSymbolicLink()) continue;
    if (isSpare(entry, below)) remove(file);
    else if (entry.isDirectory()) visit(file, below);
  }
}

function isSpare(entry, below) {
  if (entry.isFile()) return SPARE_FILE.test(entry.name);
  const parts = below.split('/');
  const depth = parts[0]?.startsWith('@') ? 2 : 1;
  if (parts.length === depth + 1 && SPARE_FOLDERS.has(entry.name)) return true;
  return SPARE_PATHS.some(([pattern]) => pattern.test(below));
}

function remove(file) {
  const stat = fs.lstatSync(file);
  if (stat.isDirectory()) for (const name of fs.readdirSync(file)) remove(path.join(file, name));
  else Object.assign(removed, { files: removed.files + 1, bytes: removed.bytes + stat.size });
  fs.rmSync(file, { recursive: true });
}

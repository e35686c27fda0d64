import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The packages of a production install, as paths below the repository. */
export function productionPackages(): string[] {
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8, shell: process.platform === 'win32' } as const;
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], options);
  const paths = listed.split('\n').filter((line) => line.includes('node_modules'));
  return paths.map((each) => path.relative(ROOT, each.trim()));
}

/**
 * What the image holds, in a folder of its own: the built program, its package.json and the production packages, trimmed
 * as the Dockerfile does. Files are hard links, so that it takes a second and no space; remove the folder afterwards.
 */
export function productionFolder(): string {
  if (!fs.existsSync(path.join(ROOT, 'dist/main.js'))) throw new Error('dist is missing: npm run build');
  const cache = path.join(ROOT, 'node_modules/.cache');
  fs.mkdirSync(cache, { recursive: true });
  const folder = fs.mkdtempSync(path.join(cache, 'production-'));
  fs.copyFileSync(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  fs.cpSync(path.join(ROOT, 'dist'), path.join(folder, 'dist'), { recursive: true });
  for (const one of productionPackages()) linkTree(path.join(ROOT, one), path.join(folder, one));
  // As the build leaves it.
  fs.mkdirSync(path.join(folder, 'node_modules/.cache/lotse-build'), { recursive: true });
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/trim-production.mjs'), folder], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return folder;
}

/** Packages within packages are listed by themselves. */
function linkTree(from: string, to: string): void {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && entry.name !== 'node_modules') linkTree(source, target);
    else if (entry.isFile()) fs.linkSync(source, target);
  }
}

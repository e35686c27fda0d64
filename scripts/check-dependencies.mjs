// Fails on locked versions that are known to be bad, on licences that do not fit, and on a lock file that would not
// install everywhere. Called as `node scripts/check-dependencies.mjs [folder]`; lists in scripts/dependencies/.
import fs from 'node:fs';
import path from 'node:path';
import semver from 'semver';
import { licenceProblem } from './dependencies/licence.mjs';
import { KNOWN_BAD, LICENCE_EXCEPTIONS, PLATFORMS } from './dependencies/rules.mjs';

const folder = process.argv[2] ?? '.';
const { packages } = readJson(path.join(folder, 'package-lock.json'));
const locked = Object.entries(packages)
  .filter(([place, entry]) => place !== '' && !entry.link)
  .map(([place, entry]) => ({ place, name: entry.name ?? place.split('node_modules/').at(-1), ...entry }));
const problems = [...knownBad(), ...licences(), ...platforms()];

if (problems.length > 0) {
  console.error(['Dependencies that do not fit:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
  process.exit(1);
}
console.log(`${locked.length} locked packages: none known to be bad, licences and platforms fit`);

function knownBad() {
  return locked.flatMap(({ name, version, place }) =>
    KNOWN_BAD.filter(
      (one) => one.name === name && semver.satisfies(version, one.range, { includePrerelease: true }),
    ).map(({ range, reason }) => `${name} ${version} (${place}): not ${range}, because ${reason}`),
  );
}

function licences() {
  const production = locked.filter(({ dev, devOptional }) => !dev && !devOptional);
  return production.flatMap(({ place, name, version, optional, license }) => {
    if (Object.hasOwn(LICENCE_EXCEPTIONS, name)) return [];
    const file = path.join(folder, place, 'package.json');
    // Packages for other platforms are locked and not installed; the lock file repeats their licence.
    const installed = fs.existsSync(file);
    if (!installed && !optional) return [`${name} ${version}: is locked and not installed; run npm ci`];
    const problem = licenceProblem(installed ? readJson(file) : { license });
    return problem ? [`${name} ${version}: ${problem}`] : [];
  });
}

function platforms() {
  const client = packages['node_modules/libsql'];
  if (!client) return [];
  return PLATFORMS.flatMap((name) => {
    const version = packages[`node_modules/${name}`]?.version;
    if (version === client.version) return [];
    const found = version ? `is locked as ${version}` : 'is missing in package-lock.json';
    return [`${name} ${found}, libsql as ${client.version}: npm ci would fail or start nothing there`];
  });
}

function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

// npm run package -- <environment>: the app package that Teams takes, for dev, local or whatever env/ holds.
import fs from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { schemaFaults } from './app-package/check.js';
import {
  environments,
  environmentValues,
  filled,
  missing,
  SOURCE,
  sources,
  type Manifest,
} from './app-package/fill.js';

const BUILD = path.join(SOURCE, 'build');

function end(...lines: string[]): never {
  console.error(lines.join('\n'));
  process.exit(1);
}

const name = process.argv[2] ?? 'dev';
if (['--help', '-h', 'help'].includes(name)) {
  console.log(
    [
      'npm run package -- <environment>',
      `Packs ${SOURCE} into the app package for Teams, ${path.join(BUILD, 'appPackage.<environment>.zip')},`,
      'with the ids and addresses from env/.env.<environment> (dev where none is named).',
      `Environments: ${environments().join(', ')}.`,
    ].join('\n'),
  );
  process.exit(0);
}
if (!environments().includes(name)) end(`There is no env/.env.${name}. There are: ${environments().join(', ')}.`);

const values = environmentValues(name);
const texts = sources();
const unset = missing(texts.values(), values);
if (unset.length > 0) {
  end(
    `Set these in env/.env.${name} (provision does it for TEAMS_APP_ID, BOT_ID and BOT_DOMAIN):`,
    ...unset.map((variable) => `  ${variable}`),
  );
}

const files = new Map([...texts].map(([file, text]) => [file, filled(text, values)]));
const faults = [...files].flatMap(([file, text]) => schemaFaults(file, text));
if (faults.length > 0) end('Teams would refuse the package:', ...faults.map((fault) => `  ${fault}`));

const { icons } = JSON.parse(files.get('manifest.json') ?? '{}') as Manifest;
const pictures = [icons.color, icons.outline].map((file) => [file, fs.readFileSync(path.join(SOURCE, file))] as const);
const content = Object.fromEntries([
  ...[...files].map(([file, text]) => [file, Buffer.from(text)] as const),
  ...pictures,
]);
fs.mkdirSync(BUILD, { recursive: true });
const target = path.join(BUILD, `appPackage.${name}.zip`);
// Without the time of packing the same input gives the same file.
fs.writeFileSync(target, zipSync(content, { mtime: new Date(2020, 0, 1) }));
console.log(`Written to ${target}.`);

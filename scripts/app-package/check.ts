import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);
const MANIFEST = 'MicrosoftTeams.schema.json';
const LANGUAGE = 'MicrosoftTeams.Localization.schema.json';

/** What Microsoft's schema for its version has against a file of the package, one line a fault. */
export function schemaFaults(name: string, text: string): string[] {
  const document = JSON.parse(text) as { $schema?: string };
  const version = /\/teams\/(v[\d.]+)\//.exec(document.$schema ?? '')?.[1];
  if (!version) return [`${name}: $schema names no version`];
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const file = path.join(schemas(), version, name === 'manifest.json' ? MANIFEST : LANGUAGE);
  const validate = ajv.compile(JSON.parse(fs.readFileSync(file, 'utf8')) as object);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath}: ${message ?? 'is wrong'}`);
}

function schemas(): string {
  return path.join(path.dirname(require.resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams');
}

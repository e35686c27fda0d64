import fs from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

export type Values = Record<string, string | undefined>;

/** Where the source of the app package is. */
export const SOURCE = 'appPackage';
const PLACEHOLDER = /\$\{\{(\w+)\}\}/g;
/** May be empty; everything else must be set. */
const MAY_BE_EMPTY = ['APP_NAME_SUFFIX'];

/** The variables of an environment: `env/.env.<name>`, its `.user` file, then what is set already. */
export function environmentValues(name: string, folder = 'env'): Values {
  const files = [`.env.${name}`, `.env.${name}.user`].map((file) => path.join(folder, file));
  const read = files.filter((file) => fs.existsSync(file)).map((file) => parseEnv(fs.readFileSync(file, 'utf8')));
  return Object.assign({}, ...read, process.env) as Values;
}

/** Names of the environments there are. */
export function environments(folder = 'env'): string[] {
  const found = fs.readdirSync(folder).map((file) => /^\.env\.(\w+)$/.exec(file)?.[1]);
  return found.filter((name) => name !== undefined).sort();
}

/** The text files of the package (the manifest and its languages) by their name, as they stand in the repository. */
export function sources(folder = SOURCE): Map<string, string> {
  const manifest = fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8');
  const { localizationInfo } = JSON.parse(manifest) as Manifest;
  const { defaultLanguageFile, additionalLanguages } = localizationInfo;
  const languages = [defaultLanguageFile, ...additionalLanguages.map(({ file }) => file)];
  return new Map([
    ['manifest.json', manifest],
    ...languages.map((file): [string, string] => [file, fs.readFileSync(path.join(folder, file), 'utf8')]),
  ]);
}

export interface Manifest {
  name: { short: string };
  icons: { color: string; outline: string };
  localizationInfo: { defaultLanguageFile: string; additionalLanguages: { file: string }[] };
}

/** Every variable that texts want and `values` lack, once each. */
export function missing(texts: Iterable<string>, values: Values): string[] {
  const wanted = [...texts].flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name));
  return [...new Set(wanted)].filter((name) => !values[name]?.trim() && !MAY_BE_EMPTY.includes(name)).sort();
}

/** A text with its variables put in, written as JSON strings are. */
export function filled(text: string, values: Values): string {
  return text.replace(PLACEHOLDER, (_, name: string) => JSON.stringify(values[name] ?? '').slice(1, -1));
}

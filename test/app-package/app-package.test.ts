import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { PNG } from 'pngjs';
import { ASK, SEARCH, TYPED } from '../../src/teams/extension/commands.js';

const require = createRequire(import.meta.url);

const folder = 'appPackage';
const schemas = path.join(
  path.dirname(require.resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams/v1.30',
);
/** What an environment puts in; the longest that fits where a length is limited. */
const VALUES: Record<string, string> = {
  TEAMS_APP_ID: '6c6f7473-652d-4465-8d6f-000000000001',
  BOT_ID: '6c6f7473-652d-4465-8d6f-000000000002',
  BOT_DOMAIN: 'lotse.musterstadt.example',
  PUBLICATION_DOMAIN: 'www.musterstadt.example',
  APP_NAME_SUFFIX: ' (Test)',
  DEVELOPER_NAME: 'Stadt Musterstadt',
  DEVELOPER_WEBSITE_URL: 'https://musterstadt.example',
  DEVELOPER_PRIVACY_URL: 'https://musterstadt.example/datenschutz',
  DEVELOPER_TERMS_URL: 'https://musterstadt.example/nutzung',
};

const source = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8');
const filled = (file: string) =>
  JSON.parse(
    source(file).replace(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => VALUES[name] ?? placeholder),
  ) as Record<string, unknown>;

function faults(schemaFile: string, document: unknown): unknown[] {
  const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(fs.readFileSync(path.join(schemas, schemaFile), 'utf8')));
  return validate(document) ? [] : (validate.errors ?? []);
}

interface ExtensionCommand {
  id: string;
  type: string;
  title: string;
  description: string;
  context: string[];
  initialRun?: boolean;
  fetchTask?: boolean;
  parameters?: { name: string; title: string; description: string }[];
}
interface Manifest {
  id: string;
  name: { short: string };
  localizationInfo: { defaultLanguageFile: string; additionalLanguages: { file: string }[] };
  composeExtensions: {
    botId: string;
    commands: ExtensionCommand[];
    messageHandlers: { value: { domains: string[]; supportsAnonymizedPayloads: boolean } }[];
  }[];
  bots: { botId: string; commandLists: { scopes: string[]; commands: { title: string; description: string }[] }[] }[];
}
const manifest = filled('manifest.json') as unknown as Manifest;
const { defaultLanguageFile, additionalLanguages } = manifest.localizationInfo;
const languageFiles = [defaultLanguageFile, ...additionalLanguages.map(({ file }) => file)];

/** What a language file has to translate, by its key. */
function translatable(): Map<string, string> {
  const { name, description } = manifest as unknown as Record<string, Record<string, string>>;
  const entries: [string, string][] = [
    ['name.short', name!['short']!],
    ['name.full', name!['full']!],
    ['description.short', description!['short']!],
    ['description.full', description!['full']!],
  ];
  for (const [list, { commands }] of manifest.bots[0]!.commandLists.entries()) {
    for (const [at, command] of commands.entries()) {
      const key = `bots[0].commandLists[${list}].commands[${at}]`;
      entries.push([`${key}.title`, command.title], [`${key}.description`, command.description]);
    }
  }
  for (const [at, command] of manifest.composeExtensions[0]!.commands.entries()) {
    const key = `composeExtensions[0].commands[${at}]`;
    entries.push([`${key}.title`, command.title], [`${key}.description`, command.description]);
    for (const [place, { title, description }] of (command.parameters ?? []).entries()) {
      entries.push([`${key}.parameters[${place}].title`, title]);
      entries.push([`${key}.parameters[${place}].description`, description]);
    }
  }
  return new Map(entries);
}

describe('the app package', () => {
  it('has a manifest that Microsoft’s schema accepts', () => {
    expect(faults('MicrosoftTeams.schema.json', manifest)).toEqual([]);
    expect(JSON.stringify(manifest)).not.toContain('${{');
  });

  it('would be told a fault by that schema', () => {
    expect(faults('MicrosoftTeams.schema.json', { ...manifest, name: { short: 'x'.repeat(31) } })).not.toEqual([]);
    expect(faults('MicrosoftTeams.schema.json', { ...manifest, surprise: 1 })).not.toEqual([]);
  });

  it.each(languageFiles)('has everything people read in %s', (file) => {
    const { $schema: _, ...texts } = filled(file);
    expect(faults('MicrosoftTeams.Localization.schema.json', filled(file))).toEqual([]);
    expect(Object.keys(texts).sort()).toEqual([...translatable().keys()].sort());
    for (const text of Object.values(texts)) expect(text).toMatch(/\S/);
  });

  it('says in the default language file what the manifest says', () => {
    const { $schema: _, ...texts } = filled(defaultLanguageFile);
    expect(texts).toEqual(Object.fromEntries(translatable()));
  });

  it('takes ids from the environment and names no Microsoft product', () => {
    expect(source('manifest.json')).toMatch(/"id": "\$\{\{TEAMS_APP_ID\}\}"/);
    expect(source('manifest.json')).toMatch(/"botId": "\$\{\{BOT_ID\}\}"/);
    expect(manifest.name.short).not.toMatch(/teams|microsoft|copilot|office/i);
  });

  it('offers commands in every scope, at most three lists of twelve', () => {
    const { commandLists } = manifest.bots[0]!;
    expect(commandLists.flatMap(({ scopes }) => scopes).sort()).toEqual(['groupChat', 'personal', 'team']);
    for (const { commands } of commandLists) expect(commands.length).toBeLessThanOrEqual(12);
  });
});

describe('the message extension', () => {
  const { botId, commands, messageHandlers } = manifest.composeExtensions[0]!;

  it('is the bot’s, with the commands that the program answers', () => {
    expect(botId).toBe(manifest.bots[0]!.botId);
    expect(commands.map(({ id, type, context }) => ({ id, type, context }))).toEqual([
      { id: SEARCH, type: 'query', context: ['compose', 'commandBox'] },
      { id: ASK, type: 'action', context: ['message'] },
    ]);
    expect(commands[0]!.parameters!.map(({ name }) => name)).toEqual([TYPED]);
    expect([commands[0]!.initialRun, commands[1]!.fetchTask]).toEqual([true, true]);
  });

  it('is told of links to the publication, and of no others', () => {
    expect(messageHandlers.map(({ value }) => value)).toEqual([
      { domains: [VALUES['PUBLICATION_DOMAIN']], supportsAnonymizedPayloads: true },
    ]);
    expect(source('manifest.json')).not.toMatch(/"\*\./);
  });
});

describe('the icons', () => {
  const read = (file: string) => PNG.sync.read(fs.readFileSync(path.join(folder, file)));

  it('have a colour one of 192×192 without holes', () => {
    const { width, height, data } = read('color.png');
    expect([width, height]).toEqual([192, 192]);
    expect(data.filter((_, at) => at % 4 === 3 && data[at] !== 255)).toHaveLength(0);
  });

  it('have an outline of 32×32 that is white on transparent', () => {
    const { width, height, data } = read('outline.png');
    expect([width, height]).toEqual([32, 32]);
    const pixels = Array.from({ length: width * height }, (_, at) => [...data.subarray(4 * at, 4 * at + 4)]);
    const visible = pixels.filter(([, , , alpha]) => alpha! > 0);
    expect(visible.length).toBeGreaterThan(100);
    expect(visible.length).toBeLessThan(700);
    for (const [red, green, blue] of visible) expect(Math.min(red!, green!, blue!)).toBeGreaterThanOrEqual(254);
  });
});

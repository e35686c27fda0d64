import fs from 'node:fs';
import { createRequire } from 'node:module';
import { chromium as playwright, type Browser } from 'playwright-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { t } from '../../src/locales/index.js';
import { parseProgrammeFile } from '../../src/programme/file/parse.js';
import type { Lang } from '../../src/programme/text.js';
import { registersHtml } from '../../src/publication/html.js';
import { openProgramme } from '../../src/publication/open-programme.js';
import { registersDocument } from '../../src/publication/registers.js';
import type { Words } from '../../src/publication/words.js';
import { findChromium } from './chromium.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WCAG: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] };
let browser: Browser;

beforeAll(async () => {
  browser = await playwright.launch((await findChromium()).launch);
}, 300_000);
afterAll(() => browser.close());

function page(lang: Lang): string {
  const file = parseProgrammeFile(
    fs.readFileSync(new URL('../../demo/programme-erlangen.json', import.meta.url), 'utf8'),
  );
  if (!file.ok) throw new Error('the demo programme has faults');
  const words: Words = (key, args) => t(lang, key, args);
  return registersHtml(registersDocument(openProgramme(file.programme, '2026-05-18'), lang, words), words);
}

it.each([
  ['de', 'light', 1280],
  ['en', 'dark', 1280],
  ['de', 'light', 360],
] as const)(
  'the published registers have no barrier that axe finds (%s, %s, %i px wide)',
  async (lang, colorScheme, width) => {
    const tab = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
    await tab.setContent(page(lang));
    await tab.addScriptTag({ path: axe });
    const results = await tab.evaluate(
      (options) => (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(options),
      WCAG,
    );
    expect(results.passes.length).toBeGreaterThan(10);
    expect(results.violations.map(({ id, nodes }) => ({ id, where: nodes[0]?.html }))).toEqual([]);
    const overflow = await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await tab.close();
  },
  60_000,
);

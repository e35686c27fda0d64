import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium as playwright, type Browser } from 'playwright-core';
import { digestPage } from '../../src/cards/digest/page.js';
import { viewDigest } from '../../src/cards/digest/view-digest.js';
import { crisisWeek, normalWeek, quietWeek } from '../digest/scenarios.js';
import { findChromium } from './chromium.js';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WCAG: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] };
let browser: Browser;

beforeAll(async () => {
  browser = await playwright.launch((await findChromium()).launch);
}, 300_000);
afterAll(() => browser.close());

it.each([
  ['a quiet week', quietWeek, 'de', 'light', 1280],
  ['a normal week', normalWeek, 'en', 'dark', 1280],
  ['a crisis', crisisWeek, 'de', 'dark', 360],
] as const)(
  'the page of %s has no barrier that axe finds',
  async (_, make, lang, colorScheme, width) => {
    const { digest, portfolio } = make();
    const tab = await browser.newPage({ colorScheme, viewport: { width, height: 800 } });
    await tab.setContent(digestPage(viewDigest(digest, { portfolio, lang })));
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

it('prints on paper', async () => {
  const { digest, portfolio } = crisisWeek();
  const tab = await browser.newPage();
  await tab.setContent(digestPage(viewDigest(digest, { portfolio, lang: 'de' })));
  const pdf = await tab.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThan(5);
  await tab.close();
}, 60_000);

// Draws appPackage/color.png (192×192) and outline.png (32×32, white on transparent) from appPackage/icon.svg. The browser
// that the tests use draws them, so that no image library is needed.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../test/browser/chromium.js';

const folder = path.resolve(import.meta.dirname, '../appPackage');
const svg = fs.readFileSync(path.join(folder, 'icon.svg'), 'utf8').replace(/^<\?xml.*\?>/, '');
const icons = [
  { file: 'color.png', size: 192, without: 'outline' },
  { file: 'outline.png', size: 32, without: 'colour' },
];

const { launch } = await findChromium();
const browser = await chromium.launch(launch);
for (const { file, size, without } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const style = `body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px } #${without} { display: none }`;
  await page.setContent(`<!doctype html><style>${style}</style>${svg}`);
  await page.screenshot({ path: path.join(folder, file), omitBackground: true });
  await page.close();
}
await browser.close();

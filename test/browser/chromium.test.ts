import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { findChromium } from './chromium.js';

const nowhere = { PATH: '/nowhere', CHROME_PATH: undefined };
const carried = process.platform === 'linux' && process.arch === 'x64' && !fs.existsSync(playwright.executablePath());

describe('finding a Chromium', () => {
  it('takes what works on this machine', async () => {
    const found = await findChromium();
    const browser = await playwright.launch(found.launch);
    const page = await browser.newPage();
    await page.setContent('<button>Lotse</button>');
    await expect(page.getByRole('button').innerText()).resolves.toBe('Lotse');
    await browser.close();
  }, 300_000);

  it('needs nothing but the npm packages where the system has no browser', async () => {
    if (carried) await expect(findChromium(nowhere)).resolves.toMatchObject({ source: 'bundled' });
    else await expect(findChromium({ ...nowhere, CHROME_PATH: '/nowhere' })).rejects.toThrow('CHROME_PATH=');
  }, 60_000);

  it('prefers the browser on PATH, and the one that CHROME_PATH names to that', async () => {
    const { launch } = await findChromium();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-path-'));
    fs.symlinkSync(launch.executablePath!, path.join(folder, 'chromium'));
    await expect(findChromium({ PATH: folder })).resolves.toMatchObject({ source: 'PATH' });
    await expect(findChromium({ PATH: folder, CHROME_PATH: path.join(folder, 'chromium') })).resolves.toMatchObject({
      source: 'CHROME_PATH',
    });
    fs.rmSync(folder, { recursive: true });
  }, 60_000);

  it.each(['/nowhere/chrome', process.execPath])('says what to do when CHROME_PATH names %s', async (file) => {
    await expect(findChromium({ CHROME_PATH: file })).rejects.toThrow(
      /CHROME_PATH: .*(does not exist|does not start)[^]*apt-get install chromium/,
    );
  });
});

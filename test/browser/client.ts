import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { findChromium } from './chromium.js';
import type { Demo } from './demo.js';

/** Pictures of what people see, kept by CI. */
export const PICTURES = 'test-artifacts';
const SIZE = { width: 1280, height: 1500 };

/** Somebody in front of the Playground. */
export class Client {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
    /** What the page itself complained about. */
    readonly complaints: string[],
  ) {}

  static async open(demo: Pick<Demo, 'playground'>, locale = 'de-DE'): Promise<Client> {
    const { launch } = await findChromium();
    const browser = await chromium.launch(launch);
    const page = await browser.newPage({ viewport: SIZE, locale });
    page.setDefaultTimeout(30_000);
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(demo.playground);
    return new Client(browser, page, complaints);
  }

  /** Every card in the conversation that is open, the oldest first. */
  get cards(): Locator {
    return this.page.locator('.ac-adaptiveCard');
  }

  /** The newest card that shows a text; resolves once it is there. */
  async card(text: string | RegExp): Promise<Locator> {
    const card = this.cards.filter({ hasText: text }).last();
    await card.waitFor();
    return card;
  }

  async say(text: string): Promise<void> {
    await this.page.locator('[contenteditable=true][role=textbox]').fill(text);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }

  /** Opens a chat or channel. */
  async goTo(conversation: string): Promise<void> {
    await this.page.getByRole('treeitem').filter({ hasText: conversation }).click();
  }

  async picture(name: string): Promise<void> {
    fs.mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  }

  /** One card in full, however long it is. */
  async pictureOf(card: Locator, name: string): Promise<void> {
    const { height = 0 } = (await card.boundingBox()) ?? {};
    await this.page.setViewportSize({ ...SIZE, height: Math.ceil(height) + 600 });
    fs.mkdirSync(PICTURES, { recursive: true });
    await card.screenshot({ path: path.join(PICTURES, `${name}.png`) });
    await this.page.setViewportSize(SIZE);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

import fs from 'node:fs';
import path from 'node:path';
import type { Token, Tokens } from 'marked';
import { de } from '../../src/locales/de/index.js';
import { en } from '../../src/locales/en/index.js';
import { anchors, fences, guides, ofType, page, ROOT, type Page } from './pages.js';

const README = page('README.md');
const HOUSE = page('docs/architecture.md');
const PAGES = guides();
const GERMAN = PAGES.filter(({ lang }) => lang === 'de');
const WORDS = { de: Object.values(de), en: Object.values(en) };

const named = (pages: readonly Page[]) => pages.map((one) => [one.file, one] as const);
const relative = (of: Page): string[] =>
  [...ofType<Tokens.Link>(of, 'link'), ...ofType<Tokens.Image>(of, 'image')]
    .map(({ href }) => href)
    .filter((href) => !/^[a-z]+:/.test(href));

it('has a page for everybody, in two languages for those outside IT', () => {
  const names = GERMAN.map(({ file }) => path.basename(file, '.de.md')).sort();
  expect(names).toEqual(['accessibility', 'leads', 'office', 'privacy', 'staff', 'steering']);
  expect(PAGES.map(({ file }) => file)).toContain('docs/guides/administrator.md');
});

it.each(named([README, HOUSE, ...PAGES]))('%s leads to files and headings that exist', (_, one) => {
  for (const href of relative(one)) {
    const [file = '', anchor] = href.split('#');
    const target = file ? path.join(path.dirname(one.file), file) : one.file;
    expect([href, fs.existsSync(path.join(ROOT, target))]).toEqual([href, true]);
    if (anchor) expect(anchors(page(target))).toContain(anchor);
  }
});

it.each(named(PAGES))('%s can be reached from the README and from the house', (_, one) => {
  for (const from of [README, HOUSE]) {
    const targets = relative(from).map((href) => path.join(path.dirname(from.file), href));
    const other = one.file.replace('.de.md', '.en.md');
    expect(targets.some((target) => target === one.file || (from === HOUSE && target === other))).toBe(true);
  }
});

it.each(named(PAGES))('%s says in words what its pictures show', (_, one) => {
  for (const { text } of ofType<Tokens.Image>(one, 'image')) expect(text.length).toBeGreaterThan(20);
});

it.each(named(GERMAN))('%s says in English as much as in German', (_, german) => {
  const english = page(german.file.replace('.de.md', '.en.md'));
  expect(shape(english)).toEqual(shape(german));
});

/** What a page is made of, in order, without its words. */
function shape({ blocks }: Page): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === 'heading') return [`heading ${(block as Tokens.Heading).depth}`];
    if (block.type === 'code') return [`code ${(block as Tokens.Code).lang}`];
    if (block.type === 'table') return [`table ${(block as Tokens.Table).rows.length}`];
    if (block.type === 'list') return [`list ${(block as Tokens.List).items.length}`];
    return [...pictures(block), block.type];
  });
}

function pictures(block: Token): string[] {
  const inner = (block as Tokens.Paragraph).tokens ?? [];
  return inner
    .filter((token): token is Tokens.Image => token.type === 'image')
    .map(({ href }) => href.replace(/\.(de|en)\.png$/, ''));
}

/** Bold stands for what is written on a card; sentences end with a full stop. */
const PEOPLE = PAGES.filter(({ file }) => /\/(leads|office|steering)\./.test(file));
it.each(named(PEOPLE))('%s names buttons as they are called', (_, one) => {
  const bold = ofType<Tokens.Strong>(one, 'strong').map(({ text }) => text);
  const labels = bold.filter((text) => !text.endsWith('.'));
  expect(labels.length).toBeGreaterThan(2);
  for (const label of labels) expect(WORDS[one.lang ?? 'en']).toContain(label);
});

it('has all pictures of cards that are taken, and takes all that it has', () => {
  const folder = 'docs/pictures/guides';
  const used = PAGES.flatMap((one) => ofType<Tokens.Image>(one, 'image').map(({ href }) => path.basename(href)));
  expect([...new Set(used)].sort()).toEqual(fs.readdirSync(path.join(ROOT, folder)).sort());
});

it('has only blocks whose test is known', () => {
  for (const one of PAGES)
    for (const { lang } of ofType<Tokens.Code>(one, 'code')) expect(['chat', 'sh', 'ini']).toContain(lang);
  expect(PAGES.flatMap((one) => fences(one, 'chat')).length).toBeGreaterThan(20);
});

import fs from 'node:fs';
import path from 'node:path';
import { lexer, walkTokens, type Token, type Tokens } from 'marked';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'docs/guides');

/** One page of Markdown and what the tests look for in it. */
export interface Page {
  /** As `docs/guides/leads.de.md`. */
  file: string;
  /** Of pages in two languages, else null. */
  lang: 'de' | 'en' | null;
  blocks: Token[];
  /** Everything within the blocks too. */
  tokens: Token[];
}

export function page(file: string): Page {
  const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
  const blocks = lexer(text).filter(({ type }) => type !== 'space');
  const tokens: Token[] = [];
  walkTokens(blocks, (token) => void tokens.push(token));
  const [, lang = null] = /\.(de|en)\.md$/.exec(file) ?? [];
  return { file, lang: lang as Page['lang'], blocks, tokens };
}

export function guides(): Page[] {
  const files = fs.readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
  return files.map((name) => page(`docs/guides/${name}`));
}

export function ofType<T extends Tokens.Generic>({ tokens }: Page, type: string): T[] {
  return tokens.filter((token): token is T => token.type === type);
}

/** Fenced blocks of a language, each with its lines. */
export function fences(of: Page, lang: string): string[][] {
  const blocks = ofType<Tokens.Code>(of, 'code').filter((code) => code.lang === lang);
  return blocks.map(({ text }) => text.split('\n').filter((line) => line.trim() !== ''));
}

/** Anchors as GitHub makes them. */
export function anchors(of: Page): string[] {
  return ofType<Tokens.Heading>(of, 'heading').map(({ text }) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

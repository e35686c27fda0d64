import { describe, expect, test } from '@jest/globals';
import { de } from '../../src/locales/de/index.js';
import { en } from '../../src/locales/en/index.js';
import { sentence } from '../../src/locales/full-stop.js';
import { t, type Key } from '../../src/locales/index.js';

const catalogues = { de, en };

describe('what a person wrote ends with one stop', () => {
  test.each([
    ['Mittel sind da.', 'entschieden: Mittel sind da. Ihre'],
    ['Mittel sind da', 'entschieden: Mittel sind da. Ihre'],
    ['Mittel sind da!', 'entschieden: Mittel sind da! Ihre'],
    ['Sind Mittel da?', 'entschieden: Sind Mittel da? Ihre'],
    ['Mittel sind da…', 'entschieden: Mittel sind da… Ihre'],
    ['Mittel sind da...', 'entschieden: Mittel sind da... Ihre'],
  ])('%s', (ruling, seen) => {
    expect(t('de', 'decision.settled', { ruling })).toContain(seen);
  });

  test.each(['de', 'en'] as const)('in every wording, %s', (lang) => {
    const filled = Object.entries(catalogues[lang]).flatMap(([key, wording]) => {
      const names = [...wording.matchAll(/\{(\w+)\}(?:\*\*)?\./g)].map(([, name = '']) => name);
      if (names.length === 0) return [];
      const args = Object.fromEntries([...wording.matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, 2]));
      const texts = Object.fromEntries(names.map((name) => [name, 'Mittel sind da.']));
      return [t(lang, key as Key, { ...args, ...texts })];
    });
    expect(filled.length).toBeGreaterThan(30);
    expect(filled.filter((text) => /\.(?:\*\*)?\.|\uE001/u.test(text))).toEqual([]);
  });

  test('a text of one’s own becomes a sentence once', () => {
    expect(['Ja', 'Ja.', 'Ja?'].map(sentence)).toEqual(['Ja.', 'Ja.', 'Ja?']);
  });
});

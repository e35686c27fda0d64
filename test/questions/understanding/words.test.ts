import { splitCompound } from '../../../src/questions/understanding/compounds.js';
import { fold } from '../../../src/questions/understanding/fold.js';
import { normalise } from '../../../src/questions/understanding/normalise.js';
import { arabic } from '../../../src/questions/understanding/numerals.js';
import { editDistance } from '../../../src/programme/edit-distance.js';
import { Spelling } from '../../../src/questions/understanding/spelling.js';
import { stem } from '../../../src/questions/understanding/stem.js';
import { tokenise } from '../../../src/questions/understanding/tokens.js';

describe('fold', () => {
  test.each([
    ['Ämter', 'Aemter'],
    ['Straße', 'STRASSE'],
    ['für', 'fuer'],
    ['Gehör', 'gehoer'],
    ['Café', 'cafe'],
  ])('%s and %s are one word', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });
  test.each(['neue', 'quelle', 'due', 'issue', 'steuer'])('%s keeps its u and e', (word) => {
    expect(fold(word)).toBe(word);
  });
});

describe('stem', () => {
  test.each([
    ['projekte', 'projekten'],
    ['amt', 'amter'],
    ['sensor', 'sensoren'],
    ['schule', 'schulen'],
    ['meeting', 'meetings'],
    ['burgerinnen', 'burger'],
  ])('%s and %s are forms of one word', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });
  test.each([
    ['schuler', 'schule'],
    ['steuer', 'steuerung'],
    ['burger', 'burg'],
    ['leitung', 'leiten'],
  ])('%s and %s are different words', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });
});

describe('normalise', () => {
  test.each([
    ['Bürger*innen', 'Bürger'],
    ['Mitarbeiter:innen', 'Mitarbeiter'],
    ['Kolleg_innen', 'Kolleg'],
    ['BürgerInnen', 'Bürger'],
    ['Bürger/-innen', 'Bürger'],
    ['<b>Wer</b> leitet <script>alert(1)</script> das?', 'Wer leitet das?'],
    ['**fett** und `Code`', 'fett und Code'],
    ['🤷🔥', ''],
  ])('%s → %s', (typed, clean) => {
    expect(normalise(typed)).toBe(clean);
  });
  test('a very long text is cut from both ends', () => {
    const text = normalise(`Anfang ${'x '.repeat(20_000)} Ende`);
    expect(text.length).toBeLessThan(7000);
    expect(text).toMatch(/^Anfang[^]*Ende$/);
  });
});

describe('tokenise', () => {
  const words = (text: string) => tokenise(text).map((token) => token.word);
  test.each([
    ['E-Akte', ['eakte']],
    ['EB77', ['eb', '77']],
    ['Open-Data-Portal', ['open', 'data', 'portal']],
    ['die 51er', ['die', '51er']],
    ["gibt's was?", ['gibts', 'was']],
    ['100.000 Euro', ['100.000', 'euro']],
    ['am 31.12.2026.', ['am', '31.12.2026']],
    ['Ref. VIII', ['ref', 'viii']],
    ['zur I.T., bitte', ['zur', 'it', 'bitte']],
    ['d.h. am 3. Mai', ['dh', 'am', '3', 'mai']],
    ['eb7.3', ['eb', '7.3']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
  test('sentences are counted, abbreviations end none', () => {
    expect(tokenise('Hallo! Was macht Ref. V? Danke').map((token) => token.sentence)).toEqual([0, 1, 1, 1, 1, 2]);
  });
});

describe('splitCompound', () => {
  const known = new Set(['kita', 'portal', 'park', 'system', 'strassen', 'laterne', 'akte']);
  const parts = (word: string) => splitCompound(word, (part) => known.has(part)).map(({ part }) => part);
  test.each([
    ['kitaportal', ['kita', 'portal']],
    ['strassenlaterne', ['strassen', 'laterne']],
    ['parkleitsystem', ['parken', 'system']],
    ['aktion', []],
    ['haus', []],
  ])('%s', (word, expected) => {
    expect(parts(word)).toEqual(expected);
  });
});

describe('spelling', () => {
  const spelling = new Spelling();
  for (const word of [
    'projekte',
    'enden',
    'karten',
    'parkleitsystem',
    'investition',
    'betroffen',
    'zielgruppen',
    'federfuhrend',
  ])
    spelling.add(word, 0);
  test.each([
    ['porjekte', 'projekte'],
    ['ednen', 'enden'],
    ['parkleitsytem', 'parkleitsystem'],
    ['investiton', 'investition'],
    ['betrofen', 'betroffen'],
    ['zielgrupen', 'zielgruppen'],
    ['federfuhrnd', 'federfuhrend'],
  ])('%s was meant as %s', (said, meant) => {
    expect(spelling.correct(said)).toBe(meant);
  });
  test.each(['katzen', 'blockchain', 'ende', 'xyz'])('%s is left alone', (word) => {
    expect(spelling.correct(word)).toBeUndefined();
  });
  test('a slip in a beginning of which every ending is known is told', () => {
    const beginnings = new Spelling();
    beginnings.addBeginning('zustandig');
    expect(beginnings.correct('zustndige')).toBe('zustandige');
    expect(beginnings.correct('zuverlassig')).toBeUndefined();
  });
  test('swapped neighbours are one slip; beyond the limit counting stops', () => {
    expect(editDistance('ednen', 'enden', 2)).toBe(1);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});

test.each([
  ['viii', 8],
  ['IV', 4],
  ['xii', 12],
  ['civil', undefined],
  ['', undefined],
])('roman %s is %s', (numeral, value) => {
  expect(arabic(numeral)).toBe(value);
});

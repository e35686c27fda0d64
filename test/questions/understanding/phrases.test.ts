import { grammarPhrases } from '../../../src/questions/understanding/lexicon.js';
import { Phrases } from '../../../src/questions/understanding/phrases.js';
import { tokenise } from '../../../src/questions/understanding/tokens.js';

const NOTATIONS: [string, string][] = [
  ['wie viele|viel', 'count'],
  ['wie lang*', 'length'],
  ['bis|seit wann', 'when'],
  ['ab|bis wann', 'limit'],
  ['fertig? gestellt', 'done'],
  ['seit * wann', 'long'],
];

function phrasesOf(list: Iterable<readonly [string, string]>): Phrases<string> {
  const phrases = new Phrases<string>();
  for (const [phrase, value] of list) phrases.add(phrase, value);
  return phrases;
}

test.each([
  ['Wie viele sind fertig gestellt?', ['count', 'done', 'done']],
  ['wie lange noch, bis wann', ['length', 'when', 'limit']],
  ['seit eurem letzten Bericht wann?', ['long']],
  ['wie wann gestellt', ['done']],
])('packed phrases find what they found: %s', (text, found) => {
  const phrases = phrasesOf(NOTATIONS);
  const before = phrases.find(tokenise(text));
  phrases.pack();
  expect(phrases.find(tokenise(text))).toEqual(before);
  expect(before.map(({ value }) => value)).toEqual(found);
});

test('of all that is said in German and English packing loses and adds nothing', () => {
  const list = [...grammarPhrases()].map(([concept, phrase]) => [phrase, concept] as const);
  const [loose, packed] = [phrasesOf(list), phrasesOf(list)];
  packed.pack();
  for (const [phrase] of list) {
    const tokens = tokenise(phrase.replace(/\|/g, ' ').replace(/[*?]/g, ''));
    expect(packed.find(tokens)).toEqual(loose.find(tokens));
  }
});

test('what is packed stays as it is', () => {
  const phrases = phrasesOf(NOTATIONS);
  phrases.pack();
  expect(() => phrases.add('wie oft', 'often')).toThrow('packed');
});

import { buildTopicIndex, topicSearch, unknownTopicWords } from '../../../src/questions/understanding/index.js';
import { aProgramme, aProject } from '../../builders.js';
import { aCity } from './city.js';

const index = buildTopicIndex(aCity());
const found = (...words: string[]) =>
  topicSearch(index, words)
    .filter((hit) => !hit.near)
    .map((hit) => hit.project);

test.each([
  ['a keyword', ['Kita'], ['kita']],
  ['an inflected form', ['Kitas'], ['kita']],
  ['a compound of known words', ['Kitaportal'], ['kita']],
  ['a part of a compound', ['Ampeln'], ['ampel']],
  ['another word for it', ['Kindergarten'], ['kita']],
  ['a word of the other language', ['artificial intelligence'], ['ki-text', 'ki-telefon']],
  ['either of two', ['Ampeln oder Kita'], ['kita', 'ampel']],
  ['nothing known', ['Blockchain'], []],
])('%s', (_, words, projects) => {
  expect(found(...words).sort()).toEqual([...projects].sort());
});

test('what is in the title comes before what is in the summary', () => {
  const programme = aProgramme({
    projects: [
      aProject({ id: 'summary', title: { de: 'Portal' }, summary: { de: 'Auch Radwege kommen vor.' } }),
      aProject({ id: 'title', title: { de: 'Radwege aus der Luft' } }),
    ],
  });
  expect(topicSearch(buildTopicIndex(programme), ['Radwege']).map((hit) => hit.project)).toEqual(['title', 'summary']);
});

test('words that stand nowhere are told', () => {
  expect(unknownTopicWords(index, ['Blockchain', 'Kita'])).toEqual(['Blockchain']);
});

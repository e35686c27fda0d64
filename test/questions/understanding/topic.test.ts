import {
  buildTopicIndex,
  createUnderstanding,
  topicSearch,
  unknownTopicWords,
} from '../../../src/questions/understanding/index.js';
import { topicTouched } from '../../../src/questions/understanding/topic-search.js';
import { aProgramme, aProject } from '../../builders.js';
import { aCity, reader } from './city.js';

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
  expect(topicTouched(buildTopicIndex(programme), ['Radwege']).map((hit) => hit.project)).toEqual(['title', 'summary']);
});

test('words that stand nowhere are told', () => {
  expect(unknownTopicWords(index, ['Blockchain', 'Kita'])).toEqual(['Blockchain']);
});

describe('a matter of several words', () => {
  const programme = aProgramme({
    projects: [
      aProject({ id: 'opendata', title: { de: 'Zahlen für alle' }, keywords: ['Open Data'] }),
      aProject({ id: 'library', title: { de: 'Stadtbücherei', en: 'Open Library' } }),
      aProject({ id: 'ticket', title: { de: 'Badetickets aufs Handy' } }),
      aProject({ id: 'lights', title: { de: 'Vorrang an Ampeln' }, summary: { de: 'Ampeln erkennen Busse früh.' } }),
      aProject({ id: 'meters', title: { de: 'Funkzähler für Schulen' }, keywords: ['Sensoren'] }),
      aProject({ id: 'trees', title: { de: 'Sensoren an Bäumen' } }),
      aProject({ id: 'net', title: { de: 'Netzausbau für Schulen' } }),
    ],
  });
  const several = buildTopicIndex(programme);
  const about = (...words: string[]) =>
    topicSearch(several, words)
      .filter((hit) => !hit.near)
      .map((hit) => hit.project);

  test('one word of a phrase is no sign of it where it stands with other words', () => {
    expect(about('open', 'data')).toEqual(['opendata']);
  });
  test('what meets all words leaves out what meets one of them', () => {
    expect(about('Sensoren', 'Schulen')).toEqual(['meters']);
    expect(about('Bäume', 'Sensoren')).toEqual(['trees']);
  });
  test('a noun alone is little where an unknown quality stands before it', () => {
    expect(about('fliegenden Bussen')).toEqual([]);
    expect(about('fliegende Ampeln')).toEqual(['lights']);
  });
  test('the quality is read with its noun', () => {
    const read = reader(createUnderstanding(programme));
    for (const text of ['Gibt es ein Projekt zu fliegenden Bussen?', 'Haben wir etwas mit fliegenden Bussen?'])
      expect(read(text).question).toMatchObject({ intent: 'exists', filters: { topic: ['fliegenden', 'Bussen'] } });
  });
});

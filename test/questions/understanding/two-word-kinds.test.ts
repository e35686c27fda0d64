import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aDepartment } from '../../builders.js';
import { aCity, reader } from './city.js';

const area = (id: string, de: string, en: string) => ({
  id,
  name: { de: `Geschäftsbereich ${id} – ${de}`, en: `Business area ${id} – ${en}` },
  aliases: [],
  formerNames: [],
});
const unit = (id: string, division: string, de: string, en: string) =>
  aDepartment({ id, shortName: `FD ${id}`, name: { de, en }, division });
const read = reader(
  createUnderstanding(
    aCity({
      vocabulary: {
        department: { de: 'Fachdienst', en: 'service unit' },
        division: { de: 'Geschäftsbereich', en: 'business area' },
      },
      divisions: [area('B', 'Bürger und Ordnung', 'Citizens'), area('C', 'Leben und Lernen', 'Living and learning')],
      departments: [
        unit('220', 'B', 'Ordnung und Gewerbe', 'Public order and business'),
        unit('330', 'C', 'Schule', 'Schools'),
        unit('340', 'C', 'Integration', 'Integration'),
      ],
    }),
  ),
);
const learning = { departments: ['330', '340'], division: 'C' };

test.each([
  'Which projects are led by business area C?',
  'what does area C lead',
  'Which projects does the business area living and learning lead?',
  'projects of the business area living and learning',
  'Was leitet der Geschäftsbereich C?',
])('%s', (text) => {
  expect(read(text).question).toMatchObject({ filters: { organisations: [{ ...learning, relation: 'leads' }] } });
});

test('a department by number', () => {
  expect(read('What does service unit 340 lead?').question).toMatchObject({
    filters: { organisations: [{ departments: ['340'], division: null, relation: 'leads' }] },
  });
});

test('one the city has not', () => {
  expect(read('Which projects does business area F lead?').question).toMatchObject({
    intent: 'notUnderstood',
    words: ['business area F'],
  });
});

test('how many in each of them', () => {
  expect(read('How many projects per business area?').question).toMatchObject({ intent: 'group', by: 'division' });
});

test('one of its words alone is a matter', () => {
  expect(read('Which projects are about business?').question).toMatchObject({ filters: { topic: ['business'] } });
});

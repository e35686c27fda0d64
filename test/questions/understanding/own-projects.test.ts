import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aPerson } from '../../builders.js';
import { aCity, reader } from './city.js';

const read = reader(
  createUnderstanding(
    aCity({
      people: [
        aPerson({ id: 'tomke', name: 'Tomke Harms', department: '50' }),
        aPerson({ id: 'wiebke', name: 'Wiebke Ahlers', department: '50' }),
      ],
    }),
  ),
);
const tomke = { person: 'tomke', department: '50' };

it.each([
  'Welche Vorhaben leite ich?',
  'Für welche Projekte bin ich eigentlich verantwortlich?',
  'Projekte, für die ich zuständig bin',
  'Which projects do I lead?',
  'what projects am I currently responsible for',
  'Zeig mir meine Projekte mit Status',
])('%s: whoever asks is told what they lead themselves', (text) => {
  expect(read(text, { asker: tomke }).question).toMatchObject({
    intent: 'list',
    filters: { people: { persons: ['tomke'], role: 'lead' } },
  });
});

it('narrows one’s own projects further', () => {
  expect(read('welche meiner laufenden Projekte sind rot', { asker: tomke }).question).toMatchObject({
    filters: { people: { persons: ['tomke'] }, registers: ['running'], health: ['red'] },
  });
});

it.each(['was leite ich eigentlich', 'miene Projekte', 'Welche Projekte leite îch?'])(
  '%s: tells each what is theirs, though the same was asked before by another of the department',
  (text) => {
    const led = (person: string) => read(text, { asker: { person, department: '50' } }).question;
    expect(led('tomke')).toMatchObject({ filters: { people: { persons: ['tomke'] } } });
    expect(led('wiebke')).toMatchObject({ filters: { people: { persons: ['wiebke'] } } });
  },
);

it('asks whom the programme does not know for the department', () => {
  expect(read('Welche Projekte leite ich?').question).toMatchObject({ intent: 'clarify', about: 'own-department' });
});

it.each([
  ['Ich wüsste gern, welche Projekte die Feuerwehr leitet', { organisations: [{ departments: ['37'] }] }],
  ['Ich bin im Jugendamt. Welche Projekte leiten wir?', { organisations: [{ departments: ['51'] }] }],
])('%s: who only says who asks does not ask for their own', (text, filters) => {
  const { question } = read(text, { asker: tomke });
  expect(question).toMatchObject({ filters });
  expect(question).not.toHaveProperty('filters.people');
});

it('takes a little word for no office', () => {
  expect(read('which ones am I responsible for', { asker: tomke }).question).not.toHaveProperty(
    'filters.organisations',
  );
});

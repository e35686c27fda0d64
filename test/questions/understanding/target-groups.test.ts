import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, reader } from './city.js';

const read = reader(
  createUnderstanding(
    aCity({
      targetGroups: [
        {
          id: 'staff',
          name: { de: 'Beschäftigte der Stadt', en: 'Staff of the city' },
          aliases: ['Mitarbeiter*innen'],
        },
        { id: 'migrants', name: { de: 'Zugewanderte' }, aliases: ['Migrant:innen'] },
      ],
    }),
  ),
);

test.each([
  ['Welche Projekte sind für Beschäftigte?', 'staff'],
  ['Welche Projekte betreffen die Mitarbeiter?', 'staff'],
  ['Welche Projekte sind für Mitarbeiterinnen?', 'staff'],
  ['Projekte für Migrant*innen', 'migrants'],
  ['Welche Projekte betreffen Migranten?', 'migrants'],
])('a target group is known in every form of its name: %s', (text, id) => {
  expect(read(text).question).toMatchObject({ intent: 'list', filters: { targetGroups: [id] } });
});

import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aProject } from '../../builders.js';
import { aCity, reader } from './city.js';

const city = aCity();
const read = reader(
  createUnderstanding({
    ...city,
    projects: [
      ...city.projects,
      aProject({
        id: 'antrag',
        title: { de: 'Antragskonto', en: 'Application account' },
        keywords: ['Urlaubsantrag', 'Passwort', 'password'],
      }),
    ],
  }),
);

test.each([
  ['wie stell ich meinen Urlaubsantrag', ['Urlaubsantrag']],
  ['Wie setze ich mein Passwort zurück?', ['Passwort']],
  ['how can I reset my password', ['password']],
  ['wo bekomme ich einen Urlaubsantrag her', ['Urlaubsantrag']],
])('%s: is refused, and what projects there are about it is offered', (text, topic) => {
  const { question, alternatives } = read(text);
  expect(question).toEqual({ intent: 'outOfScope' });
  expect(alternatives.map((option) => option.question)).toEqual([
    { intent: 'list', filters: { topic }, order: null, limit: null, page: 0 },
  ]);
});

test('nothing is offered where no project is about it', () => {
  const { question, alternatives } = read('Wie rechne ich meine Dienstreise ab?');
  expect(question).toEqual({ intent: 'outOfScope' });
  expect(alternatives).toEqual([]);
});

test.each([
  ['Wo finde ich etwas zum Thema KI?', 'list'],
  ['Wie finde ich Projekte zu Sensoren?', 'list'],
  ['Wo sehe ich, welche Projekte laufen?', 'list'],
  ['Gibt es ein Projekt für Urlaubsanträge?', 'exists'],
])('%s: asks for projects, whoever wants to see them', (text, intent) => {
  expect(read(text).question.intent).toBe(intent);
});

test.each(['wie melde ich meinen Status', 'Wie erstelle ich einen Statusbericht?', 'How do I submit a report?'])(
  '%s: Lotse tells what can be done with it',
  (text) => {
    expect(read(text).question).toEqual({ intent: 'help' });
  },
);

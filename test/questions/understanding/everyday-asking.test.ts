import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aProject } from '../../builders.js';
import { aCity, reader } from './city.js';

const city = aCity();
const read = reader(
  createUnderstanding({
    ...city,
    projects: [
      ...city.projects,
      aProject({ id: 'luft', title: { de: 'Luftmessnetz' }, keywords: ['Sensoren'], lead: { department: '37' } }),
    ],
  }),
);

it.each(['Was hat sich seit Montag getan?', 'irgendwas neues?', 'was hat sich bei uns getan', 'Hat sich was getan?'])(
  '%s asks for what changed',
  (text) => {
    expect(read(text).question).toMatchObject({ intent: 'changes' });
  },
);

it('asks with the present tense for the July that comes, with the perfect for the one that is over', () => {
  expect(read('Was passiert im Juli?').question).toMatchObject({ filters: { active: { from: '2026-07-01' } } });
  expect(read('Was ist im Juli passiert?').question).not.toMatchObject({ since: '2026-07-01' });
});

it.each(['Alles rund um Sensoren bitte', 'alles zu sensoren', 'everything on sensors'])(
  '%s: "all" wants every one rather than a choice among them',
  (text) => {
    expect(read(text).question).toMatchObject({ intent: 'list', filters: { topic: [expect.any(String)] } });
  },
);

it('tells all about the one project that is named', () => {
  expect(read('alles zum Kita-Navigator').question).toEqual({ intent: 'project', project: 'kita' });
});

it('lists what is left where a matter is left out', () => {
  expect(read('alles vom ITD ohne Ampeln').question).toMatchObject({
    intent: 'list',
    filters: { organisations: [{ departments: ['12'] }], not: { topic: ['Ampeln'] } },
  });
});

it.each([
  'Projekte für Familien oder Betriebe',
  'Was gibt es für Familien und Unternehmen?',
  'projects for Familien and Unternehmen',
])('%s: both target groups are meant by the preposition of the first', (text) => {
  expect(read(text).question).toMatchObject({ filters: { targetGroups: ['familien', 'firmen'] } });
});

it('tells how the programme stands, however that is asked', () => {
  expect(read('wie stehts um das programm').question).toEqual({ intent: 'overview' });
});

it.each([
  'Warum ist der Kita-Navigator nicht mehr rot?',
  'why is the Kita-Navigator no longer red',
  'wieso ist der kita-navigator noch nicht rot',
])('%s: what is denied of the status is what the reason is wanted for', (text) => {
  expect(read(text)).toMatchObject({
    question: { intent: 'why', project: 'kita', claims: { not: { health: ['red'] } } },
    unknownWords: [],
  });
});

it.each([
  'Liste alle Projekte nach Handlungsfeld auf',
  'zeig mir die laufenden projekte nach ampelfarbe',
  'Which projects are there per department?',
])('%s: the projects of each group are wanted', (text) => {
  expect(read(text).question).toMatchObject({ intent: 'group', listed: true });
});

it.each(['Wie viele Projekte gibt es je Handlungsfeld?', 'Zeig mir die Verteilung der Projekte nach Register'])(
  '%s: only how many there are',
  (text) => {
    expect(read(text).question).toMatchObject({ intent: 'group' });
    expect(read(text).question).not.toHaveProperty('listed');
  },
);

it('takes an errand of many words for one', () => {
  expect(read('Kannst du mir eine Wohnung in der Altstadt besorgen?').question).toEqual({ intent: 'outOfScope' });
});

it('adds up what all of it costs a year', () => {
  expect(read('Was kostet uns das alles im Jahr?').question).toMatchObject({
    intent: 'aggregate',
    measure: 'runningPerYear',
    operation: 'sum',
  });
});

it('tells a status of a week that is over from the reports of that week', () => {
  expect(read('Wie war der Stand beim Kita-Navigator in KW 18?').question).toEqual({
    intent: 'history',
    project: 'kita',
    during: { from: '2026-04-27', to: '2026-05-03' },
  });
  expect(read('Wie ist der Stand beim Kita-Navigator?').question).toMatchObject({ intent: 'fact' });
});

it('tells what ended from what turned better', () => {
  expect(read('Was ist letztes Jahr fertig geworden?').question).toMatchObject({
    filters: { end: { from: '2025-01-01' } },
  });
  expect(read('Welche Projekte sind besser geworden?').question).toMatchObject({ intent: 'changes' });
});

it.each([
  ['bei welchen ist die wirtschaftlichkeit offen', { side: 'economic', ratings: ['open'] }],
  ['Wo ist die Technik noch unklar?', { side: 'technical', ratings: ['open'] }],
])('%s: a side of the assessment by its noun', (text, assessment) => {
  expect(read(text).question).toMatchObject({ filters: { assessment } });
});

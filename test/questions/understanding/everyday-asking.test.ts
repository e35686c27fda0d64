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

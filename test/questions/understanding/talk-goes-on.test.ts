import type { Question } from '../../../src/questions/question.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aProject } from '../../builders.js';
import { aCity, aContext, reader } from './city.js';

const city = aCity();
const read = reader(
  createUnderstanding({
    ...city,
    projects: [
      ...city.projects,
      aProject({ id: 'portal-a', title: { de: 'Vereinsportal' }, targetGroups: ['familien'] }),
      aProject({ id: 'portal-b', title: { de: 'Gewerbeportal' }, targetGroups: ['firmen'] }),
    ],
  }),
);
const list = (filters: Extract<Question, { intent: 'list' }>['filters']): Question => ({
  intent: 'list',
  filters,
  order: null,
  limit: null,
  page: 0,
});

it('asks of several what they cost a year, though a time follows', () => {
  const context = aContext(list({ registers: ['permanent'] }), { named: ['kita', 'ampel'] });
  expect(read('was kosten die im jahr', { context }).question).toMatchObject({
    filters: { registers: ['permanent'] },
    order: { by: 'runningPerYear' },
  });
});

it('takes "die im Herbst" for what is yet to be named', () => {
  expect(read('Welche Projekte laufen, die im Herbst enden?').question).toMatchObject({
    filters: { end: { from: '2026-09-01' } },
  });
});

it.each(['vergleich die beiden', 'Vergleiche beide', 'compare the two'])(
  '%s: the two that were spoken of last',
  (text) => {
    const context = aContext({ intent: 'project', project: 'wohngeld' }, { named: ['wohngeld'], focus: 'wohngeld' });
    context.questions.push({ intent: 'project', project: 'kita' });
    expect(read(text, { context }).question).toMatchObject({ intent: 'compare', projects: ['kita', 'wohngeld'] });
  },
);

it('compares the two of one answer', () => {
  const context = aContext(list({ topic: ['KI'] }), { named: ['ki-text', 'ki-telefon'] });
  expect(read('vergleich die mal', { context }).question).toMatchObject({ projects: ['ki-text', 'ki-telefon'] });
});

it('narrows what is new to an office', () => {
  const context = aContext({ intent: 'changes', since: null, filters: {} }, { named: ['kita', 'ampel'] });
  expect(read('nur bei der Feuerwehr', { context }).question).toMatchObject({
    intent: 'changes',
    filters: { organisations: [{ departments: ['37'] }] },
  });
});

it('chooses among projects by whom they are for', () => {
  const options = ['portal-a', 'portal-b'].map((id) => ({
    noun: 'project' as const,
    id,
    question: { intent: 'fact' as const, project: id, fields: ['end' as const] },
  }));
  const context = aContext({ intent: 'clarify', about: 'project', options, words: 'Portal' });
  expect(read('das für die Betriebe', { context }).question).toEqual(options[1]?.question);
});

it('finds projects with any effect on the climate', () => {
  expect(read('alle Projekte mit Klimawirkung').question).toMatchObject({
    filters: { climate: ['positive', 'negative'] },
  });
});

import type { Question } from '../../../src/questions/question.js';
import { aContext, reader } from './city.js';

const read = reader();
const after = (question: Question) => ({ context: aContext(question, { named: ['kita'], focus: 'kita' }) });
const told = (...fields: Extract<Question, { intent: 'fact' }>['fields']) =>
  after({ intent: 'fact', project: 'kita', fields });

it.each([
  ['Sicher? Ich dachte, die Feuerwehr', 'leads'],
  ['Bist du dir da sicher? Ich hatte gedacht, das macht die Feuerwehr', 'leads'],
  ['are you sure? I thought the Feuerwehr', 'leads'],
] as const)('%s: an office thought of is held against the lead that was told', (text, relation) => {
  expect(read(text, told('lead')).question).toMatchObject({
    intent: 'verify',
    project: 'kita',
    claims: { organisations: [{ departments: ['37'], relation }] },
  });
});

it('holds it against who is affected where that was told', () => {
  expect(read('echt? ich dachte die feuerwehr', told('affects')).question).toMatchObject({
    claims: { organisations: [{ relation: 'affects' }] },
  });
});

it('holds a year against the end, or against the start where that was told', () => {
  const year = { from: '2027-01-01', to: '2027-12-31' };
  expect(read('wirklich? ich dachte 2027', told('end')).question).toMatchObject({ claims: { end: year } });
  expect(read('wirklich? ich dachte 2027', told('start')).question).toMatchObject({ claims: { start: year } });
});

it('tells the same again where nothing else is thought', () => {
  const list: Question = { intent: 'list', filters: { health: ['red'] }, order: null, limit: null, page: 0 };
  expect(read('bist du sicher?', after(list)).question).toEqual(list);
  expect(read('really?', told('lead')).question).toEqual({ intent: 'fact', project: 'kita', fields: ['lead'] });
});

it('answers what is asked anew', () => {
  expect(read('Wirklich? Und welche Projekte leitet die Feuerwehr?', told('lead')).question).toMatchObject({
    intent: 'list',
    filters: { organisations: [{ departments: ['37'] }] },
  });
});

it('sets the one that was told against the one thought of', () => {
  const dearest: Question = {
    intent: 'list',
    filters: { registers: ['running'] },
    order: { by: 'investment', direction: 'desc' },
    limit: 1,
    page: 0,
  };
  expect(
    read('sicher? ich dachte der Kita-Navigator', { context: aContext(dearest, { named: ['ampel'] }) }).question,
  ).toEqual({
    intent: 'compare',
    projects: ['ampel', 'kita'],
    fields: ['investment'],
    compared: { by: 'investment', direction: 'desc', supposed: false },
  });
});

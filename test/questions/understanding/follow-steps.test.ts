import type { Context, Question } from '../../../src/questions/question.js';
import { aContext, reader } from './city.js';

const read = reader();
const list = (filters: object, more: object = {}) => ({
  intent: 'list',
  filters,
  order: null,
  limit: null,
  page: 0,
  ...more,
});
const by51 = { organisations: [{ departments: ['51'], division: null, relation: 'leads' as const }] };
const all = list(by51) as Question;
const narrowed = list({ ...by51, registers: ['running'] }) as Question;
const after = (text: string, context: Context) => read(text, { context }).question;

describe('a step within what was just told', () => {
  test.each(['zurück', 'doch nicht, zurück', 'back', 'go back please'])('%s: what was asked before', (text) => {
    expect(after(text, { ...aContext(narrowed), questions: [narrowed, all] })).toEqual(all);
  });
  test.each(['zeig alle', 'doch alle', 'show all'])('%s: what a list was narrowed from', (text) => {
    expect(after(text, { ...aContext(narrowed), questions: [narrowed, all] })).toEqual(all);
  });
  test('all of a list that was cut short, and of one that goes on', () => {
    const top = list({}, { order: { by: 'investment', direction: 'desc' }, limit: 3 }) as Question;
    expect(after('zeig alle', aContext(top))).toEqual({ ...top, limit: null });
    const named = Array.from({ length: 15 }, (_, at) => `p${at}`);
    expect(after('zeig alle', aContext(narrowed, { named }))).toEqual({ ...narrowed, page: 1 });
  });
  test.each(['und die anderen?', 'and the others?'])('%s: what was left out', (text) => {
    expect(after(text, { ...aContext(narrowed), questions: [narrowed, all] })).toEqual(
      list({ ...by51, not: { registers: ['running'] } }),
    );
    expect(after(text, aContext(list({ health: ['red'] }) as Question))).toEqual(list({ health: ['green', 'amber'] }));
    const top = list({}, { order: { by: 'investment', direction: 'desc' }, limit: 1 }) as Question;
    expect(after(text, aContext(top, { named: ['kita'] }))).toEqual({
      ...top,
      limit: null,
      filters: { not: { projects: ['kita'] } },
    });
  });
  test('the same fact of the others that were named', () => {
    const fact: Question = { intent: 'fact', project: 'kita', fields: ['end'] };
    expect(after('und die anderen?', aContext(fact, { named: ['kita', 'wohngeld'] }))).toEqual(
      list({ projects: ['wohngeld'] }, { order: { by: 'end', direction: 'asc' } }),
    );
  });
  test('all that was counted, and what a sum comes to in a year', () => {
    const count: Question = { intent: 'count', filters: by51 };
    expect(after('zeig alle', aContext(count))).toEqual(all);
    const sum: Question = { intent: 'aggregate', filters: by51, measure: 'investment', operation: 'sum' };
    expect(after('und im jahr?', aContext(sum))).toEqual({ ...sum, measure: 'runningPerYear' });
  });
  test('with nothing before there is no way back', () => {
    expect(after('zurück', aContext(all)).intent).not.toBe('list');
  });
});

describe('one that was spoken of', () => {
  const fact: Question = { intent: 'fact', project: 'kita', fields: ['lead'] };
  const context = aContext(fact, { named: ['kita'], focus: 'kita' });
  test.each([
    ['was kostet die', { intent: 'fact', project: 'kita', fields: ['investment', 'runningPerYear'] }],
    ['wer leitet die', { intent: 'fact', project: 'kita', fields: ['lead'] }],
    ['ist die rot', { intent: 'verify', project: 'kita', claims: { health: ['red'] } }],
  ])('%s', (text, question) => {
    expect(after(text, context)).toMatchObject(question);
  });
  test.each([
    [{ intent: 'list', filters: { overdue: true }, order: null, limit: null, page: 0 }, { overdue: true }],
    [{ intent: 'verify', project: 'kita', claims: { health: ['red'] }, field: null }, { health: ['red'] }],
  ] as [Question, object][])('why one is so is asked by "warum?" alone', (last, claims) => {
    expect(after('warum?', aContext(last, { named: ['kita'], focus: 'kita' }))).toEqual({
      intent: 'why',
      project: 'kita',
      claims,
    });
  });
  test('which is cheaper of two spoken of one after the other', () => {
    const both = { ...context, questions: [fact, { ...fact, project: 'wohngeld' }] };
    expect(after('which is cheaper', both)).toMatchObject({ intent: 'compare', projects: ['wohngeld', 'kita'] });
  });
  test('what several cost together is asked of all of them', () => {
    expect(after('und was kostet das zusammen', aContext(narrowed, { named: ['kita', 'wohngeld'] }))).toEqual({
      intent: 'aggregate',
      filters: { ...by51, registers: ['running'] },
      measure: 'investment',
      operation: 'sum',
    });
  });
  test.each([
    ['welches ist teurer', 'investment'],
    ['und welches endet später', 'end'],
  ])('%s: of the two spoken of last', (text, measure) => {
    const both = { ...context, questions: [fact, { ...fact, project: 'wohngeld' }] };
    expect(after(text, both)).toMatchObject({
      intent: 'compare',
      projects: ['wohngeld', 'kita'],
      compared: { by: measure, direction: 'desc', supposed: false },
    });
  });
});

test.each([
  ['kostet der kita-navigator mehr wie wohngeld digital'],
  ['ist der kita-navigator teurer als wohngeld digital'],
])('%s', (text) => {
  expect(read(text).question).toMatchObject({
    intent: 'compare',
    projects: ['kita', 'wohngeld'],
    compared: { by: 'investment', direction: 'desc', supposed: true },
  });
});

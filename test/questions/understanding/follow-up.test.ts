import type { Question } from '../../../src/questions/question.js';
import { aContext, reader } from './city.js';

const read = reader();
const filters = { organisations: [{ departments: ['12'], division: null, relation: 'leads' as const }] };
const led: Question = { intent: 'list', filters, order: null, limit: null, page: 0 };
const kita: Question = { intent: 'project', project: 'kita' };

describe('a set is refined or shifted', () => {
  test.each([
    ['und davon die laufenden?', { ...led, filters: { ...filters, registers: ['running'] } }],
    ['nur die laufenden', { ...led, filters: { ...filters, registers: ['running'] } }],
    [
      'wie viele davon enden 2026?',
      { intent: 'count', filters: { ...filters, end: { from: '2026-01-01', to: '2026-12-31' } } },
    ],
    [
      'und beim FB 50?',
      { ...led, filters: { organisations: [{ departments: ['50'], division: null, relation: 'leads' }] } },
    ],
    [
      'nein, ich meinte FB 51',
      { ...led, filters: { organisations: [{ departments: ['51'], division: null, relation: 'leads' }] } },
    ],
    ['what about planned ones?', { ...led, filters: { ...filters, registers: ['upcoming'] } }],
    ['welches davon ist das teuerste?', { ...led, order: { by: 'investment', direction: 'desc' }, limit: 1 }],
    ['wie viele sind das?', { intent: 'count', filters }],
    ['zeig die mal', led],
    ['wann starten die?', { ...led, order: { by: 'start', direction: 'asc' } }],
    ['was kosten die zusammen?', { intent: 'aggregate', filters, measure: 'investment', operation: 'sum' }],
    ['ohne die stadtweiten', { ...led, filters: { ...filters, citywide: false } }],
    ['mehr', { ...led, page: 1 }],
  ])('%s', (text, question) => {
    expect(read(text, { context: aContext(led, { named: ['ampel', 'ki-text'] }) }).question).toEqual(question);
  });
});

describe('one of what was named', () => {
  test.each([
    [
      'wer leitet das?',
      aContext(kita, { named: ['kita'], focus: 'kita' }),
      { intent: 'fact', project: 'kita', fields: ['lead'] },
    ],
    [
      'und was kostet es im Jahr',
      aContext(kita, { named: ['kita'], focus: 'kita' }),
      { intent: 'fact', project: 'kita', fields: ['runningPerYear'] },
    ],
    [
      'wann ist das erste fertig?',
      aContext(led, { named: ['ampel', 'ki-text'] }),
      { intent: 'fact', project: 'ampel', fields: ['end'] },
    ],
    [
      'und die Ampelsteuerung?',
      aContext({ intent: 'fact', project: 'kita', fields: ['end'] }),
      { intent: 'fact', project: 'ampel', fields: ['end'] },
    ],
  ] as const)('%s', (text, context, question) => {
    expect(read(text, { context: context as never }).question).toEqual(question);
  });
});

describe('what Lotse asked back is answered', () => {
  const about = (project: string) => ({
    noun: 'project' as const,
    id: project,
    question: { intent: 'fact' as const, project, fields: ['end' as const] },
  });
  const which: Question = {
    intent: 'clarify',
    about: 'project',
    options: [about('ki-text'), about('ki-telefon')],
    words: 'KI',
  };
  const own: Question = {
    intent: 'clarify',
    about: 'own-department',
    options: [],
    words: null,
    pending: { ...led, filters: { organisations: [{ departments: [], division: null, relation: 'affects' }] } },
  };
  test.each([
    ['das mit dem Telefon', which, { intent: 'fact', project: 'ki-telefon', fields: ['end'] }],
    ['das erste', which, { intent: 'fact', project: 'ki-text', fields: ['end'] }],
    [
      'Jugendamt',
      own,
      { ...led, filters: { organisations: [{ departments: ['51'], division: null, relation: 'affects' }] } },
    ],
    [
      'ich bin vom FB 37',
      own,
      { ...led, filters: { organisations: [{ departments: ['37'], division: null, relation: 'affects' }] } },
    ],
  ])('%s', (text, asked, question) => {
    expect(read(text, { context: aContext(asked) }).question).toEqual(question);
  });
});

test('a question that is complete in itself starts anew', () => {
  const { question } = read('Welche Projekte betreffen FB 50?', {
    context: aContext({ ...led, filters: { registers: ['future'] } }),
  });
  expect(question).toMatchObject({ filters: { organisations: [{ departments: ['50'], relation: 'affects' }] } });
  expect(question).not.toHaveProperty('filters.registers');
});

test('a year asked for again takes the place of the one before', () => {
  const ended: Question = { ...led, filters: { end: { from: '2026-01-01', to: '2026-12-31' } } };
  expect(read('und 2027?', { context: aContext(ended) }).question).toEqual({
    ...ended,
    filters: { end: { from: '2027-01-01', to: '2027-12-31' } },
  });
});

describe('a question that is whole in itself', () => {
  const due = {
    intent: 'milestones' as const,
    project: null,
    milestone: null,
    state: 'open' as const,
    during: null,
    filters: {},
  };
  const fact = { intent: 'fact' as const, project: 'kita', fields: ['end' as const] };
  const contexts = [due, fact].map((question) => aContext(question, { named: ['kita'], focus: 'kita' }));

  test.each([
    ['Was ist neu seit letzter Woche?', { intent: 'changes', filters: {} }],
    ['Was hat sich im letzten Monat geändert?', { intent: 'changes', filters: {} }],
    ["What's new since last week?", { intent: 'changes', filters: {} }],
    ['What has changed in the last two weeks?', { intent: 'changes', filters: {} }],
    ['Welche Meldungen fehlen?', { intent: 'missingReports', filters: {} }],
    ['Which reports are missing?', { intent: 'missingReports', filters: {} }],
  ])('%s is not narrowed to the one project named before', (text, expected) => {
    for (const context of contexts) expect(read(text, { context }).question).toMatchObject(expected);
  });

  test.each(['Was ist daran neu?', 'Was kostet das letzte?', 'How much does the last one cost?'])(
    '%s still points at it',
    (text) => {
      for (const context of contexts) expect(read(text, { context }).question).toMatchObject({ project: 'kita' });
    },
  );
});

describe('after a question about one project', () => {
  const verify: Question = {
    intent: 'verify',
    project: 'kita',
    claims: { organisations: [{ departments: ['37'], division: null, relation: 'affects' }] },
    field: 'affects',
  };
  const ended: Question = { intent: 'fact', project: 'kita', fields: ['end'] };
  const after = (question: Question) => ({ context: aContext(question, { named: ['kita'], focus: 'kita' }) });

  test('another office is supposed of the same project', () => {
    expect(read('und den FB 50?', after(verify)).question).toEqual({
      ...verify,
      claims: { organisations: [{ departments: ['50'], division: null, relation: 'affects' }] },
    });
  });
  test('a set is a question of its own', () => {
    expect(read('und die laufenden?', after(ended)).question).toMatchObject({ filters: { registers: ['running'] } });
    expect(read('und die laufenden?', after(ended)).question).not.toHaveProperty('filters.projects');
  });
  test('of a name that fits several, which one is asked back', () => {
    expect(read('und die KI?', after(ended)).question).toMatchObject({
      intent: 'clarify',
      options: [
        { id: 'ki-text', question: { intent: 'fact', project: 'ki-text', fields: ['end'] } },
        { id: 'ki-telefon', question: { intent: 'fact', project: 'ki-telefon', fields: ['end'] } },
      ],
    });
  });
});

test.each(['Zeig mir die teuersten', 'Was sind die günstigsten?', 'Show me the most expensive ones'])(
  'several are shown where the superlative speaks of several: %s',
  (text) => {
    expect(read(text).question).toMatchObject({ intent: 'list', limit: 5 });
  },
);

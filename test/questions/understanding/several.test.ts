import { aDepartment } from '../../builders.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, aContext, reader } from './city.js';

const read = reader();

describe('after one project', () => {
  const context = aContext({ intent: 'project', project: 'kita' }, { named: ['kita'], focus: 'kita' });
  test.each(['Welche sind rot?', 'Welche sind rot und warum?', 'Welche stehen auf Rot?', 'Which ones are red?'])(
    'a plural asks for all: %s',
    (text) => {
      expect(read(text, { context }).question).toMatchObject({ intent: 'list', filters: { health: ['red'] } });
      expect(read(text, { context }).question).not.toMatchObject({ filters: { projects: ['kita'] } });
    },
  );
  test('one fact asked with "welche" is still of that project', () => {
    expect(read('Welche Risiken gibt es?', { context }).question).toMatchObject({ project: 'kita' });
  });
});

describe('several sentences in one message', () => {
  test('the last question that has all it needs counts', () => {
    const alone = read('Welche Projekte sind für Familien?').question;
    expect(read('Was haben Betriebe davon? Welche Projekte sind für Familien?').question).toEqual(alone);
    expect(read('Haben Sie kurz Zeit? Welche Projekte sind für Familien?').question).toEqual(alone);
  });
  test('an afterthought belongs to the question before it', () => {
    const whole = read('Welche laufenden Projekte leitet FB 50?').question;
    expect(read('Welche Projekte leitet FB 50? Aber nur die laufenden.').question).toEqual(whole);
  });
  test('a question that points back keeps what it points to', () => {
    expect(read('Was kostet der Kita-Navigator? Und wer leitet ihn?').question).toMatchObject({ project: 'kita' });
  });
});

describe('an office by what it is for, in English', () => {
  const city = aCity({
    departments: [
      aDepartment({ id: '63', shortName: 'FB 63', name: { de: 'Bauaufsicht', en: 'Building control' } }),
      aDepartment({ id: '53', shortName: 'FB 53', name: { de: 'Gesundheit', en: 'Public health' } }),
    ],
  });
  const readThere = reader(createUnderstanding(city));
  test.each([
    ['How many projects does the building department lead?', '63'],
    ['Which projects does our health office lead?', '53'],
  ])('%s', (text, id) => {
    expect(readThere(text).question).toMatchObject({
      filters: { organisations: [{ departments: [id], relation: 'leads' }] },
    });
  });
  test('one that the city has not is no topic', () => {
    expect(readThere('How many projects does the space travel department lead?').question).toMatchObject({
      intent: 'notUnderstood',
      words: ['space travel department'],
    });
  });
});

test.each(['Stadtbäume', 'Telefon', 'wasser'])('a bare noun is a matter to look through: %s', (text) => {
  expect(read(text).question).toMatchObject({ intent: 'list', filters: { topic: [text] } });
});
test('what is written out as a title is that project', () => {
  expect(read('Kita-Navigator').question).toEqual({ intent: 'project', project: 'kita' });
});

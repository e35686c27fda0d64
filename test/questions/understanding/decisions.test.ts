import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aDepartment } from '../../builders.js';
import { aCity, reader } from './city.js';

const read = reader();
const decisions = (open: boolean | null, project: string | null, more: object = {}) => ({
  intent: 'decisions',
  open,
  project,
  filters: {},
  ...more,
});

describe('what the steering group decided', () => {
  test.each([
    ['Was wurde zum Kita-Navigator beschlossen?', 'kita'],
    ['was hat der lenkungskreis zu wohngeld digital entschieden', 'wohngeld'],
    ['Wann wurde der Kita-Navigator genehmigt?', 'kita'],
    ['Ist Wohngeld digital bewilligt?', 'wohngeld'],
    ['Welche Beschlüsse gibt es zum Kita-Navigator?', 'kita'],
    ['Beschlüsse zu Wohngeld digital', 'wohngeld'],
    ['What was decided on the childcare navigator?', 'kita'],
    ['What did the steering group decide about the childcare navigator?', 'kita'],
    ['Has the childcare navigator been approved?', 'kita'],
    ['Was wurde beschlossen?', null],
    ['Welche Beschlüsse gibt es?', null],
    ['What has been decided so far?', null],
    ['Which decisions were taken?', null],
  ])('%s', (text, project) => {
    expect(read(text).question).toEqual(decisions(false, project));
  });

  test('a matter that is no one project stays a matter', () => {
    expect(read('Was wurde zu KI beschlossen?').question).toEqual(
      decisions(false, null, { filters: { topic: ['KI'] } }),
    );
  });

  test.each([
    ['Welche Entscheidungen gibt es zum Kita-Navigator?', null, 'kita'],
    ['decisions on the childcare navigator', null, 'kita'],
    ['Was muss zum Kita-Navigator entschieden werden?', true, 'kita'],
    ['Welche Entscheidungen sind zu Wohngeld digital offen?', true, 'wohngeld'],
    ['Was steht zur Entscheidung an?', true, null],
    ['What does the board need to decide?', true, null],
    ['Welche Entscheidungen stehen noch aus?', true, null],
  ])('%s: all or only what is pending', (text, open, project) => {
    expect(read(text).question).toEqual(decisions(open, project));
  });

  test.each([
    ['Welche Entscheidungen gab es im April?', null],
    ['Welche Entscheidungen gibt es im Juni?', true],
    ['Was wurde im April beschlossen?', false],
  ])('%s: of a time that is over both what was taken and what should have been', (text, open) => {
    expect(read(text).question).toMatchObject({ intent: 'decisions', open, during: { to: expect.any(String) } });
  });

  test.each(['What progress was made on the childcare navigator?', 'Welche Meilensteine wurden genehmigt?'])(
    '%s is about no decision',
    (text) => {
      expect(read(text).question.intent).not.toBe('decisions');
    },
  );

  test('an office called like a matter is a matter where the words say so', () => {
    const of = reader(
      createUnderstanding(
        aCity({
          departments: [
            aDepartment({ id: 'DSB', shortName: 'DSB', name: { de: 'Beauftragte' }, aliases: ['Datenschutz'] }),
          ],
        }),
      ),
    );
    expect(of('was wurde zum thema datenschutz beschlossen').question).toEqual(
      decisions(false, null, { filters: { topic: ['datenschutz'] } }),
    );
  });
});

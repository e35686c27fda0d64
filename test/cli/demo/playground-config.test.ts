import { playgroundConfig, STEERING_CHANNEL } from '../../../src/cli/demo/playground-config.js';
import { aPerson, aProgramme } from '../../builders.js';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const persona = aPerson({ id: 'amtsleitung', aadObjectId: 'ccd1d4e5-c1a1-5c62-9936-f62342a2c627' });
const many = Array.from({ length: 9 }, (_, at) =>
  aPerson({ id: `person-${at}`, name: at === 0 ? 'Einwort' : `Vor Nach ${at}` }),
);
const office = aPerson({ id: 'buero', roles: ['office'] });

describe('the Playground’s configuration', () => {
  it('has the persona typing under the id by which the bot knows them', () => {
    const { currentUser } = JSON.parse(playgroundConfig(aProgramme({ people: [...many, { ...persona }] }), persona));
    expect(currentUser).toMatchObject({
      aadObjectId: persona.aadObjectId,
      userPrincipleName: persona.userPrincipalName,
      name: persona.name,
    });
  });

  it.each([
    ['a big programme', [...many, office, { ...persona }]],
    ['a programme of two', [office, { ...persona }]],
    ['a programme without people', []],
  ])('has exactly the five others and one channel that the Playground wants: %s', (_, people) => {
    const config = JSON.parse(playgroundConfig(aProgramme({ people }), people.length > 0 ? persona : undefined));
    expect(config.users).toHaveLength(5);
    expect(config.team.channels).toEqual([STEERING_CHANNEL]);
    const accounts = [config.currentUser, ...config.users];
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(6);
    for (const account of accounts) {
      expect(account.aadObjectId).toMatch(GUID);
      for (const field of ['name', 'userPrincipleName', 'givenName', 'surname', 'email'])
        expect(typeof account[field]).toBe('string');
    }
  });

  it('puts office and steering group before others', () => {
    const config = JSON.parse(playgroundConfig(aProgramme({ people: [...many, office, persona] }), persona));
    expect(config.users[0].name).toBe(office.name);
  });
});

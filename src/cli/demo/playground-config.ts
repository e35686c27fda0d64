import { createHash } from 'node:crypto';
import type { Person, Programme } from '../../programme/programme.js';
import { isOffice, isSteering } from '../../programme/policies/person.js';

/** The channel of the Playground that is the steering channel. */
export const STEERING_CHANNEL = { id: '19:lotse-lenkungskreis@thread.tacv2', name: 'Lenkungskreis' };
export const TEAM = { id: '19:lotse-digitalisierung@thread.tacv2', name: 'Digitalisierung' };
export const BOT = { id: '28:lotse', name: 'Lotse' };
export const TENANT = '6c6f7473-652d-4465-8d6f-000000000000';

/** Its schema asks for exactly so many people besides the one who types. */
const OTHERS = 5;

interface Account {
  id: string;
  name: string;
  /** Misspelt in the Playground's schema. */
  userPrincipleName: string;
  aadObjectId: string;
  givenName: string;
  surname: string;
  email: string;
}

/**
 * The content of `.m365agentsplayground.yml` (version 0.1.1 of the format that the Playground 0.2.28 checks): the persona
 * types, the office, the steering group and some leads are the others. It is JSON, which is YAML as well.
 */
export function playgroundConfig({ people }: Programme, persona: Person | undefined): string {
  const guests = Array.from({ length: OTHERS + 1 }, (_, at) => guest(at + 1));
  const office = people.filter((person) => isOffice(person) || isSteering(person));
  const known = new Map([...(persona ? [persona] : []), ...office, ...people].map((person) => [person.id, person]));
  const [me, ...others] = [...known.values(), ...guests].slice(0, OTHERS + 1).map(account);
  const config = {
    version: '0.1.1',
    tenantId: TENANT,
    bot: BOT,
    currentUser: me,
    users: others,
    personalChat: { id: 'a:lotse-personal' },
    groupChat: { id: '19:lotse-gruppe@thread.v2', name: 'Projektleitungen' },
    team: { ...TEAM, aadGroupId: guid('team'), channels: [STEERING_CHANNEL] },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** How the Playground presents a person to the bot. */
export function account({ id, name, aadObjectId, userPrincipalName }: Person): Account {
  const [givenName = name, ...surname] = name.split(' ');
  const address = userPrincipalName ?? `${id}@lotse.example`;
  return {
    id: `29:${id}`,
    name,
    userPrincipleName: address,
    aadObjectId: aadObjectId ?? guid(id),
    givenName,
    surname: surname.join(' '),
    email: address,
  };
}

function guest(number: number): Person {
  const id = `gast-${number}`;
  return {
    id,
    name: `Gast ${number}`,
    userPrincipalName: null,
    aadObjectId: null,
    department: null,
    roles: [],
    lang: null,
  };
}

function guid(of: string): string {
  const hex = createHash('sha256').update(of).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

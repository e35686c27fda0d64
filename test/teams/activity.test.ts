import { describe, expect, it } from '@jest/globals';
import { mentions, readActivity } from '../../src/teams/activity.js';

const VALID = {
  type: 'message',
  id: 'in-1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/de/',
  from: { id: '29:kim', name: 'Kim', aadObjectId: 'aad-kim' },
  recipient: { id: '28:lotse', name: 'Lotse' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't' },
  channelData: { tenant: { id: 't' } },
  text: 'hilfe',
};
/** As it arrives: JSON, in which `__proto__` is a name like any other. */
const read = (body: unknown) => readActivity(JSON.parse(typeof body === 'string' ? body : JSON.stringify(body)));
function taken(more: object) {
  const found = read({ ...VALID, ...more });
  if ('faults' in found) throw new Error(found.faults.join('; '));
  return found.activity;
}
const faultsOf = (body: unknown): string => ('faults' in read(body) ? JSON.stringify(read(body)) : 'none');

describe('an activity', () => {
  it('is read with the fields that are used, and no others', () => {
    const foreign = {
      callerId: 'urn:botframework:azure',
      relatesTo: {},
      attachments: [{}],
      speak: 'x',
      constructor: 1,
    };
    const account = { ...VALID.recipient, role: 'skill', properties: { x: 1 } };
    const plain = JSON.parse(JSON.stringify(taken({}))) as object;
    expect(plain).toEqual(VALID);
    expect(JSON.parse(JSON.stringify(taken({ ...foreign, recipient: account })))).toEqual(plain);
  });

  it('is none by what stands in its prototype', () => {
    const proto = `{"__proto__":${JSON.stringify(VALID)}}`;
    for (const body of [proto, `[${proto}]`, `{"constructor":{"prototype":${JSON.stringify(VALID)}}}`])
      expect(faultsOf(body)).toContain('serviceUrl');
    const nested = JSON.stringify(VALID).replace('"from":{', '"from":{"__proto__":{"aadObjectId":"aad-other"},');
    expect(JSON.parse(JSON.stringify(read(nested)))).toEqual({ activity: VALID });
    expect(({} as Record<string, unknown>).serviceUrl).toBeUndefined();
  });

  it.each(['from', 'conversation', 'recipient', 'channelData'])('takes no list for the object %s', (field) => {
    const found = read({ ...VALID, [field]: [VALID[field as 'from']] });
    if ('faults' in found) expect(found.faults.join()).toContain(field);
    else
      expect(
        Object.values(found.activity[field as 'recipient'] ?? {}).filter((one) => typeof one === 'string'),
      ).toEqual([]);
  });

  it.each([
    'id',
    'channelId',
    'locale',
    'replyToId',
    'deliveryMode',
    'text',
    'name',
    'action',
    'entities',
    'membersAdded',
  ])('takes nothing of the wrong type for %s', (field) => {
    for (const wrong of [7, true, { length: 3 }, { 0: 'x' }, null])
      expect(taken({ [field]: wrong })[field as 'text']).toBeUndefined();
  });

  it.each(['\u0000', 'a\r\nHost: example.org', 'a\u007f', 'ä', '\u202e', '', '.', '..', 'x'.repeat(1025)])(
    'has no id like %j, wherever ids stand',
    (id) => {
      expect(faultsOf({ ...VALID, conversation: { id } })).toContain('conversation.id');
      expect(faultsOf({ ...VALID, from: { id } })).toContain('from');
      const { replyToId, recipient, channelData } = taken({
        ...{ replyToId: id, recipient: { id }, channelData: { team: { id }, channel: { id } } },
      });
      expect([replyToId, recipient, channelData?.team, channelData?.channel]).toEqual(Array(4).fill(undefined));
    },
  );

  it.each([
    ' https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/\n',
    'https://smba.traffic\tmanager.net/',
    'https://smba.trafficmanager.net\\@example.org/',
    'https:\\\\smba.trafficmanager.net/',
    'https:smba.trafficmanager.net',
    'https://smba.trafficmanager.net/\u0000',
    'http://１２７.０.０.１/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '//127.0.0.1/',
    'https://',
    `https://smba.trafficmanager.net/${'x'.repeat(1024)}`,
  ])('has no service URL like %j', (serviceUrl) => {
    expect(faultsOf({ ...VALID, serviceUrl })).toContain('serviceUrl');
  });

  it('bears very long lists', () => {
    const length = 200_000;
    const members = Array.from({ length }, (_, index) => (index % 2 ? { id: `29:${index}` } : null));
    expect(taken({ membersAdded: members }).membersAdded).toHaveLength(length / 2);
    const entities = Array.from({ length }, () => ({ type: 'mention' }));
    expect(mentions(taken({ entities }))).toEqual([]);
  });
});

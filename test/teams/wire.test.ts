import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { createAdapter } from '../../src/teams/adapter.js';
import { Connector } from '../support/connector.js';

let connector: Connector;
beforeAll(async () => {
  connector = await Connector.start();
});
afterAll(() => connector.close());

it('what Lotse says about an answer arrives whole: the SDK alone drops it from entities', async () => {
  const entities = [
    {
      type: 'https://schema.org/Message',
      '@type': 'Message',
      '@context': 'https://schema.org',
      additionalType: ['AIGeneratedContent'],
      citation: [{ '@type': 'Claim', position: 1, appearance: { '@type': 'DigitalDocument', name: 'Konzept' } }],
    },
    { type: 'streaminfo', streamId: 's-1', streamType: 'final', streamSequence: 3 },
    { type: 'mention', text: '<at>Kim</at>', mentioned: { id: '29:kim', name: 'Kim' } },
  ];
  const incoming = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: connector.url,
    conversation: { id: 'a:1' },
    from: { id: '29:kim' },
    recipient: { id: '28:lotse' },
  };
  await createAdapter(null).receive('', incoming as object, async (context: TurnContext) => {
    await context.sendActivity({ type: 'message', text: 'Hallo', entities });
  });
  expect(connector.posted[0]?.activity.entities).toEqual(entities);
});

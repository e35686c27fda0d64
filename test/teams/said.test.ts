import { describe, expect, it } from '@jest/globals';
import type { IncomingActivity } from '../../src/teams/activity.js';
import { said } from '../../src/teams/said.js';

const wrote = (text: string): string => said({ type: 'message', text } as IncomingActivity);
const CARD =
  '<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension"><span itemprop="cardId">0</span></span>';

describe('a message with a card inserted from the compose box', () => {
  it('says nothing by the card alone', () => {
    expect(wrote(CARD)).toBe('');
    expect(wrote(`<p>${CARD}&nbsp;</p>`)).toBe('');
  });

  it('says what stands beside the card', () => {
    expect(wrote(`<p>Wer leitet &lt;das&gt;?</p>${CARD}`)).toBe('Wer leitet <das>?');
  });

  it('is the only one that is taken for HTML', () => {
    expect(wrote('ist 3 < 5 und <b>fett</b>?')).toBe('ist 3 < 5 und <b>fett</b>?');
  });
});

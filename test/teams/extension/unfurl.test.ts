import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestBot } from '../../support/bot.js';
import { buttonsIn, readable } from '../../support/seen.js';
import { attachmentsOf, PUBLICATION, startTown } from './town.js';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTown();
});
afterAll(() => bot.close());

const paste = (url: unknown, name = 'composeExtension/queryLink') => bot.person({ is: 'nobody' }).invoke(name, { url });

describe('a link to a published project', () => {
  it.each(['composeExtension/queryLink', 'composeExtension/anonymousQueryLink'])(
    'unfurls to what is published, and nothing else (%s)',
    async (name) => {
      const outcome = await paste(`${PUBLICATION}#project-kita`, name);
      const [found] = attachmentsOf(outcome);
      expect(found!.content).toMatchObject({ type: 'AdaptiveCard', version: '1.3' });
      expect(found!.preview.content.title).toBe('Kitafinder');
      expect(readable(found!.content)).toMatch(/Kitafinder[^]*FB 51/);
      expect(JSON.stringify(found)).not.toMatch(/92.?000|Name lead|aad-lead|Betreuungsplatz|Action\.(Execute|Submit)/);
      expect(buttonsIn(found!.content)).toEqual([expect.objectContaining({ url: `${PUBLICATION}#project-kita` })]);
    },
  );

  it.each([
    'https://www.musterstadt.example/digital/registers.en.html#project-kita',
    'https://www.musterstadt.example/digital/?project=kita',
    'https://WWW.musterstadt.example:443/digital/registers.de.html#project-kita',
  ])('is known by host and folder: %s', async (url) => {
    expect(attachmentsOf(await paste(url))).toHaveLength(1);
  });

  it.each([
    ['another host', 'https://musterstadt.example.evil.example/digital/registers.de.html#project-kita'],
    ['a host in the name', 'https://www.musterstadt.example@evil.example/digital/registers.de.html#project-kita'],
    ['a name before the host', 'https://a:b@www.musterstadt.example/digital/registers.de.html#project-kita'],
    ['another port', 'https://www.musterstadt.example:8443/digital/registers.de.html#project-kita'],
    ['no TLS', 'http://www.musterstadt.example/digital/registers.de.html#project-kita'],
    ['another folder', 'https://www.musterstadt.example/rathaus/registers.de.html#project-kita'],
    ['out of the folder', 'https://www.musterstadt.example/digital/../rathaus/x.html#project-kita'],
    ['no project', PUBLICATION],
    ['an unknown project', `${PUBLICATION}#project-nichts`],
    ['a project that is not published', `${PUBLICATION}#project-still`],
    ['a broken anchor', `${PUBLICATION}#project-%E0%A4%A`],
    ['a script', 'javascript:alert(1)//#project-kita'],
    ['no address', 'kita'],
  ])('is not %s', async (_what, url) => {
    const outcome = await paste(url);
    expect([outcome.status, attachmentsOf(outcome)]).toEqual([200, []]);
  });

  it('is none where no publication is configured', async () => {
    const other = await startTown({ publication: undefined });
    const outcome = await other.person().invoke('composeExtension/queryLink', { url: `${PUBLICATION}#project-kita` });
    expect([outcome.status, attachmentsOf(outcome)]).toEqual([200, []]);
    await other.close();
  });
});

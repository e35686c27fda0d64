import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import { aProgramme } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot({ programme: aProgramme() });
});
afterAll(() => bot.close());

const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(`${bot.url}/api/messages`, {
    method: 'POST',
    body: body as string,
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('POST /api/messages refuses', () => {
  it.each([
    ['half a JSON', '{"type":"message"'],
    ['words', 'Guten Tag'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[{"type":"message"}]'],
    ['a number', '7'],
    ['a text', '"message"'],
    ['true', 'true'],
    ['an object without type', '{}'],
    ['a type that is a number', '{"type":5}'],
    ['no conversation', '{"type":"message","serviceUrl":"http://127.0.0.1:1","from":{"id":"1"}}'],
    ['no sender', '{"type":"message","serviceUrl":"http://127.0.0.1:1","conversation":{"id":"1"}}'],
    ['no service URL', '{"type":"message","conversation":{"id":"1"},"from":{"id":"1"}}'],
    ['a service URL that is none', '{"type":"message","serviceUrl":"x","conversation":{"id":"1"},"from":{"id":"1"}}'],
    ['JSON of 200,000 brackets', '['.repeat(200_000)],
    ['invalid UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('%s with 400', async (_what, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: { code: 'BadRequest', message: expect.any(String) } });
  });

  // Found by hand: what walked through the value by recursion fell, and the answer was 500.
  it.each([
    ['value', '[', ']', 5_000],
    ['value', '{"a":', '}', 100_000],
    ['entities', '[', ']', 5_000],
    ['channelData', '{"a":', '}', 5_000],
    ['membersAdded', '[', ']', 100_000],
  ])('with 400 what is nested very deeply: %s of %s', async (field, open, close, levels) => {
    const nested = `${open.repeat(levels)}1${close.repeat(levels)}`;
    for (const type of ['message', 'invoke', 'conversationUpdate']) {
      const { [field]: _, ...activity } = bot.person().activity(type, { text: 'hilfe', name: 'adaptiveCard/action' });
      const response = await post(JSON.stringify(activity).replace(/}$/, `,"${field}":${nested}}`));
      expect(response.status).toBe(400);
      expect((await response.json()).error.message).toContain('100 levels');
    }
    expect(bot.log.at('error')).toEqual([]);
  });

  it('says which fields are wrong', async () => {
    const { error } = await (await post('{"type":"message","serviceUrl":"x","conversation":{}}')).json();
    expect(error.message).toContain('serviceUrl');
    expect(error.message).toContain('conversation.id');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/csv',
    'application/octet-stream',
    'no type at all',
  ])('other content with 415: %s', async (type) => {
    expect((await post('{"type":"message"}', { 'content-type': type })).status).toBe(415);
  });

  it.each(['gzip', 'deflate', 'br', 'x'])('packed content with 415 (%s), before it is unpacked', async (encoding) => {
    expect((await post(gzipSync('0'.repeat(1000)), { 'content-encoding': encoding })).status).toBe(415);
  });

  it.each([1024 * 1024, 2 * 1024 * 1024, 20 * 1024 * 1024])('%i bytes with 413', async (size) => {
    const { status, body } = await raw(size);
    expect(status).toBe(413);
    expect(body).toContain('1 MiB');
  });

  it('too much in pieces, whose size nobody said, with 413', async () => {
    const { status } = await raw(3 * 1024 * 1024, { chunked: true });
    expect(status).toBe(413);
  });

  it('service URLs that are not of this machine with 403: it is no courier', async () => {
    for (const serviceUrl of [
      'https://example.org',
      'http://169.254.169.254',
      'http://127.0.0.1.example.org',
      'http://[::2]',
    ]) {
      const person = bot.person();
      expect((await person.post({ ...person.activity('message'), serviceUrl })).status).toBe(403);
    }
  });
});

describe('POST /api/messages takes', () => {
  it('nothing from a web page of another machine, in whose name it would speak', async () => {
    const person = bot.person();
    const origin = 'https://evil.example';
    const asked = await person.post(person.activity('message', { text: 'hilfe' }), { origin });
    expect([asked.status, asked.messages]).toEqual([403, []]);
  });

  it('just under 1 MiB', async () => {
    const person = bot.person();
    const activity = person.activity('message', { text: '' });
    const room = 1024 * 1024 - 1 - Buffer.byteLength(JSON.stringify(activity));
    const outcome = await person.post({ ...activity, text: 'x'.repeat(room) });
    expect(outcome.status).toBe(200);
    expect(outcome.text).toContain('zu viel auf einmal');
  });

  it('what is nested as no card is, and a little more', async () => {
    const nested = JSON.parse(`${'['.repeat(90)}1${']'.repeat(90)}`) as unknown;
    const person = bot.person();
    expect((await person.post(person.activity('message', { text: 'hilfe', value: { nested } }))).status).toBe(200);
  });

  it('JSON by its other names', async () => {
    const person = bot.person();
    for (const type of ['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/vnd.x+json']) {
      expect((await person.post(person.activity('typing'), { 'content-type': type })).status).toBe(200);
    }
  });

  it('whatever the client says it accepts', async () => {
    const person = bot.person();
    expect((await person.post(person.activity('typing'), { accept: 'image/png' })).status).toBe(200);
  });

  it.each(['typing', 'event', 'messageReaction', 'messageUpdate', 'endOfConversation', 'handoff', 'made-up'])(
    'activities of the type %s, and is silent',
    async (type) => {
      const outcome = await bot.person().post(bot.person().activity(type));
      expect(outcome.status).toBe(200);
      expect(outcome.messages).toEqual([]);
    },
  );
});

/** Posts so many bytes over a bare socket, which hears an answer that comes before the end of the body. */
async function raw(size: number, { chunked = false } = {}): Promise<{ status: number; body: string }> {
  const socket = net.connect(Number(new URL(bot.url).port), '127.0.0.1');
  await once(socket, 'connect');
  const length = chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${size}`;
  socket.write(
    `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n${length}\r\n\r\n`,
  );
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  const closed = new Promise<void>((done) => socket.once('close', () => done()));
  socket.on('error', () => undefined);
  const piece = Buffer.alloc(64 * 1024, 0x20);
  for (let sent = 0; sent < size && !socket.destroyed; sent += piece.length) {
    socket.write(
      chunked ? Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]) : piece,
    );
  }
  if (chunked) socket.write('0\r\n\r\n');
  await closed;
  return { status: Number(answer.split(' ')[1]), body: answer };
}

import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** As many people as write at once. */
const CONCURRENT = 8;
const TENANT = '11111111-1111-4111-8111-111111111111';

/** The platform's side with as little work as possible: takes the bot's replies, and sends it what people say. */
export class BenchPlatform {
  /** Characters of replies taken, to see that there were some. */
  received = 0;
  replies = 0;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENT });
  #said = 0;

  private constructor(private readonly server: http.Server) {}

  static async open(): Promise<BenchPlatform> {
    const server = http.createServer((request, response) => {
      request.on('data', (chunk: Buffer) => (platform.received += chunk.length));
      request.on('end', () => {
        // A roster: whoever asks is not in the programme.
        if (request.method === 'GET') return void response.end('{"id":"29:person","name":"Person"}');
        platform.replies += 1;
        response.writeHead(201, { 'content-type': 'application/json' });
        response.end(`{"id":"reply-${platform.replies}"}`);
      });
    });
    const platform = new BenchPlatform(server);
    server.keepAliveTimeout = 60_000;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return platform;
  }

  /** Has people say `count` sentences, eight at once; gives sentences a second. */
  async throughput(bot: string, sentences: readonly string[], count: number): Promise<number> {
    const began = performance.now();
    let next = 0;
    const speak = async (): Promise<void> => {
      while (next < count) await this.say(bot, sentences[next++ % sentences.length] ?? '');
    };
    await Promise.all(Array.from({ length: CONCURRENT }, speak));
    return (1000 * count) / (performance.now() - began);
  }

  /** Has one person say the sentences one after the other, `rounds` times; gives milliseconds a turn, in order. */
  async turnTimes(bot: string, sentences: readonly string[], rounds: number): Promise<number[]> {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const sentence of sentences) {
        const began = performance.now();
        await this.say(bot, sentence);
        times.push(performance.now() - began);
      }
    }
    return times;
  }

  close(): void {
    this.#agent.destroy();
    this.server.close();
    this.server.closeAllConnections();
  }

  async say(bot: string, text: string): Promise<void> {
    const number = ++this.#said;
    const replies = this.replies;
    const person = number % 40;
    const { port } = this.server.address() as AddressInfo;
    const activity = JSON.stringify({
      type: 'message',
      id: `said-${number}`,
      text,
      textFormat: 'plain',
      locale: 'de-DE',
      channelId: 'msteams',
      serviceUrl: `http://127.0.0.1:${port}`,
      from: { id: `29:person-${person}`, name: 'Person', aadObjectId: `00000000-0000-4000-9000-${1e11 + person}` },
      recipient: { id: '28:bot', name: 'Bot' },
      conversation: { id: `a:chat-${person}`, conversationType: 'personal', tenantId: TENANT },
      channelData: { tenant: { id: TENANT } },
      timestamp: new Date().toISOString(),
    });
    const request = http.request(`${bot}/api/messages`, {
      ...{ method: 'POST', agent: this.#agent },
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(activity) },
    });
    request.end(activity);
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    response.resume();
    await once(response, 'end');
    if (response.statusCode !== 200) throw new Error(`"${text}" was answered with ${response.statusCode}`);
    if (this.replies === replies) throw new Error(`"${text}" got no reply`);
  }
}

import { Client } from './client.js';
import { startDemo, type Demo } from './demo.js';

/** Whom the tests of a file look over the shoulder: the demo, and somebody in front of it. */
export interface Session {
  readonly demo: Demo;
  readonly client: Client;
}

/** Starts the demo on a Wednesday in May 2026 with somebody in front of it, once for a file or anew for each test. */
export function demoSession(anew: 'once' | 'each' = 'once'): Session {
  let demo: Demo | undefined;
  let client: Client | undefined;
  const [before, after] = anew === 'once' ? [beforeAll, afterAll] : [beforeEach, afterEach];
  before(async () => {
    demo = await startDemo('2026-05-20T10:00:00+02:00');
    client = await Client.open(demo);
  }, 180_000);
  after(async () => {
    await client?.close();
    await demo?.stop();
  });
  const started = <T>(one: T | undefined): T => {
    if (!one) throw new Error('the demo has not been started');
    return one;
  };
  return {
    get demo() {
      return started(demo);
    },
    get client() {
      return started(client);
    },
  };
}

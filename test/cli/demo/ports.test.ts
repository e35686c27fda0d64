import { once } from 'node:events';
import net from 'node:net';
import { freePort } from '../../../src/cli/demo/ports.js';

const host = '127.0.0.1';
let server: net.Server;
let taken: number;
beforeEach(async () => {
  server = net.createServer().listen(0, host);
  await once(server, 'listening');
  taken = (server.address() as net.AddressInfo).port;
});
afterEach(() => server.close());

describe('a port for the demo', () => {
  it('is another one when the usual one is taken', async () => {
    const port = await freePort({ exactly: undefined, usual: taken, option: '--port', host });
    expect(port).toBeGreaterThan(taken);
  });

  it('is the one asked for, or none', async () => {
    await expect(freePort({ exactly: taken, usual: 1, option: '--port', host })).rejects.toThrow(
      `Port ${taken} is in use. Stop what uses it, or name another one with --port.`,
    );
    server.close();
    await once(server, 'close');
    await expect(freePort({ exactly: taken, usual: 1, option: '--port', host })).resolves.toBe(taken);
  });
});

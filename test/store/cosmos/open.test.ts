import { jest } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { CosmosClient } from '@azure/cosmos';
import { StoreUnavailable } from '../../../src/programme/store.js';
import { CONTAINER } from '../../../src/store/cosmos/container.js';
import { openCosmosStore } from '../../../src/store/cosmos/open.js';
import { KEY, startCosmos, type Endpoint } from './endpoint.js';
import type { Call } from './line.js';

// Generous, because a busy machine is no failure.
jest.setTimeout(60_000);

let cosmos: Endpoint;
beforeAll(async () => {
  cosmos = await startCosmos();
});
afterAll(() => cosmos.stop());
afterEach(() => {
  cosmos.line.fate = () => 'pass';
  cosmos.line.calls.length = 0;
});
const patience = { attemptMs: 200, totalMs: 800 };

/** The same place as seen by the library itself. */
function bare(): CosmosClient {
  const connectionPolicy = { enableEndpointDiscovery: false };
  return new CosmosClient({ endpoint: cosmos.line.endpoint, key: KEY, connectionPolicy });
}

describe('opening', () => {
  it('makes database and container when they are absent, indexed for listing only', async () => {
    const { database, open } = cosmos.bed();
    await (await open()).close();
    const { resource } = await bare().database(database).container(CONTAINER.id).read();
    expect(resource?.partitionKey?.paths).toEqual(['/partition']);
    expect(resource?.indexingPolicy).toMatchObject({
      includedPaths: [{ path: '/partition/?' }],
      excludedPaths: [{ path: '/*' }],
    });
  });
  it('by several at the same time ends with one container for all', async () => {
    const { open } = cosmos.bed();
    const stores = await Promise.all([open(), open(), open()]);
    await stores[0]?.create('p', 'id', 1);
    expect((await stores[2]?.get('p', 'id'))?.value).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });
  it('leaves alone what is there, and refuses a container of another make', async () => {
    const { database, open } = cosmos.bed();
    const { database: made } = await bare().databases.create({ id: database });
    await made.containers.create({ id: CONTAINER.id, partitionKey: { paths: ['/somethingElse'] } });
    await expect(open()).rejects.toMatchObject({
      code: 'store.otherContainer',
      details: { database, container: 'lotse', partitionKey: '/somethingElse' },
    });
  });
  it('says so when the container is missing and may not be made', async () => {
    const { database, open } = cosmos.bed();
    cosmos.line.fate = ({ method }) => (method === 'POST' ? { status: 403 } : 'pass');
    await expect(open()).rejects.toMatchObject({ code: 'store.noContainer', details: { database } });
  });
  it.each([401, 403])('says so when access is refused (%i)', async (status) => {
    cosmos.line.fate = () => ({ status });
    await expect(cosmos.bed().open()).rejects.toMatchObject({
      code: 'store.forbidden',
      details: { endpoint: cosmos.line.endpoint },
    });
  });
  it('gives up within its patience when nobody answers', async () => {
    cosmos.line.fate = () => 'silent';
    await expect(cosmos.bed({ patience }).open()).rejects.toBeInstanceOf(StoreUnavailable);
    const nobody = { endpoint: 'http://127.0.0.1:9/', key: KEY, database: 'd', patience };
    await expect(openCosmosStore(nobody)).rejects.toBeInstanceOf(StoreUnavailable);
  });
  it('survives a busy moment', async () => {
    const fates = [{ status: 429 }, { status: 503 }];
    cosmos.line.fate = () => fates.shift() ?? 'pass';
    await (await cosmos.bed().open()).close();
    expect(fates).toEqual([]);
  });
});

describe('every request', () => {
  it('is signed with the key as the service checks it, odd ids included', async () => {
    const store = await cosmos.bed().open();
    const ids = ['plain', '%20', 'a+b', "o'clock", '19:abc@thread.tacv2', '[x]{y}|z', '"q" & $1=,;~'];
    for (const id of ids) {
      const version = await store.create(id, id, 1);
      await store.replace(id, id, 2, version);
      await store.get(id, id);
      await store.list(id);
      await store.remove(id, id);
    }
    await store.close();
    expect(cosmos.line.calls.length).toBeGreaterThan(ids.length * 5);
    for (const call of cosmos.line.calls)
      expect(decodeURIComponent(String(call.headers.authorization))).toBe(signed(call));
  });
  it('carries the identity’s token when there is no key', async () => {
    // The library hands tokens to TLS addresses only; how it names the token can be seen before it is sent.
    const asked: unknown[] = [];
    const credential = {
      getToken: async (scopes: string | string[]) => {
        asked.push(scopes);
        return { token: 'a-token', expiresOnTimestamp: Number.MAX_SAFE_INTEGER };
      },
    };
    const options = { endpoint: 'https://127.0.0.1:9/', database: 'd', credential, patience };
    await expect(openCosmosStore(options)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(asked).toContainEqual(['https://127.0.0.1:9/.default']);
  });
});

it('loads the library only when a store is opened', async () => {
  const folder = new URL('../../../src/store/cosmos/', import.meta.url);
  for (const file of await readdir(folder)) {
    const source = await readFile(new URL(file, folder), 'utf8');
    expect(source).not.toMatch(/^import (?!type ).*'@azure\//m);
  }
});

/** The master-key signature, https://learn.microsoft.com/rest/api/cosmos-db/access-control-on-cosmosdb-resources. */
function signed({ method, path, headers }: Call): string {
  const segments = decodeURIComponent(path).replace(/^\//, '').replace(/\/$/, '').split('/');
  const isFeed = segments.length % 2 === 1;
  const type = isFeed ? segments.at(-1) : segments.at(-2);
  const link = (isFeed ? segments.slice(0, -1) : segments).join('/');
  const text = `${method.toLowerCase()}\n${type}\n${link}\n${String(headers['x-ms-date']).toLowerCase()}\n\n`;
  return `type=master&ver=1.0&sig=${createHmac('sha256', Buffer.from(KEY, 'base64')).update(text).digest('base64')}`;
}

import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { createHttpServer } from '@vercel/cosmosdb-server';
import { openCosmosStore, type CosmosOptions } from '../../../src/store/cosmos/open.js';
import type { StoreBed } from '../../contract/programme-store.js';
import { layLine, listening, stopped, type Line } from './line.js';

/** Any key will do; the real service wants Base64. */
export const KEY = Buffer.from('a key for tests').toString('base64');

/** A Cosmos DB endpoint on this machine behind a line on which calls are counted and can go wrong. */
export interface Endpoint {
  line: Line;
  /** A database nobody else uses. */
  bed(options?: Partial<CosmosOptions>): StoreBed & { database: string };
  stop(): Promise<void>;
}

export async function startCosmos(): Promise<Endpoint> {
  const server = createHttpServer();
  const line = await layLine(await listening(server));
  return {
    line,
    bed: (options = {}) => {
      const database = `db-${randomUUID()}`;
      return {
        database,
        open: () => openCosmosStore({ endpoint: line.endpoint, key: KEY, database, ...options }),
        raw: async () => {
          const client = new CosmosClient({
            endpoint: line.endpoint,
            key: KEY,
            connectionPolicy: { enableEndpointDiscovery: false },
          });
          const { resources } = await client.database(database).container('lotse').items.readAll().fetchAll();
          client.dispose();
          return JSON.stringify(resources);
        },
        dispose: async () => undefined,
      };
    },
    stop: async () => {
      await line.stop();
      await stopped(server);
    },
  };
}

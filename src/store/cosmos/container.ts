import type { Container, ContainerDefinition, CosmosClient, IndexingMode } from '@azure/cosmos';
import { LotseError } from '../../programme/errors.js';
import { attempt, type Patience } from './attempts.js';
import { failureOf } from './failures.js';

/** Where everything is kept. `infra/` makes the same; docs/store.md says why it is so. */
export const CONTAINER = {
  id: 'lotse',
  partitionKey: { paths: ['/partition'] },
  indexingPolicy: {
    indexingMode: 'consistent' as IndexingMode,
    automatic: true,
    // Listing asks for a partition's documents in the order of their ids; `id` is always indexed.
    includedPaths: [{ path: '/partition/?' }],
    excludedPaths: [{ path: '/*' }],
  },
} satisfies ContainerDefinition;

/**
 * The container, checked; made when it does not exist and the account lets us (a key does, an identity with a data role
 * does not). Rejects with a LotseError (`store.noContainer`, `store.otherContainer`, `store.forbidden`) or StoreUnavailable.
 */
export async function openContainer(
  client: CosmosClient,
  place: { endpoint: string; database: string },
  patience: Patience,
): Promise<Container> {
  const container = client.database(place.database).container(CONTAINER.id);
  const details = { ...place, container: CONTAINER.id };
  let missing = false;
  const definition = await attempt(
    async ({ signal }) => {
      missing = false;
      const found = await definitionOf(container, signal);
      missing = !found;
      return found ?? (await create(client, place.database));
    },
    (failure) => {
      if (failure !== 'refused') return undefined;
      return Promise.reject(new LotseError(missing ? 'store.noContainer' : 'store.forbidden', details));
    },
    patience,
  );
  const partitionKey = definition?.partitionKey?.paths.join(', ') ?? '';
  if (partitionKey !== CONTAINER.partitionKey.paths.join(', ')) {
    throw new LotseError('store.otherContainer', { ...details, partitionKey });
  }
  return container;
}

async function definitionOf(container: Container, abortSignal: AbortSignal): Promise<ContainerDefinition | undefined> {
  try {
    return (await container.read({ abortSignal })).resource;
  } catch (error) {
    if (failureOf(error) === 'notFound') return undefined;
    throw error;
  }
}

/** Rejects with a conflict when another process does the same at this moment; then there is something to read. */
async function create(client: CosmosClient, id: string): Promise<ContainerDefinition | undefined> {
  const { database } = await client.databases.createIfNotExists({ id });
  return (await database.containers.createIfNotExists(CONTAINER)).resource;
}

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
  const definition = await attempt(
    async ({ signal }) => (await container.read({ abortSignal: signal })).resource,
    (failure) => {
      if (failure === 'notFound') return create(client, place.database, details);
      return failure === 'refused' ? Promise.reject(new LotseError('store.forbidden', details)) : undefined;
    },
    patience,
  );
  const partitionKey = definition?.partitionKey?.paths.join(', ') ?? '';
  if (partitionKey !== CONTAINER.partitionKey.paths.join(', ')) {
    throw new LotseError('store.otherContainer', { ...details, partitionKey });
  }
  return container;
}

async function create(
  client: CosmosClient,
  id: string,
  details: Record<string, string>,
): Promise<ContainerDefinition | undefined> {
  try {
    const { database } = await client.databases.createIfNotExists({ id });
    return (await database.containers.createIfNotExists(CONTAINER)).resource;
  } catch (error) {
    if (failureOf(error) === 'refused') throw new LotseError('store.noContainer', details, { cause: error });
    throw error;
  }
}

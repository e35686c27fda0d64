import type { CosmosClientOptions } from '@azure/cosmos';
import type { ProgrammeStore } from '../../programme/store.js';
import { PATIENCE, type Patience } from './attempts.js';
import { openContainer } from './container.js';
import { CosmosDocuments } from './documents.js';

export interface CosmosOptions {
  /** The account's address, e.g. `https://lotse.documents.azure.com:443/`. */
  endpoint: string;
  /** The account's key; without one the identity of the machine is used (or of the developer signed in to Azure). */
  key?: string;
  /** Another source of tokens than the machine's identity. */
  credential?: CosmosClientOptions['aadCredentials'];
  /** Client id of a user-assigned managed identity. */
  identity?: string;
  database: string;
  patience?: Patience;
}

/**
 * Opens the store in Cosmos DB: container `lotse` in `database`, made when absent and allowed. Any number of processes may
 * have it open. Rejects with a LotseError that says what to do (`store.noContainer`, `store.otherContainer`,
 * `store.forbidden`) or with StoreUnavailable.
 */
export async function openCosmosStore(options: CosmosOptions): Promise<ProgrammeStore> {
  const { endpoint, database, patience = PATIENCE } = options;
  // Only who keeps the programme there pays for loading the library.
  const { CosmosClient } = await import('@azure/cosmos');
  const client = new CosmosClient({
    endpoint,
    ...(options.key ? { key: options.key } : { aadCredentials: await credentialOf(options) }),
    connectionPolicy: {
      requestTimeout: patience.attemptMs,
      // The account's own address always leads to the region that takes writes, and only there is what was written last.
      enableEndpointDiscovery: false,
      // Repeating is up to `attempt`, which knows what an operation may do twice.
      retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 0 },
    },
  });
  try {
    return new CosmosDocuments(client, await openContainer(client, { endpoint, database }, patience), patience);
  } catch (error) {
    client.dispose();
    throw error;
  }
}

async function credentialOf({ credential, identity }: CosmosOptions): Promise<CosmosClientOptions['aadCredentials']> {
  if (credential) return credential;
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential(identity ? { managedIdentityClientId: identity } : {});
}

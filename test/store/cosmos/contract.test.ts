import { ledgerContract } from '../../contract/ledger.js';
import { programmeStoreContract } from '../../contract/programme-store.js';
import { startCosmos, type Endpoint } from './endpoint.js';

let cosmos: Endpoint;
beforeAll(async () => {
  cosmos = await startCosmos();
});
afterAll(() => cosmos.stop());

programmeStoreContract('Cosmos DB', async () => cosmos.bed());
ledgerContract('Cosmos DB', async () => cosmos.bed());

import { programmeStoreContract } from '../../contract/programme-store.js';
import { sqliteBed } from './bed.js';

programmeStoreContract('SQLite', sqliteBed);

import { ledgerContract } from '../../contract/ledger.js';
import { sqliteBed } from './bed.js';

ledgerContract('SQLite', sqliteBed);

import { LotseError } from '../../../src/programme/errors.js';
import { openSqliteStore } from '../../../src/store/sqlite/open.js';
import { endWithParent } from './child.js';

endWithParent();

// Opens the folder for writing, says how that went, and holds it until it is killed.
try {
  const store = await openSqliteStore({ dataDir: process.argv[2]!, mode: 'writer' });
  await store.create('from-child', String(process.pid), { alive: true });
  console.log(`open ${process.pid}`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.log(error instanceof LotseError ? `${error.code} ${String(error.details['folder'])}` : String(error));
}

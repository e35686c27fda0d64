// Unpacks the Chromium that @sparticuz/chromium carries, with the libraries and fonts a bare system lacks, into the
// folder named by TMPDIR. A process of its own because the package always unpacks into the temporary folder.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

const folder = process.env.TMPDIR;
await chromium.executablePath();
await inflate(
  path.join(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin/al2023.tar.br'),
);
fs.writeFileSync(path.join(folder, 'args.json'), JSON.stringify(chromium.args));

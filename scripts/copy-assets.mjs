// Copies what tsc leaves behind (JSON that is read as a file, card templates) from src to dist.
import fs from 'node:fs';
fs.cpSync('src', 'dist', {
  recursive: true,
  filter: (path) => fs.statSync(path).isDirectory() || path.endsWith('.json'),
});

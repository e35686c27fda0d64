// Builds the image in Azure Container Registry and tells the Agents Toolkit its name. Needs the Azure CLI (`az login`).
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { subscription, registry } = parseArgs({
  options: { subscription: { type: 'string' }, registry: { type: 'string' } },
}).values;
if (!subscription || !registry) {
  console.error('Usage: node scripts/build-image.mjs --subscription <id> --registry <name>');
  process.exit(1);
}

// A tag of its own per build: a revision keeps running what it was started with.
const tag = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const args = ['acr', 'build', '--subscription', subscription, '--registry', registry, '--image', `lotse:${tag}`, '.'];
const { status, error } = spawnSync('az', args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  shell: process.platform === 'win32',
});
if (error) console.error(`The Azure CLI does not start (${error.message}). Install it and run: az login`);
if (error || status !== 0) process.exit(1);
console.log(`::set-teamsfx-env IMAGE=${registry}.azurecr.io/lotse:${tag}`);

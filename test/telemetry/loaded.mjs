// Tells which packages the main program loads, one JSON line each, before they are.
import { register } from 'node:module';
const hooks = `
import fs from 'node:fs';
const told = new Set();
export async function resolve(specifier, context, next) {
  const name = /^(@[^/]+\\/[^/]+|[a-z][^/:]*)$/.exec(specifier)?.[1];
  if (name && !told.has(name)) { told.add(name); fs.writeSync(1, JSON.stringify({ loaded: name }) + '\\n'); }
  return next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

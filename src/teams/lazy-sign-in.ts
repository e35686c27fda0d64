import { createRequire, Module } from 'node:module';

/**
 * teams-ai's application loads its sign-in, and with it all dialogs of the SDK and what recognises numbers and dates in
 * eleven languages: 15 MiB of memory, and Lotse signs nobody in. Here it is loaded when something of it is first used.
 */
const { resolve, cache } = createRequire(import.meta.url);
const application = resolve('@microsoft/teams-ai/lib/Application.js');
const load = createRequire(application);
for (const part of ['./authentication/Authentication', 'botbuilder-dialogs']) loadWhenUsed(load.resolve(part));

function loadWhenUsed(file: string): void {
  let loaded: Record<PropertyKey, unknown> | undefined;
  const get = (_: object, name: PropertyKey): unknown => {
    if (!loaded) {
      Reflect.deleteProperty(cache, file);
      loaded = load(file) as Record<PropertyKey, unknown>;
    }
    return loaded[name];
  };
  cache[file] = Object.assign(new Module(file), { filename: file, loaded: true, exports: new Proxy({}, { get }) });
}

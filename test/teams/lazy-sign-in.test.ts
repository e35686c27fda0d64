import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a process of its own says of the built program: jest and tsx keep modules in their own ways. */
async function said(script: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
  return stdout;
}

const LOADED = `
  const loaded = () => Object.keys(createRequire(import.meta.url).cache).filter((file) => /recognizers-text-suite|gpt-tokenizer/.test(file));`;

test('what Lotse has no use for in the SDKs takes no memory', async () => {
  const files = await said(`
    import { createRequire } from 'node:module';
    await import('./dist/teams/teams.js');
    ${LOADED}
    console.log(JSON.stringify(loaded()));`);
  expect(JSON.parse(files)).toEqual([]);
});

test('who does sign in gets the real dialogs', async () => {
  const files = await said(`
    import { createRequire } from 'node:module';
    const { Application, TeamsAdapter } = await import('./dist/teams/teams-ai.js');
    const { MemoryStorage } = await import('botbuilder');
    const settings = { company: { connectionName: 'company', title: 'Sign in', text: 'Please sign in' } };
    const adapter = new TeamsAdapter();
    const app = new Application({ adapter, storage: new MemoryStorage(), authentication: { settings } });
    ${LOADED}
    console.log(JSON.stringify([app.authentication.default, loaded().some((file) => file.includes("recognizers-text-suite"))]));`);
  expect(JSON.parse(files)).toEqual(['company', true]);
});

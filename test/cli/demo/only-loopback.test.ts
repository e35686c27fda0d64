import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';

const PRELOAD = pathToFileURL(path.resolve('src/cli/demo/only-loopback.mjs')).href;

it.each([
  ['0', '127.0.0.1'],
  ['"0"', '127.0.0.1'],
  ['0, undefined', '127.0.0.1'],
  ['0, undefined, 10', '127.0.0.1'],
  ['0, 10', '127.0.0.1'],
  ['{ port: 0 }', '127.0.0.1'],
  ['0, "127.0.0.2"', '127.0.0.2'],
  ['{ port: 0, host: "127.0.0.2" }', '127.0.0.2'],
])('a server told to listen(%s) listens on %s', (given, address) => {
  const program = `const server = require('node:http').createServer();
    server.on('listening', () => { console.log(server.address().address); server.close(); });
    server.listen(${given});`;
  const args = ['--import', PRELOAD, '--eval', program];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8', env: {} }).trim()).toBe(address);
});

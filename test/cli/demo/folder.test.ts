import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freshFolder } from '../../../src/cli/demo/folder.js';
import { lockFolder } from '../../../src/store/sqlite/lock.js';

let base: string;
beforeEach(() => void (base = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-folder-'))));
afterEach(() => fs.rmSync(base, { recursive: true }));
const holds = () => fs.readdirSync(base).filter((name) => name !== '.lotse-demo' && name !== 'writer.lock');

describe('the demo folder', () => {
  it('is made where there is none, and emptied when the demo made it', async () => {
    const folder = path.join(base, 'a', 'demo');
    await freshFolder(folder);
    fs.mkdirSync(path.join(folder, 'sub'));
    fs.writeFileSync(path.join(folder, 'sub', 'lotse.db'), 'old');
    await freshFolder(folder);
    expect(fs.readdirSync(folder)).toEqual(['.lotse-demo']);
  });

  it('may be an empty folder', async () => {
    await freshFolder(base);
    expect(fs.readdirSync(base)).toEqual(['.lotse-demo']);
  });

  it('is never a folder of somebody else', async () => {
    fs.writeFileSync(path.join(base, 'lotse.db'), 'real data');
    await expect(freshFolder(base)).rejects.toThrow('was not made by the demo');
    expect(holds()).toEqual(['lotse.db']);
  });

  it('is left alone while a bot uses it', async () => {
    await freshFolder(base);
    fs.writeFileSync(path.join(base, 'lotse.db'), 'in use');
    const release = await lockFolder(base);
    await expect(freshFolder(base)).rejects.toThrow('already running');
    expect(holds()).toContain('lotse.db');
    await release();
    await freshFolder(base);
    expect(holds()).toEqual([]);
  });
});

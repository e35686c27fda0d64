import fs from 'node:fs';
import path from 'node:path';
import { Failure } from '../failure.js';
import { faultLines } from '../fault-list.js';
import { readTextFile } from '../input.js';
import { print } from '../output.js';
import { installInChannel, startBot } from './bot.js';
import type { Child } from './child.js';
import { freshFolder } from './folder.js';
import { greeting } from './greeting.js';
import { playgroundConfig } from './playground-config.js';
import { fetchPlayground, startPlayground } from './playground.js';
import { freePort } from './ports.js';
import { demoProgramme } from './programme.js';

export interface DemoOptions {
  /** Undefined = the usual one or the next free one. */
  port: number | undefined;
  playgroundPort: number | undefined;
  playground: boolean;
  /** Run the bot from source and restart it at every change. */
  watch?: boolean;
  folder: string;
  programmeFile: string;
  /** Where the status history ends. */
  now: Date;
}

/** Runs the demo until `stopped` is aborted or one of its programs ends, which is a Failure. */
export async function runDemo(options: DemoOptions, stopped: AbortSignal): Promise<void> {
  const { folder, programmeFile } = options;
  const demo = demoProgramme(await readTextFile(programmeFile), options.now);
  if (!demo.ok) throw new Failure([`${programmeFile} has faults.`, ...demo.faults.map(faultLines)].join('\n'));
  const botPort = await freePort({ exactly: options.port, usual: 3978, option: '--port', host: '127.0.0.1' });
  await freshFolder(folder);
  const derived = path.join(folder, 'programme.json');
  fs.writeFileSync(derived, demo.text);

  const children: Child[] = [];
  try {
    const program = options.playground ? await fetchPlayground(stopped) : undefined;
    const bot = await startBot({ folder, programmeFile: derived, port: botPort, watch: options.watch, stopped });
    children.push(bot.child);
    let address: string | undefined;
    if (program) {
      const wish = { exactly: options.playgroundPort, usual: 56150, option: '--playground-port', host: '127.0.0.1' };
      const port = await freePort(wish);
      const config = playgroundConfig(demo.programme, demo.persona?.person);
      const messages = `${bot.address}/api/messages`;
      const playground = await startPlayground(program, { folder, config, messages, port, stopped });
      children.push(playground.child);
      await installInChannel(bot, playground.serviceUrl, demo.persona?.person);
      address = playground.address;
    }
    print(`\n${greeting({ ...demo, bot: bot.address, playground: address })}\n`);
    const gone = await Promise.race(children.map((child) => child.ended.then(() => child)));
    throw new Failure(`One of the demo's programs has ended. It said:\n${gone.lastWords()}`);
  } catch (error) {
    if (!stopped.aborted) throw error;
  } finally {
    await Promise.all(children.map((child) => child.stop()));
  }
}

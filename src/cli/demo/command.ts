import path from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { startClock } from '../../clock.js';
import { DEMO_FOLDER } from '../demo-beside.js';
import { runDemo } from './run.js';
import { demoConfig } from './settings.js';

const PARENT_CHECK_MS = 500;

interface Options {
  port?: number;
  playgroundPort?: number;
  playground: boolean;
  watch?: boolean;
  folder?: string;
  programme?: string;
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('start the bot on demo data with some weeks of status history, and a Teams-like client in the browser')
    .option('--port <number>', 'where the bot listens (default: 3978, or the next free port)', portNumber)
    .option('--playground-port <number>', 'where the client is (default: 56150, or the next free port)', portNumber)
    .option('--no-playground', 'start the bot alone')
    .option('--watch', 'for developers: run the bot from source and restart it at every change')
    .option('--folder <folder>', 'data folder, emptied at the start (default: demo in DATA_DIR)')
    .option('--programme <file>', 'programme file to make the demo of (default: PROGRAMME_FILE or the demo programme)')
    .addHelpText('after', '\nExample:\n  npm run demo -- --port 4000')
    .action(async (options: Options) => {
      const config = demoConfig();
      await runDemo(
        {
          port: options.port,
          playgroundPort: options.playgroundPort,
          playground: options.playground,
          watch: options.watch,
          folder: path.resolve(options.folder ?? path.join(config.dataDir, DEMO_FOLDER)),
          programmeFile: options.programme ?? config.programmeFile ?? '',
          now: startClock(config.startAt).now(),
        },
        untilStopped(),
      );
    });
}

/** Aborted by Ctrl-C, a signal, or the end of who started us: npm does not always pass signals on. */
function untilStopped(): AbortSignal {
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort());
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stopped.abort(), PARENT_CHECK_MS).unref();
  return stopped.signal;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('It must be a number from 1 to 65535.');
}

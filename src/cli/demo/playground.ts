import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { Failure } from '../failure.js';
import { startChild, untilAnswers, type Child } from './child.js';

/**
 * The Microsoft 365 Agents Playground: Teams in the browser. Its licence allows to use it for evaluation, not to pass it
 * on, hence it is no dependency but fetched by npx.
 */
export const PLAYGROUND = '@microsoft/m365agentsplayground@0.2.28';

/** Where everybody may act as anybody, nobody else in the network has any business. */
const ONLY_LOOPBACK = path.join(import.meta.dirname, 'only-loopback.mjs');

export interface PlaygroundOptions {
  /** Holds its settings and its log. */
  folder: string;
  /** Content of its configuration file. */
  config: string;
  /** Where the bot takes activities. */
  messages: string;
  port: number;
  stopped: AbortSignal;
}
export interface Playground {
  child: Child;
  /** To be opened in a browser. */
  address: string;
  /** Where the bot sends its replies. */
  serviceUrl: string;
}

/** Starts the Playground in front of a bot and waits until its page is there. */
export async function startPlayground(
  program: string,
  { folder, config, messages, port, stopped }: PlaygroundOptions,
): Promise<Playground> {
  const file = path.join(folder, '.m365agentsplayground.yml');
  fs.writeFileSync(file, config);
  // It says only there why it ends.
  const log = path.join(folder, 'playground.log');
  const args = ['start', '-e', messages, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const child = startChild(program, args, {
    cwd: folder,
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: file,
      M365_AGENTS_PLAYGROUND_LOGFILE: log,
    },
    preload: ONLY_LOOPBACK,
    logFile: path.join(folder, 'playground.out'),
    stopped,
  });
  const address = `http://localhost:${port}`;
  try {
    await untilAnswers(address, child, 'The Playground');
  } catch (error) {
    await child.stop();
    const told = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').split('\n') : [];
    const reasons = told.filter((line) => line.startsWith('error'));
    throw new Failure([error instanceof Error ? error.message : String(error), ...reasons].join('\n'), {
      cause: error,
    });
  }
  return { child, address, serviceUrl: `${address}/_connector` };
}

/** Has npx fetch the Playground, unless it has it already, and gives the path of its program. */
export async function fetchPlayground(stopped: AbortSignal): Promise<string> {
  const windows = process.platform === 'win32';
  const args = ['-y', `--package=${PLAYGROUND}`, '--', 'node', '-p', 'process.env.PATH'];
  try {
    const { stdout } = await promisify(execFile)(windows ? 'npx.cmd' : 'npx', args, {
      shell: windows,
      signal: stopped,
    });
    const folders = stdout.trim().split(path.delimiter);
    const programs = folders.map((bin) => path.join(bin, '../@microsoft/m365agentsplayground/cli.js'));
    const program = programs.find((file) => fs.existsSync(file));
    if (program) return program;
    throw new Error('npx says it has it, but it is not there');
  } catch (error) {
    throw new Failure(
      `npx could not get the Playground (${PLAYGROUND}):\n${lastLines(error)}\n` +
        'Check the connection to the npm registry, or start without it: npm run demo -- --no-playground',
      { cause: error },
    );
  }
}

function lastLines(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const lines = said.split('\n').filter((line) => line.trim() && !line.includes('complete log of this run'));
  return lines.slice(-4).join('\n');
}

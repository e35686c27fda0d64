import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Person } from '../../programme/programme.js';
import { Failure } from '../failure.js';
import { startChild, untilAnswers, type Child } from './child.js';
import { account, BOT, STEERING_CHANNEL, TEAM, TENANT } from './playground-config.js';
import { demoEnvironment } from './settings.js';

export interface BotOptions {
  folder: string;
  programmeFile: string;
  port: number;
  /** Run from source, restarted at every change, with a door for a debugger. */
  watch?: boolean;
  stopped: AbortSignal;
}
export interface Bot {
  child: Child;
  address: string;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
const BUILT = ['dist/main.js'];
/** As `npm run dev` does. */
const WATCHED = [
  'node_modules/tsx/dist/cli.mjs',
  'watch',
  '--clear-screen=false',
  '--inspect=127.0.0.1:9239',
  'src/main.ts',
];

/** Starts the bot in local mode on the demo's folder and waits until it is ready. */
export async function startBot({ folder, programmeFile, port, watch, stopped }: BotOptions): Promise<Bot> {
  const [program = '', ...args] = watch ? WATCHED : BUILT;
  const child = startChild(path.join(ROOT, program), args, {
    cwd: watch ? ROOT : process.cwd(),
    env: {
      ...demoEnvironment(),
      PORT: String(port),
      DATA_DIR: folder,
      PROGRAMME_FILE: programmeFile,
      STEERING_CONVERSATION: STEERING_CHANNEL.id,
    },
    logFile: path.join(folder, 'bot.log'),
    stopped,
  });
  const address = `http://127.0.0.1:${port}`;
  try {
    await untilAnswers(`${address}/readyz`, child, 'The bot');
  } catch (error) {
    await child.stop();
    throw new Failure(error instanceof Error ? error.message : String(error), { cause: error });
  }
  return { child, address };
}

/**
 * Tells the bot that it was installed in the steering channel, as the Playground does only when somebody opens the
 * channel: without it the bot would not know where to post the digest.
 */
export async function installInChannel(bot: Bot, serviceUrl: string, installer: Person | undefined): Promise<void> {
  const by = installer && account(installer);
  const response = await fetch(`${bot.address}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'installationUpdate',
      action: 'add',
      id: randomUUID(),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl,
      from: { id: by?.id ?? '29:installation', aadObjectId: by?.aadObjectId },
      recipient: BOT,
      conversation: { ...STEERING_CHANNEL, conversationType: 'channel', isGroup: true, tenantId: TENANT },
      channelData: {
        tenant: { id: TENANT },
        team: TEAM,
        channel: { id: STEERING_CHANNEL.id },
        settings: { selectedChannel: { id: STEERING_CHANNEL.id } },
      },
    }),
  });
  if (!response.ok) throw new Failure(`The bot refused its installation in the channel (${response.status}).`);
}

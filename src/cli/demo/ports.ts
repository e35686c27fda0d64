import { once } from 'node:events';
import net from 'node:net';
import { Failure } from '../failure.js';

/** How many ports after the usual one are tried. */
const TRIES = 50;

/** A port somebody wants, and how they may want another one. */
export interface PortWish {
  /** Undefined = `usual` or the next free one. */
  exactly: number | undefined;
  usual: number;
  option: string;
  /** The address it is wanted on. */
  host: string;
}

/** A port that is free now. A port that was asked for by number is not replaced: when it is taken, this is a Failure. */
export async function freePort({ exactly, usual, option, host }: PortWish): Promise<number> {
  if (exactly !== undefined) {
    const port = await listen(exactly, host);
    if (port !== undefined) return port;
    throw new Failure(`Port ${exactly} is in use. Stop what uses it, or name another one with ${option}.`);
  }
  for (let port = usual; port < usual + TRIES; port++) if ((await listen(port, host)) !== undefined) return port;
  throw new Failure(`Ports ${usual} to ${usual + TRIES - 1} are all in use. Name a free one with ${option}.`);
}

/** The port (0 = any) that could be listened on, undefined where none could. */
async function listen(port: number, host: string): Promise<number | undefined> {
  const server = net.createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return (server.address() as net.AddressInfo).port;
  } catch {
    return undefined;
  } finally {
    server.close();
  }
}

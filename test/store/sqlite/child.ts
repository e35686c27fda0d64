import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Another process that runs a TypeScript file beside this one and speaks in lines. */
export interface Child {
  process: ChildProcess;
  lines: AsyncIterator<string>;
  /** Ends it the hard way and waits until it is gone; resolves to the lines it had still said. */
  kill(): Promise<string[]>;
}

export function startChild(script: string, ...args: string[]): Child {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const gone = once(child, 'exit');
  return {
    process: child,
    lines,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
      const said: string[] = [];
      for (let next = await lines.next(); !next.done; next = await lines.next()) said.push(next.value);
      return said;
    },
  };
}

/** For the child: ends when the test that started it is gone, so that none is left behind writing. */
export function endWithParent(): void {
  process.stdin.on('close', () => process.exit()).resume();
  // Listening is no reason to stay.
  process.stdin.unref();
}

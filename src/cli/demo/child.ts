import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';

export interface ChildOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** A module that is loaded before it. */
  preload?: string;
  /** Everything it writes goes here. */
  logFile: string;
  /** Aborted to end it. */
  stopped: AbortSignal;
}
export interface Child {
  /** Resolves with the exit code once it has ended (null: by a signal). */
  ended: Promise<number | null>;
  /** The last lines it wrote. */
  lastWords(): string;
  /** Ends it, by force if it does not want to within five seconds. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 5000;

/**
 * Starts a Node.js program. It stays in our process group, so that Ctrl-C in a terminal, or a signal to the group,
 * reaches it as well.
 */
export function startChild(
  script: string,
  args: readonly string[],
  { cwd, env, preload, logFile, stopped }: ChildOptions,
): Child {
  const before = preload === undefined ? [] : ['--import', pathToFileURL(preload).href];
  const log = fs.openSync(logFile, 'w');
  const child = spawn(process.execPath, [...before, script, ...args], { cwd, env, stdio: ['ignore', log, log] });
  fs.closeSync(log);
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const started: Child = {
    ended,
    lastWords: () => fs.readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-12).join('\n'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(force);
    },
  };
  if (stopped.aborted) void started.stop();
  else stopped.addEventListener('abort', () => void started.stop());
  return started;
}

/** Waits until a page answers with 200. Rejects with what the child said when it ends before, or takes over a minute. */
export async function untilAnswers(address: string, child: Child, name: string): Promise<void> {
  let gone = false;
  void child.ended.then(() => (gone = true));
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answered = await fetch(address, { signal: AbortSignal.timeout(5000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (gone || Date.now() > deadline) {
      throw new Error(`${name} ${gone ? 'has ended' : 'does not answer'}. It said:\n${child.lastWords()}`);
    }
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

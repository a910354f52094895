import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';

export interface Program {
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly lines: readonly string[];
  /** Resolves once it has printed such a line; rejects when it ends before. */
  printed(start: string): Promise<void>;
  /** Resolves once it has ended and everything it printed was read. */
  ended(): Promise<void>;
}

interface RunOptions {
  /** What it runs behind: strace, unshare. */
  readonly prefix?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
}

/** Runs a program of this folder under Node, and ends it with the test. */
export function runProgram(
  t: TestContext,
  name: string,
  args: readonly string[],
  { prefix = [], environment = {} }: RunOptions = {},
): Program {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const [command, ...rest] = [...prefix, process.execPath, path, ...args];
  const child = spawn(command!, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  const over = once(child, 'close');
  t.after(async () => {
    child.kill('SIGKILL');
    await over;
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const reader = createInterface({ input: child.stdout! });
  reader.on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  return {
    process: child,
    lines,
    printed: async (start) => {
      const seen = Promise.withResolvers<void>();
      const look = () => lines.some((line) => line.startsWith(start)) && seen.resolve();
      waiting.add(look);
      look();
      const early = over.then(() => {
        throw new Error(`it ended without printing "${start}": ${lines.join('; ')}`);
      });
      early.catch(() => {});
      await Promise.race([seen.promise, early]);
      waiting.delete(look);
    },
    ended: async () => {
      await over;
    },
  };
}

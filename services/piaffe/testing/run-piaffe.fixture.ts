import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const executable = fileURLToPath(new URL('../bin/piaffe.mjs', import.meta.url));

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Circumstances {
  readonly node?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Starts the real executable, as a shell would. */
export function startPiaffe(words: readonly string[], { node, cwd, env }: Circumstances = {}) {
  const { NO_COLOR, FORCE_COLOR, COLUMNS, NODE_TEST_CONTEXT, ...inherited } = process.env;
  const child: ChildProcessWithoutNullStreams = spawn(node ?? process.execPath, [executable, ...words], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...inherited, ...env },
  });
  return child;
}

/** Runs the executable to its end. */
export async function runPiaffe(words: readonly string[], circumstances: Circumstances = {}): Promise<Run> {
  const child = startPiaffe(words, circumstances);
  child.stdin.end(circumstances.input ?? '');
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { exitCode, stdout, stderr };
}

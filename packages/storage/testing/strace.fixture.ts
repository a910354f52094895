import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type Program, runProgram } from './program.fixture.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

/** One call of the system, in the order in which they came back: `fsync(22</data/incoming/x>) = 0`. */
export interface SystemCall {
  readonly name: string;
  /** Its arguments as strace prints them: file descriptors with their paths, bytes cut off. */
  readonly args: string;
  readonly result: string;
}

const watched = ['write', 'pwrite64', 'fsync', 'fdatasync', 'rename', 'mkdir'];
const complete = /^(\d+) +(\w+)\((.*)\) += (.*)$/;
const begun = /^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$/;
const resumed = /^(\d+) +<\.\.\. \w+ resumed>(.*)\) += (.*)$/;

/** Why calls of the system cannot be watched here; null when they can. */
export function whyNoStrace(): string | null {
  const { status, error } = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']);
  if (error) return 'strace is not installed';
  return status === 0 ? null : 'strace may not trace here';
}

interface Injection {
  /** What strace is to do to calls: `fsync:error=EIO:when=3`, the third in each thread. */
  readonly inject: readonly string[];
  /** Only to those on these paths; null: to all. */
  readonly paths: readonly string[] | null;
}

/** Runs a program of this folder under strace. With `paths` no other call is watched. */
export async function runWatched(
  t: TestContext,
  name: string,
  args: readonly string[],
  { inject, paths }: Injection = { inject: [], paths: null },
): Promise<{ readonly program: Program; calls(): Promise<readonly SystemCall[]> }> {
  const log = join(await temporaryFolder(t), 'calls');
  const program = runProgram(t, name, args, {
    prefix: [
      ...['strace', '--follow-forks', '--decode-fds=path', '--string-limit=80', `--output=${log}`],
      `--trace=${watched.join()}`,
      ...inject.map((each) => `--inject=${each}`),
      ...(paths ?? []).map((path) => `--trace-path=${path}`),
    ],
    // One thread for files, so that they come one after the other; no io_uring, which strace does not see.
    environment: { UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' },
  });
  return { program, calls: async () => parse(await readFile(log, 'utf8')) };
}

function parse(log: string): readonly SystemCall[] {
  const open = new Map<string, { readonly name: string; readonly args: string }>();
  return log.split('\n').flatMap((line): SystemCall[] => {
    const whole = complete.exec(line);
    if (whole) return [{ name: whole[2]!, args: whole[3]!, result: whole[4]! }];
    const first = begun.exec(line);
    if (first) open.set(first[1]!, { name: first[2]!, args: first[3]! });
    const second = resumed.exec(line);
    const before = second && open.get(second[1]!);
    return before ? [{ name: before.name, args: before.args + second[2], result: second[3]! }] : [];
  });
}

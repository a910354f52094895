import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Fault } from '@piaffe/kernel';
import { childrenOf, kill } from './processes.fixture.ts';

const source = fileURLToPath(new URL('../../services/piaffe/bin/piaffe.mjs', import.meta.url));

/** The program and its words, as a shell would have them: the one executable that `PIAFFE_EXECUTABLE` names, or the source. */
export function commandLine(words: readonly string[]): readonly [string, ...string[]] {
  const { PIAFFE_EXECUTABLE: executable = '' } = process.env;
  return executable === '' ? [process.execPath, source, ...words] : [executable, ...words];
}

type Environment = Readonly<Record<string, string>>;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A real process of Piaffe that serves; disposing of it kills what is left of it. */
export interface Serving extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** Everything on standard output so far, without the `ready` line. */
  readonly log: readonly string[];
  /** Resolves once it has ended, in whatever way. */
  readonly ended: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  /** Kills it and its computation process at the same moment. */
  killAll(): void;
  /** Makes a module of it go wrong, or right again; resolves once that holds. For what was started with `--drill`. */
  order(module: string, fault: Fault | null): Promise<void>;
}

/** A real `piaffe serve`. */
export interface Server extends Serving {
  readonly folder: string;
}

interface ServeOptions {
  readonly folder: string;
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it gets a demo stable; only tests of the demo want one. */
  readonly demo?: boolean;
}

/** Starts a server on a free port and waits until it serves. Rejects with its words when it ends before. */
export async function startServer({
  folder,
  flags = [],
  env = {},
  demo = false,
}: ServeOptions): Promise<Server> {
  const words = ['serve', '--port', '0', '--data', folder, ...(demo ? [] : ['--no-demo']), ...flags];
  return { ...(await startServing(words, env)), folder };
}

/** Starts any command that serves, and waits until it does. Rejects with its words when it ends before. */
export async function startServing(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const { child, log, ended, ready } = launch(words, env);
  child.stdin.end();
  const url = await ready;
  if (url === null) {
    const { code, signal, stderr } = await ended;
    throw new Error(`piaffe ${words[0]} ended with ${code ?? signal}: ${stderr || log.join('\n')}`);
  }
  return {
    url,
    pid: child.pid!,
    log,
    ended,
    kill: (signal) => child.kill(signal),
    killAll: () => killTree(child),
    async order(module, fault) {
      const told = once(child, 'message');
      child.send({ module, fault });
      await told;
    },
    async [Symbol.asyncDispose]() {
      killTree(child);
      await ended;
    },
  };
}

/** Runs one command line to its end, with these bytes on its standard input. */
export async function runPiaffe(
  words: readonly string[],
  { env = {}, input = null }: { readonly env?: Environment; readonly input?: Uint8Array | null } = {},
): Promise<Exit> {
  const { child, ended } = launch(words, env);
  child.stdin.end(input ?? '');
  return ended;
}

function launch(words: readonly string[], env: Environment) {
  const { NODE_TEST_CONTEXT, ...inherited } = process.env;
  const [program, ...given] = commandLine(words);
  const child = spawn(program, given, {
    env: { ...inherited, ...env },
    stdio: ['pipe', 'pipe', 'pipe', ...(words.includes('--drill') ? (['ipc'] as const) : [])],
  }) as ChildProcessWithoutNullStreams;
  child.stdin.on('error', () => {});
  const log: string[] = [];
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ready = new Promise<string | null>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
      else log.push(line);
    });
    child.once('close', () => resolve(null));
  });
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    stdout: log.map((line) => `${line}\n`).join(''),
    stderr,
  }));
  return { child, log, ended, ready };
}

function killTree({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  for (const each of [pid, ...childrenOf(pid)]) kill(each, 'SIGKILL');
}

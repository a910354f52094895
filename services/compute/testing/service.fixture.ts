import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url));

export interface RunningService extends AsyncDisposable {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has printed so far, on both outputs. */
  readonly output: () => string;
}

interface Circumstances {
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another file to run, such as a built one. */
  readonly file?: string;
  readonly cwd?: string;
}

/** Starts the real service on a free port; resolves when it can compute. */
export async function startService({
  flags = [],
  env = {},
  file = program,
  cwd = process.cwd(),
}: Circumstances = {}): Promise<RunningService> {
  const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;
  // Each worker takes its time to start.
  const child = spawn(process.execPath, [file, '--port', '0', '--workers', '1', ...flags], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`;
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
    child.once('exit', () => reject(new Error(`the service ended: ${output}`)));
  });
  while ((await fetch(`${url}/health/ready`)).status !== 200)
    await new Promise((next) => setTimeout(next, 50));
  return {
    url,
    process: child,
    output: () => output,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

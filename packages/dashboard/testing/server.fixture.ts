import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const executable = fileURLToPath(new URL('../../../services/piaffe/bin/piaffe.mjs', import.meta.url));

/** A real server on a free port, with a data folder of its own; both are gone when it is disposed of. */
export interface Server extends AsyncDisposable {
  readonly url: string;
  /** A folder for what a test wants to upload. */
  readonly scratch: string;
  /** Prints a sign-in link, as whoever runs the server would. */
  signInLink(): Promise<string>;
}

/** It has a demo stable only where one is asked for. */
export async function startServer({
  flags = [],
  demo = false,
}: {
  readonly flags?: readonly string[];
  readonly demo?: boolean;
} = {}): Promise<Server> {
  const scratch = await mkdtemp(join(tmpdir(), 'piaffe-pages-'));
  const data = join(scratch, 'data');
  const child = start(['serve', '--data', data, '--port', '0', ...(demo ? [] : ['--no-demo']), ...flags]);
  const [url, stderr] = [readyLine(child), text(child.stderr!)];
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    await rm(scratch, { recursive: true, force: true });
  };
  const served = await url;
  if (served === null) {
    await end();
    throw new Error(`the server did not start: ${await stderr}`);
  }
  return {
    url: served,
    scratch,
    async signInLink() {
      const command = start(['sign-in-link', '--data', data]);
      const [link, problem] = await Promise.all([text(command.stdout!), text(command.stderr!)]);
      if (!link.startsWith('http')) throw new Error(`there is no sign-in link: ${problem}`);
      return link.trim();
    },
    [Symbol.asyncDispose]: end,
  };
}

function start(words: readonly string[]): ChildProcess {
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  return spawn(process.execPath, [executable, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The address in `ready URL`; null when the program ends without it. */
function readyLine(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    createInterface(child.stdout!).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
    child.once('close', () => resolve(null));
  });
}

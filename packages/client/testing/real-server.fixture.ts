import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const executable = fileURLToPath(new URL('../../../services/piaffe/bin/piaffe.mjs', import.meta.url));

/** A real server with a data folder of its own, and a token of its administrator. */
export async function realServer() {
  const scratch = await mkdtemp(join(tmpdir(), 'piaffe-client-'));
  const data = join(scratch, 'data');
  const child = start(['serve', '--no-demo', '--data', data, '--port', '0']);
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    await rm(scratch, { recursive: true, force: true });
  };
  try {
    const url = await ready(child);
    return { url, scratch, token: await newToken(url, data), [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Runs a command of the executable to its end. */
export async function piaffe(...words: string[]): Promise<string> {
  const child = start(words);
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  if (stdout === '') throw new Error(stderr);
  return stdout.trim();
}

async function newToken(url: string, data: string): Promise<string> {
  const link = await piaffe('sign-in-link', '--data', data);
  const post = async (path: string, body: object, headers = {}) => {
    const init = {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    };
    const response = await fetch(`${url}/api/v1${path}`, init);
    if (!response.ok) throw new Error(await response.text());
    return response;
  };
  const signedIn = await post('/sign-in', { token: link.split('=').at(-1) });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const scopes = ['read', 'upload', 'write'];
  const answer = await post('/tokens', { name: 'a program', scopes }, { cookie });
  return ((await answer.json()) as { secret: string }).secret;
}

function start(words: readonly string[]): ChildProcess {
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  return spawn(process.execPath, [executable, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The address in `ready URL`. What the server says afterwards is read too, or it would wait for a reader. */
function ready(child: ChildProcess): Promise<string> {
  const stderr = text(child.stderr!);
  return new Promise((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
    child.once('close', async () => reject(new Error(await stderr)));
  });
}

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from './support/scratch-folder.fixture.ts';

const folder = await scratchFolder();
const start = fileURLToPath(new URL('../tools/start.mjs', import.meta.url));

function npmStart(...flags: readonly string[]) {
  const { NODE_TEST_CONTEXT, ...inherited } = process.env;
  return spawn(process.execPath, [start, ...flags], {
    env: { ...inherited, PIAFFE_DEMO: '0', PIAFFE_DATA: join(folder, 'data'), INIT_CWD: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test('npm start runs the server, shows its steps, and passes on what ends it', async () => {
  const child = npmStart('--port', '0');
  const complaints = text(child.stderr);
  let output = '';
  for await (const part of child.stdout.setEncoding('utf8')) {
    const wasReady = /^ready http/m.test(output);
    output += part;
    const url = /^ready (http\S+)$/m.exec(output)?.[1];
    if (wasReady || url === undefined) continue;
    assert.equal((await fetch(`${url}/health/live`)).status, 200);
    child.kill('SIGTERM');
  }
  if (child.exitCode === null) await once(child, 'close');
  assert.equal(child.exitCode, 0, await complaints);
  assert.match(output, /^3\/4 Build the pages \.\.\. done/m);
  assert.match(output, /piaffe sign-in-link/);
});

test('a port in use is told with how npm start takes another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const child = npmStart('--port', `${(other.address() as AddressInfo).port}`);
  child.stdout.resume();
  const [complaints, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  other.close();
  assert.match(complaints, /is in use already.*\n.*npm start -- --port/);
  assert.equal(code, 69);
});

test('who names a file is told how to analyse it', async () => {
  const child = npmStart('ride.csv');
  const [complaints, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  assert.match(complaints, /piaffe analyse ride\.csv/);
  assert.equal(code, 64);
});

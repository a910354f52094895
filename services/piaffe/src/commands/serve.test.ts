import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { scratchFolder } from '../../testing/scratch-folder.fixture.ts';
import { serveCommand } from './serve.ts';

const folder = await scratchFolder();

/** A real server in this process, with what somebody at a terminal reads of it. */
function serveAtTerminal(data: string) {
  const stop = new AbortController();
  const ready = Promise.withResolvers<string>();
  const seen = { text: '', exitCode: -1 };
  const terminal = Object.assign(new PassThrough(), { isTTY: true });
  terminal.setEncoding('utf8').on('data', (text: string) => {
    seen.text += text;
    const url = /^ready (\S+)$/m.exec(seen.text)?.[1];
    // The last that is said of a start.
    if (url !== undefined && seen.text.includes('Ctrl-C')) ready.resolve(url);
  });
  const stream = terminal as unknown as NodeJS.WriteStream;
  const command = serveCommand({
    environment: { server: {} } as never,
    stdout: stream,
    stderr: stream,
    signal: stop.signal,
    finish: (exitCode) => {
      seen.exitCode = exitCode;
    },
  });
  const ended = command.parseAsync(['--no-demo', '--data', join(folder, data), '--port', '0'], {
    from: 'user',
  });
  ended.then(() => ready.reject(new Error(seen.text)), ready.reject);
  ready.promise.catch(() => {});
  return {
    seen,
    ended,
    ready: ready.promise,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
    },
  };
}

test('at a terminal the end of a stop is said', async () => {
  const server = serveAtTerminal('stopped');
  {
    await using _ = server;
    await server.ready;
    assert.ok(!server.seen.text.includes('Stopped'));
  }
  assert.match(server.seen.text, /\nStopped\.\n$/);
  assert.equal(server.seen.exitCode, 0);
});

test('who finds the folder in use is told where the other one serves', async () => {
  await using first = serveAtTerminal('in-use');
  const url = await first.ready;
  const second = serveAtTerminal('in-use');
  await second.ended;
  assert.match(
    second.seen.text,
    new RegExp(`^piaffe: .* in use by another Piaffe, process ${process.pid}\\. .* It serves ${url}\n$`),
  );
  assert.equal(second.seen.exitCode, 69);
});

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { scratchFolder } from './support/scratch-folder.fixture.ts';
import { runPiaffe, startServer } from './support/server.fixture.ts';

const folder = await scratchFolder();

test('health tells by its exit code whether the server of a folder can serve', async () => {
  const server = await startServer({ folder });
  const well = await runPiaffe(['health', '--data', folder]);
  assert.deepEqual([well.code, well.stderr], [0, '']);
  assert.match(well.stdout, new RegExp(`^${server.url} is (ready|degraded)`));
  await server[Symbol.asyncDispose]();
  const gone = await runPiaffe(['health', '--data', folder, '--port', new URL(server.url).port]);
  assert.deepEqual([gone.code, gone.stdout], [69, '']);
  assert.match(gone.stderr, /does not answer: ECONNREFUSED/);
});

test('a server that is down, hangs, or is none, is not well', async () => {
  const answers = [
    [503, '{"status":"down","parts":[{"name":"auth","state":"down"}]}', /is down: auth is down/],
    [200, 'welcome', /does not answer/],
    [null, '', /not within 5 s/],
  ] as const;
  let turn = 0;
  const server = createServer((_, response) => {
    const [status, body] = answers[turn]!;
    if (status !== null) response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    for (turn = 0; turn < answers.length; turn++) {
      const asked = await runPiaffe(['health', '--data', '/nowhere', '--port', `${port}`]);
      assert.equal(asked.code, 69);
      assert.match(asked.stderr, answers[turn]![2]);
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
